import { expect, test } from 'vitest';
import { isLabelled, labelledSide } from './labels.ts';

test.each([
  { text: 'Response hex: ', side: 'response' },
  { text: 'Request: ', side: 'request' },
  { text: 'request was fine\nresponse: ', side: 'response' },
  { text: 'the request of a\n', side: 'request' },
  { text: 'the server answered the client: ', side: 'request' }, // the nearest word
  { text: 'Response to the device: ', side: 'response' },
  { text: 'the request to the server: ', side: 'request' },
  { text: '[WBXML] WBXML-IN : ', side: 'request' },
  { text: '[WBXML] WBXML-OUT: ', side: 'response' },
  { text: '<<< ', side: 'response' },
  { text: "my $req_xml = <<'EOF';\n", side: 'request' }, // a text of many lines begins
  { text: 'request = <<~XML\n', side: 'request' },
  { text: 'res_wbxml = ', side: 'response' },
  { text: '{"requestBody":"', side: 'request' },
  { text: 'response_hex=', side: 'response' },
  { text: '{"event":"sync_request","hex":"', side: 'request' },
  { text: 'wbxml_response_hex: ', side: 'response' },
  { text: '**Response**\n```xml\n', side: 'response' },
  { text: '<b>Request:</b>\n<code class="hex">', side: 'request' },
  { text: 'e3-7a" class="x">Response: ', side: 'response' }, // the front of the tag is too far off
  { text: '', side: undefined },
  { text: 'requested responses ', side: undefined },
])('$text', ({ text, side }) => {
  expect(labelledSide(`${text}0301`, text.length)).toBe(side);
});

test.each([
  { text: 'hex: ', labelled: true },
  { text: 'body = ', labelled: true },
  { text: 'commit ', labelled: false },
  { text: 'hex\n\nsomething else\n', labelled: false },
])('$text', ({ text, labelled }) => {
  expect(isLabelled(`${text}0301`, text.length)).toBe(labelled);
});
