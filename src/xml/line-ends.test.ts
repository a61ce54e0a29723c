import { describe, expect, test } from 'vitest';
import { toHex } from '../bytes/index.ts';
import { readXml } from './index.ts';

/** Line ends in every place that a text has, written as LF. */
const TEXTS = {
  'between and inside tags': '<Sync\nxmlns="AirSync"\n>\n  <Status\n>1</Status\n>\n</Sync\n>\n',
  'in texts, with references':
    '<Sync xmlns="AirSync"><Status>a\n\nb&#13;\n&lt;</Status><SyncKey>\n</SyncKey></Sync>',
  'in CDATA, comments and other marks':
    '<Sync xmlns="AirSync"><!-- a\nb --><?pi a\nb?><Status><![CDATA[x\ny]]></Status></Sync>\n<?after x\ny?>\n',
  'in marks of ours':
    '<?wbxml\n switch-page="0"\n?><Sync xmlns="AirSync"><Status><?wbxml opaque?>a\nb</Status>' +
    '<SyncKey><?wbxml eol="crlf"?>a\nb</SyncKey></Sync>',
  'in the lines before the root, and in values':
    '<?xml version="1.0"\n encoding="utf-8"\n?>\n<!DOCTYPE si\n PUBLIC "-//WAPFORUM//DTD SI 1.0//EN"\n "http://si.dtd">\n' +
    '<si><indication href="http://a\nb"\n created="2004-01-01T00:00:00Z">a\nb</indication></si>',
};

// An XML parser reads CR LF and a lone CR as LF (XML 1.0 §2.11): nobody need do so before.
describe.each(Object.entries(TEXTS))('line ends %s', (_, text) => {
  test.each(['\r\n', '\r'])('as %j give the bytes that LF gives', (end) => {
    const { bytes = new Uint8Array() } = readXml(text);
    const read = readXml(text.replaceAll('\n', end));
    expect(bytes.length).toBeGreaterThan(0);
    expect(read.bytes && toHex(read.bytes)).toBe(toHex(bytes));
  });
});
