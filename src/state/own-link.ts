/** A link alone, and the last line of a report in Markdown. */
const ALONE = /^\s*\S{0,2000}(#w\d{1,3}\.[A-Za-z0-9_-]+)\s*$/;
const IN_REPORT =
  /\[Open in WBXML Playground[^\]]{0,100}\]\([^)\s#]{0,2000}(#w\d{1,3}\.[A-Za-z0-9_-]+)\)\s*$/;

/**
 * The link that a text is or ends in, from its `#` on: a link of this page, or a report it wrote.
 * @param input pasted text, or the bytes of a file
 */
export function ownLink(input: string | Uint8Array): string | undefined {
  // a report in a file begins with its heading
  if (typeof input !== 'string' && input[0] !== 0x23) return undefined;
  const text = typeof input === 'string' ? input : new TextDecoder().decode(input);
  return (ALONE.exec(text) ?? IN_REPORT.exec(text))?.[1];
}
