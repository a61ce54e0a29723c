/**
 * How large a conversation may be when it comes in from outside: a file, a link, the browser's storage.
 * Lengths are in UTF-16 units unless they say bytes.
 */
export const LIMITS = {
  /** The whole JSON text: the bytes of the largest file that is opened in base64, and what is said of them. */
  text: 192 * 1024 * 1024,
  /** One message, in bytes: the largest file that is opened may be one. */
  messageBytes: 128 * 1024 * 1024,
  exchanges: 10_000,
  id: 200,
  title: 1_000,
  /** Of an exchange. */
  name: 200,
  note: 20_000,
  /** Short messages or packets that carried one message. */
  envelopes: 10_000,
  method: 40,
  /** Long ones are real: ActiveSync may carry a whole query in base64. */
  url: 32_768,
  headers: 500,
  headerName: 500,
  headerValue: 65_536,
  /** What a person overruled: document type, command, version. */
  readAs: 200,
  /** Arrays and objects inside each other; the known fields need 6. */
  depth: 64,
} as const;
