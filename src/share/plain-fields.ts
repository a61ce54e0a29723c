import { fromBase64 } from '../bytes/index.ts';
import type { Http, Message } from '../conversation/index.ts';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What was found in plain values. */
export interface InFields {
  text: (text: string) => void;
  message: (message: Message) => void;
}

/**
 * Goes through values that this page only carries, such as the branches of a simulation: every text in them, and every
 * message, which is known by its `bytes` in base64 or its `http`.
 */
export function findInFields(value: unknown, found: InFields): void {
  if (typeof value === 'string') found.text(value);
  else if (Array.isArray(value)) value.forEach((each) => findInFields(each, found));
  else if (isFields(value)) {
    const message = messageOf(value);
    if (message) found.message(message);
    const read: Fields = { ...message };
    for (const [name, field] of Object.entries(value)) if (!(name in read)) findInFields(field, found);
  }
}

/** The message that plain values stand for; `undefined` where they are none. */
function messageOf({ bytes, http, readAs, around }: Fields): Message | undefined {
  const body = typeof bytes === 'string' ? fromBase64(bytes) : undefined;
  if (!body && !isFields(http)) return undefined;
  const doctype = isFields(readAs) ? readAs['doctype'] : undefined;
  const { before, after } = isFields(around) ? around : {};
  return {
    ...(body && { bytes: body }),
    ...(isFields(http) && { http: httpOf(http) }),
    ...(typeof doctype === 'string' && { readAs: { doctype } }),
    ...(typeof before === 'string' && typeof after === 'string' && { around: { before, after } }),
  };
}

function httpOf({ url, headers }: Fields): Http {
  const texts = Object.entries(isFields(headers) ? headers : {}).filter(
    (each): each is [string, string] => typeof each[1] === 'string',
  );
  return { ...(typeof url === 'string' && { url }), headers: Object.fromEntries(texts) };
}
