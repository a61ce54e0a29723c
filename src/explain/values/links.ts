import { visible } from '../shown-text.ts';
import type { ValueLine } from './value-line.ts';

const LINK = /^([a-z][a-z0-9+.-]*):\/\/(?:[^/?#@\s]*@)?(\[[0-9a-f:.]+\]|[^/?#:\s]*)(?::(\d+))?([/?#]\S*)?$/i;
const SHARE = /^\\\\([^\\\s]+)\\([^\\]+)/;
const MAIL = /^mailto:([^?\s]+)/i;

/** An address in words: scheme and host, as a person checks where it leads. `undefined` for any other text. */
export function linkLines(text: string): ValueLine[] | undefined {
  const link = LINK.exec(text);
  if (link && (link[2] ?? '') !== '') {
    const lines = [
      { label: 'Address', text: `${(link[1] ?? '').toLowerCase()}, host ${visible(link[2] ?? '')}` },
    ];
    if (link[3]) lines.push({ label: 'Port', text: link[3] });
    return lines;
  }
  const share = SHARE.exec(text);
  if (share) {
    return [
      { label: 'File share', text: `server ${visible(share[1] ?? '')}, share ${visible(share[2] ?? '')}` },
    ];
  }
  const mail = MAIL.exec(text);
  return mail ? [{ label: 'Mail address', text: visible(mail[1] ?? '') }] : undefined;
}
