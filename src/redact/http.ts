import { fromBase64, toBase64 } from '../bytes/index.ts';
import type { Http } from '../conversation/index.ts';
import { fromBinary, textOfBinary, toBinary } from './binary.ts';
import { PLAIN } from './kinds.ts';
import type { Ledger } from './ledger.ts';

/** Headers that programs fill in for programs. What is not here is replaced. */
const PLAIN_HEADERS =
  /^(?:accept(?:-.*)?|age|allow|cache-control|connection|content-(?:disposition|encoding|language|length|range|type)|date|dav|expires|expect|keep-alive|last-modified|ms-.*|pragma|proxy-connection|public|retry-after|server|te|trailer|transfer-encoding|upgrade|user-agent|vary|warning|x-aspnet-version|x-content-type-options|x-frame-options|x-ms-asthrottle|x-ms-credential.*|x-ms-rp|x-ms-mv|x-powered-by|x-xss-protection|x-z-push-version)$/;
const SECRETS = new Set(['authorization', 'proxy-authorization', 'www-authenticate', 'authentication-info']);
const COOKIES = new Set(['cookie', 'set-cookie']);
const ADDRESSES = new Set(['location', 'content-location', 'origin', 'referer', 'x-ms-location']);
const HOSTS = new Set(['host', 'via', 'x-forwarded-host', 'x-forwarded-server', 'x-feserver', 'x-beserver']);

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

/** HTTP facts with whoever speaks in them replaced: account, device, secrets, servers. */
export function redactHttp(http: Http, ledger: Ledger): Http {
  const { method, url, status, headers } = http;
  return {
    ...(method !== undefined && { method }),
    ...(url !== undefined && { url: redactUrl(url, ledger) }),
    ...(status !== undefined && { status }),
    ...(headers && {
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [
          name,
          redactHeader(name.toLowerCase(), value, ledger),
        ]),
      ),
    }),
  };
}

function redactHeader(name: string, value: string, ledger: Ledger): string {
  if (SECRETS.has(name)) return redactSecret(value, ledger);
  if (COOKIES.has(name)) {
    return value.replace(/=([^;,]*)/g, (all, secret: string) =>
      /^(?:\/|\d+|lax|strict|none)?$/i.test(secret) ? all : `=${ledger.text(secret, 'secret')}`,
    );
  }
  if (ADDRESSES.has(name)) return redactUrl(value, ledger);
  if (HOSTS.has(name) || name.startsWith('x-forwarded')) return ledger.text(value, 'server');
  if (name === 'x-ms-policykey') return ledger.text(value, 'key');
  return ledger.text(value, PLAIN_HEADERS.test(name) ? PLAIN : 'other');
}

/** `Basic` and the like stay; what `Basic` holds is replaced as the account and the password that it is. */
function redactSecret(value: string, ledger: Ledger): string {
  const [, scheme = '', secret = ''] = /^(\s*[\w-]+\s+)?([^]*)$/.exec(value) ?? [];
  const bytes = /^\s*basic\s/i.test(scheme) ? fromBase64(secret.trim()) : undefined;
  const pair = bytes && textOfBinary(toBinary(bytes));
  const colon = pair?.indexOf(':') ?? -1;
  if (pair === undefined || colon < 0 || !ledger.takes('secret')) {
    return scheme + ledger.text(secret, 'secret');
  }
  const made = `${ledger.text(pair.slice(0, colon), 'secret')}:${ledger.text(pair.slice(colon + 1), 'secret')}`;
  ledger.text(secret, 'secret'); // so that it is looked for as it stands, too
  return scheme + toBase64(new TextEncoder().encode(made));
}

/** An address: its server, what its path and its parameters name. */
export function redactUrl(url: string, ledger: Ledger): string {
  const [, scheme = '', host = '', path = '', query, hash = ''] =
    /^([a-z][a-z\d+.-]*:\/\/)?([^/?#]*)([^?#]*)(?:\?([^#]*))?(#[^]*)?$/i.exec(url) ?? [];
  const server = scheme === '' ? ledger.text(host, 'other') : ledger.text(host, 'server');
  const where =
    /microsoft-server-activesync|autodiscover/i.test(path) || path === '/'
      ? path
      : spelled(path, (text) => ledger.text(text, 'server'));
  const asked = query === undefined ? '' : `?${redactQuery(query, ledger)}`;
  return scheme + server + where + asked + spelled(hash, (text) => ledger.text(text, 'other'));
}

function redactQuery(query: string, ledger: Ledger): string {
  if (!query.includes('=') || /^[A-Za-z\d+/%]{12,}={0,2}$/.test(query)) {
    const packed = packedQuery(query, ledger);
    if (packed !== undefined) return packed;
  }
  return query
    .split('&')
    .map((pair) => {
      const equals = pair.indexOf('=');
      if (equals < 0)
        return spelled(pair, (text) => ledger.text(text, /^\w{1,20}$/.test(text) ? PLAIN : 'other'));
      const name = pair.slice(0, equals);
      const kind = PARAMETERS[name.toLowerCase()] ?? 'other';
      return `${name}=${spelled(pair.slice(equals + 1), (text) => ledger.text(text, kind))}`;
    })
    .join('&');
}

/** Replaces a text that may be percent-encoded, and spells what comes out the same way. */
function spelled(text: string, replace: (plain: string) => string): string {
  if (!text.includes('%')) return replace(text);
  try {
    const plain = decodeURIComponent(text);
    const made = replace(plain);
    if (made === plain) return text;
    // what did not have to be escaped and was not, stays so
    return encodeURIComponent(made).replace(/%2F|%3A|%40|%2C|%3B/gi, (escape) =>
      text.toUpperCase().includes(escape.toUpperCase()) ? escape : decodeURIComponent(escape),
    );
  } catch {
    return replace(text);
  }
}

/** Tags of the parameters behind a query in base64. @see MS-ASHTTP §2.2.1.1.1.1.2 */
const PACKED: Readonly<Record<number, string>> = {
  0: 'file',
  1: 'id',
  3: 'id',
  4: 'id',
  6: 'id',
  8: 'account',
};

/** The query in base64: version, command, locale, then DeviceId, policy key, DeviceType and parameters by length. */
function packedQuery(query: string, ledger: Ledger): string | undefined {
  const bytes = fromBase64(query.replace(/%2b/gi, '+').replace(/%2f/gi, '/').replace(/%3d/gi, '='));
  if (!bytes || bytes.length < 6) return undefined;
  const out = bytes.slice();
  const replace = (at: number, kind: string): void => {
    const field = toBinary(bytes.subarray(at + 1, at + 1 + (bytes[at] ?? 0)));
    const made = fromBinary(
      /^[\x20-\x7e]*$/.test(field) ? ledger.binary(field, kind) : ledger.data(field, kind),
    );
    if (made.length === field.length) out.set(made, at + 1);
  };
  let at = 4;
  replace(at, 'device');
  at += 1 + (bytes[at] ?? 0);
  if (bytes[at] === 4 && at + 5 <= bytes.length) replaceKey(out, at + 1, ledger);
  at += 1 + (bytes[at] ?? 0);
  at += 1 + (bytes[at] ?? 0); // the type of the device stays
  for (; at + 1 < bytes.length; at += 2 + (bytes[at + 1] ?? 0)) {
    const kind = PACKED[bytes[at] ?? -1];
    if (kind !== undefined) replace(at + 1, kind);
  }
  return toBase64(out);
}

/** A policy key is the same number in a header, in a body and here. */
function replaceKey(out: Uint8Array, at: number, ledger: Ledger): void {
  const view = new DataView(out.buffer, out.byteOffset + at, 4);
  const made = Number(ledger.text(String(view.getUint32(0, true)), 'key'));
  if (made <= 0xffff_ffff) view.setUint32(0, made, true);
}
