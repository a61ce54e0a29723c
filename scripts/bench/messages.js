import { below, chance, pick } from './chance.js';
import { html, words } from './prose.js';
import { WbxmlWriter } from './wbxml-writer.js';

/** @typedef {import('./wbxml-writer.js').Tag} Tag */
/** @typedef {import('./prose.js').Script} Script */

/** Page and code of the tags used here: MS-ASWBXML §2.1.2.1. */
const AIR_SYNC = /** @satisfies {Record<string, Tag>} */ ({
  Sync: [0, 0x05],
  Add: [0, 0x07],
  Delete: [0, 0x09],
  SyncKey: [0, 0x0b],
  ServerId: [0, 0x0d],
  Status: [0, 0x0e],
  Collection: [0, 0x0f],
  CollectionId: [0, 0x12],
  MoreAvailable: [0, 0x14],
  Commands: [0, 0x16],
  Options: [0, 0x17],
  Collections: [0, 0x1c],
  ApplicationData: [0, 0x1d],
});
const EMAIL = /** @satisfies {Record<string, Tag>} */ ({
  DateReceived: [2, 0x0f],
  DisplayTo: [2, 0x11],
  Importance: [2, 0x12],
  MessageClass: [2, 0x13],
  Subject: [2, 0x14],
  Read: [2, 0x15],
  To: [2, 0x16],
  From: [2, 0x18],
  ThreadTopic: [2, 0x35],
  InternetCPID: [2, 0x39],
  Flag: [2, 0x3a],
  ContentClass: [2, 0x3c],
  ConversationId: [22, 0x09],
  ConversationIndex: [22, 0x0a],
});
const BASE = /** @satisfies {Record<string, Tag>} */ ({
  BodyPreference: [17, 0x05],
  Type: [17, 0x06],
  TruncationSize: [17, 0x07],
  Body: [17, 0x0a],
  Data: [17, 0x0b],
  EstimatedDataSize: [17, 0x0c],
  Truncated: [17, 0x0d],
  Attachments: [17, 0x0e],
  Attachment: [17, 0x0f],
  DisplayName: [17, 0x10],
  FileReference: [17, 0x11],
  Method: [17, 0x12],
  NativeBodyType: [17, 0x16],
});
/** SyncML 1.2, page 0. */
const SYNCML = /** @satisfies {Record<string, Tag>} */ ({
  SyncML: [0, 0x2d],
  SyncBody: [0, 0x2b],
  Sync: [0, 0x2a],
  Add: [0, 0x05],
  CmdID: [0, 0x0b],
  Item: [0, 0x14],
  Source: [0, 0x27],
  LocURI: [0, 0x17],
  Data: [0, 0x0f],
  Final: [0, 0x12],
});
const SYNCML_1_2 = 0x1201;
const FIRST_MAIL = Date.UTC(2023, 10, 14, 22, 13, 20);
const MINUTE = 60_000;
const PEOPLE = ['Alice Smith', 'Bob Jones', 'Carol White', 'Dave Brown', 'Erin Müller', 'Frank Novák'];

/** The first Sync request of a folder: 40 bytes. */
export function initialSync() {
  const out = new WbxmlWriter();
  const outer = [AIR_SYNC.Sync, AIR_SYNC.Collections, AIR_SYNC.Collection];
  const inner = [AIR_SYNC.Options, BASE.BodyPreference];
  out.header();
  for (const tag of outer) out.open(tag);
  out.leaf(AIR_SYNC.SyncKey, '0');
  out.leaf(AIR_SYNC.CollectionId, '2');
  for (const tag of inner) out.open(tag);
  out.leaf(BASE.Type, '1');
  out.leaf(BASE.TruncationSize, '32768');
  for (let k = 0; k < outer.length + inner.length; k++) out.close();
  return out;
}

/**
 * A Sync response full of mails.
 * @param {{ seed: number, mails?: number, bytes?: number, body: number, script: Script, type: '1' | '2' }} wish
 *   mails: how many, or bytes: until that size is reached. body: UTF-16 units of each, about. type: plain or HTML.
 */
export function mailSync({ seed, mails = Infinity, bytes = Infinity, body, script, type }) {
  const random = chance(seed);
  const out = beginSync();
  for (let i = 0; i < mails && out.length < bytes; i++) mail(out, random, i, body, script, type);
  return endSync(out);
}

/**
 * So many siblings with an id each: two elements per 13 bytes.
 * @param {number} count
 */
export function deletions(count) {
  const out = beginSync();
  for (let i = 0; i < count; i++) {
    out.open(AIR_SYNC.Delete);
    out.leaf(AIR_SYNC.ServerId, `5:${i}`);
    out.close();
  }
  return endSync(out);
}

/**
 * One element in another.
 * @param {number} levels
 */
export function nested(levels) {
  const out = new WbxmlWriter();
  out.header();
  out.open(AIR_SYNC.Sync);
  for (let i = 1; i < levels; i++) out.open(AIR_SYNC.Collections);
  out.text('x');
  for (let i = 0; i < levels; i++) out.close();
  return out;
}

/**
 * A SyncML package where every text is a reference to one of 1,000 strings of the table.
 * @param {{ seed: number, items: number }} wish
 */
export function tableReferences({ seed, items }) {
  const random = chance(seed);
  const { table, offsets } = contactTable(random, 1000);
  const out = new WbxmlWriter();
  const outer = [SYNCML.SyncML, SYNCML.SyncBody, SYNCML.Sync, SYNCML.Add];
  out.header(SYNCML_1_2, table);
  for (const tag of outer) out.open(tag);
  out.leaf(SYNCML.CmdID, '2');
  for (let i = 0; i < items; i++) {
    out.open(SYNCML.Item);
    out.open(SYNCML.Source);
    referring(out, SYNCML.LocURI, pick(random, offsets));
    out.close();
    referring(out, SYNCML.Data, pick(random, offsets));
    out.close();
  }
  out.close();
  out.close();
  out.empty(SYNCML.Final);
  out.close();
  out.close();
  return out;
}

/**
 * @param {() => number} random
 * @param {number} count
 */
function contactTable(random, count) {
  const encoder = new TextEncoder();
  const strings = Array.from({ length: count }, (_, i) =>
    encoder.encode(`./contacts/${i}/${words(random, 3, 'latin')}\0`),
  );
  const table = new Uint8Array(strings.reduce((sum, bytes) => sum + bytes.length, 0));
  /** @type {number[]} */
  const offsets = [];
  let at = 0;
  for (const bytes of strings) {
    offsets.push(at);
    table.set(bytes, at);
    at += bytes.length;
  }
  return { table, offsets };
}

/**
 * @param {WbxmlWriter} out
 * @param {Tag} tag
 * @param {number} offset
 */
function referring(out, tag, offset) {
  out.open(tag);
  out.reference(offset);
  out.close();
}

function beginSync() {
  const out = new WbxmlWriter();
  out.header();
  for (const tag of [AIR_SYNC.Sync, AIR_SYNC.Collections, AIR_SYNC.Collection]) out.open(tag);
  out.leaf(AIR_SYNC.SyncKey, '1841593062');
  out.leaf(AIR_SYNC.CollectionId, '5');
  out.leaf(AIR_SYNC.Status, '1');
  out.empty(AIR_SYNC.MoreAvailable);
  out.open(AIR_SYNC.Commands);
  return out;
}

/** @param {WbxmlWriter} out */
function endSync(out) {
  for (let k = 0; k < 4; k++) out.close();
  return out;
}

/**
 * @param {WbxmlWriter} out
 * @param {() => number} random
 * @param {number} i
 * @param {number} body
 * @param {Script} script
 * @param {'1' | '2'} type
 */
function mail(out, random, i, body, script, type) {
  const subject = words(random, 6, script);
  const sender = pick(random, PEOPLE);
  out.open(AIR_SYNC.Add);
  out.leaf(AIR_SYNC.ServerId, `5:${i + 1}`);
  out.open(AIR_SYNC.ApplicationData);
  out.leaf(EMAIL.To, `"${pick(random, PEOPLE)}" <user${below(random, 900)}@example.com>`);
  out.leaf(EMAIL.From, `"${sender}" <${sender.split(' ')[0]?.toLowerCase()}@example.org>`);
  out.leaf(EMAIL.Subject, subject);
  out.leaf(EMAIL.DateReceived, new Date(FIRST_MAIL + i * MINUTE).toISOString());
  out.leaf(EMAIL.DisplayTo, pick(random, PEOPLE));
  out.leaf(EMAIL.ThreadTopic, subject);
  out.leaf(EMAIL.Importance, '1');
  out.leaf(EMAIL.Read, random() < 0.5 ? '1' : '0');
  if (random() < 0.2) attachment(out, random, i);
  const text = type === '2' ? html(random, body, script) : words(random, Math.ceil(body / 6), script);
  out.open(BASE.Body);
  out.leaf(BASE.Type, type);
  out.leaf(BASE.EstimatedDataSize, String(text.length));
  out.leaf(BASE.Truncated, '0');
  out.leaf(BASE.Data, text);
  out.close();
  out.leaf(EMAIL.MessageClass, 'IPM.Note');
  out.leaf(EMAIL.InternetCPID, '65001');
  out.empty(EMAIL.Flag);
  out.leaf(EMAIL.ContentClass, 'urn:content-classes:message');
  out.leaf(BASE.NativeBodyType, '2');
  conversation(out, random);
  out.close();
  out.close();
}

/**
 * @param {WbxmlWriter} out
 * @param {() => number} random
 * @param {number} i
 */
function attachment(out, random, i) {
  out.open(BASE.Attachments);
  out.open(BASE.Attachment);
  out.leaf(BASE.DisplayName, `report-${i}.pdf`);
  out.leaf(BASE.FileReference, `5%3a${i}%3a0`);
  out.leaf(BASE.Method, '1');
  out.leaf(BASE.EstimatedDataSize, String(below(random, 900_000)));
  out.close();
  out.close();
}

/**
 * @param {WbxmlWriter} out
 * @param {() => number} random
 */
function conversation(out, random) {
  const id = Uint8Array.from({ length: 16 }, () => below(random, 256));
  out.open(EMAIL.ConversationId);
  out.opaque(id);
  out.close();
  out.open(EMAIL.ConversationIndex);
  out.opaque(id.subarray(0, 5));
  out.close();
}
