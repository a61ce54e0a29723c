const AT = '@';
/** Longest part before and after the @ (RFC 5321 §4.5.3.1); what is longer is cut, so that time stays linear. */
const LONGEST_LOCAL = 64;
const LONGEST_DOMAIN = 255;
const LOCAL = /[\p{L}\p{N}!#$%&'*+/=?^_`{|}~.-]$/u;
const DOMAIN =
  /^[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?)+/u;

/** Every e-mail address in a text, in lower case, in order. Time is linear in the text. */
export function mailAddresses(text: string): string[] {
  const found: string[] = [];
  for (let at = text.indexOf(AT); at >= 0; at = text.indexOf(AT, at + 1)) {
    const domain = DOMAIN.exec(text.slice(at + 1, at + 1 + LONGEST_DOMAIN))?.[0];
    if (domain === undefined) continue;
    let start = at;
    while (start > 0 && at - start < LONGEST_LOCAL && LOCAL.test(text.charAt(start - 1))) start--;
    const local = text.slice(start, at).replace(/^\.+|\.+$/g, '');
    if (local !== '') found.push(`${local}@${domain}`.toLowerCase());
  }
  return found;
}
