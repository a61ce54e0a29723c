import { lookUp } from '../bytes/index.ts';
import { PLAIN } from './kinds.ts';
import type { Ledger } from './ledger.ts';
import { redactPackedQuery } from './packed-query.ts';
import { isProtocolWord } from './protocol-words.ts';

/** Of what kind a parameter of an address is; `plain` where the protocol chooses it. */
const PARAMETERS: Readonly<Record<string, string>> = {
  cmd: PLAIN,
  devicetype: PLAIN,
  saveinsent: PLAIN,
  occurrence: 'id',
  user: 'account',
  deviceid: 'device',
  attachmentname: 'file',
  collectionname: 'folder',
  collectionid: 'id',
  parentid: 'id',
  itemid: 'id',
  longid: 'id',
};

/** Parts of paths that servers have everywhere. */
const PLACES = new Set([
  ...['microsoft-server-activesync', 'default.eas', 'autodiscover', 'autodiscover.xml', 'autodiscover.json'],
  ...['ews', 'exchange.asmx', 'owa', 'mapi', 'rpc', 'oab', 'sogo', 'zpush', 'z-push', 'view', 'index.php'],
]);

/** An address: who asks, its server, what its path and its parameters name. */
export function redactUrl(url: string, ledger: Ledger): string {
  const [, scheme = '', , who = '', host = '', path = '', query, hash = ''] =
    /^([a-z][a-z\d+.-]*:\/\/)?(([^/?#@]*)@)?([^/?#]*)([^?#]*)(?:\?([^#]*))?(#[^]*)?$/i.exec(url) ?? [];
  const asked = query === undefined ? '' : `?${redactQuery(query, ledger)}`;
  return (
    scheme +
    (who && `${redactAccount(who, ledger)}@`) +
    ledger.text(host, 'server') +
    redactPath(path, ledger) +
    asked +
    spelled(hash, (text) => ledger.text(text, 'other'))
  );
}

/** A path, part by part. */
export const redactPath = (path: string, ledger: Ledger): string =>
  path
    .split('/')
    .map((part) =>
      PLACES.has(part.toLowerCase()) ? part : spelled(part, (text) => ledger.text(text, 'server')),
    )
    .join('/');

/** An account, and a password if there is one. */
function redactAccount(who: string, ledger: Ledger): string {
  const [, account = '', colon = '', password = ''] = /^([^:]*)(:?)(.*)$/s.exec(who) ?? [];
  const made = spelled(account, (text) => ledger.text(text, 'account'));
  return made + colon + spelled(password, (text) => ledger.text(text, 'secret'));
}

function redactQuery(query: string, ledger: Ledger): string {
  if (!query.includes('=') || /^[A-Za-z\d+/%]{12,}={0,2}$/.test(query)) {
    const packed = redactPackedQuery(query, ledger);
    if (packed !== undefined) return packed;
  }
  return query
    .split('&')
    .map((pair) => {
      const equals = pair.indexOf('=');
      if (equals < 0)
        return spelled(pair, (text) => ledger.text(text, isProtocolWord(text) ? PLAIN : 'other'));
      const name = pair.slice(0, equals);
      const kind = lookUp(PARAMETERS, name.toLowerCase()) ?? 'other';
      return `${name}=${spelled(pair.slice(equals + 1), (text) => ledger.text(text, kind))}`;
    })
    .join('&');
}

/** Replaces a text that may be percent-encoded, even more than once, and spells what comes out the same way. */
export function spelled(text: string, replace: (plain: string) => string): string {
  const plain = unescaped(text);
  if (plain === undefined || plain === text) return replace(text);
  const made = spelled(plain, replace);
  if (made === plain) return text;
  // what did not have to be escaped and was not, stays so
  return encodeURIComponent(made).replace(/%2F|%3A|%40|%2C|%3B/gi, (escape) =>
    text.toUpperCase().includes(escape.toUpperCase()) ? escape : decodeURIComponent(escape),
  );
}

/** @returns nothing where it is not percent-encoded */
function unescaped(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
