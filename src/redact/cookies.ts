import { redactPath } from './address.ts';
import type { Ledger } from './ledger.ts';

/** What a server says of a cookie that is about nobody. */
const ATTRIBUTE =
  /^\s*(?:expires=\w{3,9},[\w\s:-]*?(?:GMT|UTC)|(?:max-age|samesite|priority|version)=-?\w+|secure|httponly|partitioned)(?![^\s,])/i;
const PATH = /^(\s*path=)([^,]*)/i;
const DOMAIN = /^(\s*domain=)([^,]*)/i;

/** `name=value; name=value`: the names stay. */
export const redactCookies = (value: string, ledger: Ledger): string =>
  pieces(value)
    .map((piece) => redactPair(piece, ledger))
    .join('');

/** A cookie as a server gives it, with its attributes; several where a capture has put them into one line. */
export const redactSetCookie = (value: string, ledger: Ledger): string =>
  pieces(value)
    .map((piece, i) => (i === 0 ? redactPair(piece, ledger) : redactAttribute(piece, ledger)))
    .join('');

/** The text in pieces, each semicolon a piece of its own. */
const pieces = (value: string): string[] => value.split(/([;\r\n]+)/);

function redactAttribute(piece: string, ledger: Ledger): string {
  const stays = ATTRIBUTE.exec(piece)?.[0] ?? '';
  const [path, pathIs = '', where = ''] = PATH.exec(piece) ?? [];
  if (path !== undefined) return pathIs + redactPath(where, ledger) + behind(piece, path, ledger);
  const [domain, domainIs = '', host = ''] = DOMAIN.exec(piece) ?? [];
  if (domain !== undefined) return domainIs + ledger.text(host, 'server') + behind(piece, domain, ledger);
  return stays + behind(piece, stays, ledger);
}

/** What stands behind an attribute is another cookie. */
const behind = (piece: string, known: string, ledger: Ledger): string =>
  redactPair(piece.slice(known.length), ledger);

/** What has no name is all value. */
function redactPair(pair: string, ledger: Ledger): string {
  const value = pair.slice(pair.indexOf('=') + 1);
  return pair.slice(0, pair.length - value.length) + (value && ledger.text(value, 'secret'));
}
