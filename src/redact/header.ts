import { fromBase64, toBase64 } from '../bytes/index.ts';
import { redactUrl, spelled } from './address.ts';
import { textOfBinary, toBinary } from './binary.ts';
import { redactCookies, redactSetCookie } from './cookies.ts';
import { PLAIN } from './kinds.ts';
import type { Ledger } from './ledger.ts';

/** Headers that programs fill in for programs. What is not here is replaced. */
const PLAIN_HEADERS =
  /^(?:accept(?:-.*)?|age|allow|bearer-indication|cache-control|connection|content-(?:disposition|encoding|language|length|range|type)|date|dav|encoding-version|expires|expect|keep-alive|last-modified|ms-.*|pragma|proxy-connection|public|push-flag|retry-after|server|te|trailer|transfer-encoding|upgrade|user-agent|vary|x-aspnet-version|x-content-type-options|x-frame-options|x-ms-asthrottle|x-ms-rp|x-ms-mv|x-powered-by|x-wap-(?:application-id|loc-.*|security|tod)|x-wsp-.*|x-xss-protection|x-z-push-version)$/;
const SECRETS = new Set(['authorization', 'proxy-authorization', 'www-authenticate', 'authentication-info']);
const ADDRESSES = /^(?:location|content-location|origin|referer|x-ms-location|.*-ur[il])$/;

/** Of what kind the value of a header is, told by its name; the first row that fits. */
const KINDS: readonly (readonly [name: RegExp, kind: string])[] = [
  [PLAIN_HEADERS, PLAIN],
  [/^(?:host|via|forwarded|x-feserver|x-beserver|x-forwarded-.*|.*-(?:ip|host|server))$/, 'server'],
  [/^x-ms-policykey$/, 'key'],
  [/user|account|mailbox|login|principal|email/, 'account'],
  [/device-?id/, 'device'],
  [/auth|token|secret|session|passw|api-?key/, 'secret'],
];

/** What proves who sent a provisioning document: with the document it lets the PIN behind it be found by trying. */
const MAC = /(;\s*MAC=)(\w+)/g;
/** A file's name behind what a body is. */
const FILE_NAME = /((?:file)?name\*?\s*=\s*)("[^"]*"?|[^;\s]+)/gi;

/** The value of a header. @param name in lower case */
export function redactHeader(name: string, value: string, ledger: Ledger): string {
  if (SECRETS.has(name)) return redactSecret(value, ledger);
  if (name === 'cookie') return redactCookies(value, ledger);
  if (name === 'set-cookie') return redactSetCookie(value, ledger);
  if (ADDRESSES.test(name)) return redactUrl(value, ledger);
  const kind = KINDS.find(([names]) => names.test(name))?.[1] ?? 'other';
  if (kind !== PLAIN || !name.startsWith('content-')) return ledger.text(value, kind);
  const named = value.replace(FILE_NAME, (_, is: string, file: string) => is + fileName(file, ledger));
  const signed = named.replace(MAC, (_, is: string, mac: string) => is + ledger.text(mac, 'secret'));
  return ledger.text(signed, PLAIN);
}

/** A name in quotes, bare, or as `UTF-8''…` with its characters escaped. */
function fileName(text: string, ledger: Ledger): string {
  const [, before = '', name = '', behind = ''] = /^("|[\w-]*'\w*')?(.*?)("?)$/s.exec(text) ?? [];
  return before + spelled(name, (plain) => ledger.text(plain, 'file')) + behind;
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
