import type { DecodeOptions } from '../doctypes/index.ts';
import { headerOf } from '../eas/index.ts';
import type { Message } from './types.ts';

/** How a message's bytes are to be read: as a person says; else its Content-Type may tell the document type. */
export function readingOf(message: Message): DecodeOptions {
  const { readAs } = message;
  if (readAs?.doctype !== undefined) return { doctype: readAs.doctype };
  const mediaType = headerOf(message.http, 'content-type');
  return mediaType === undefined ? {} : { mediaType };
}
