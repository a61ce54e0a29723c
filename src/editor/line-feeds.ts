/**
 * A text with LF as its only line end: CR LF is one, CR alone is one, as an XML parser reads them. A CR that
 * is meant stands in the text as `&#13;` and is not touched; U+0085, U+2028 and U+2029 are no line ends.
 * @see XML 1.0 §2.11
 */
export function lineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
