import { fromBase64, latin1Text } from '../bytes/index.ts';
import { withoutParameters } from '../doctypes/index.ts';
import { commandNamed, commandOfCode } from './commands.ts';
import { HttpHeaders, type HttpMessage } from './http-headers.ts';
import { VERSIONS } from './versions.ts';

/** What an HTTP message says of the ActiveSync message in it; absent where it says nothing. */
export interface EasFacts {
  command?: string;
  version?: string;
  /** Where the version stands: a header, or the base64 query. */
  versionFrom?: 'MS-ASProtocolVersion' | 'the base64 query';
  deviceId?: string;
  deviceType?: string;
  user?: string;
  policyKey?: string;
  userAgent?: string;
  /** Without parameters, in lower case. */
  contentType?: string;
  contentEncoding?: string;
}

/**
 * What the HTTP facts say: the query, plain or base64, and the headers. Never fails: what cannot be read is absent.
 * @param headers its headers, where the caller has them already
 * @see MS-ASHTTP §2.2.1.1.1
 */
export function easFacts(http: HttpMessage | undefined, headers = new HttpHeaders(http)): EasFacts {
  return http ? withHeaders(queryFacts(http.url), headers) : {};
}

function withHeaders(facts: EasFacts, headers: HttpHeaders): EasFacts {
  const version = headers.get('MS-ASProtocolVersion')?.trim();
  if (version) {
    facts.version = version;
    facts.versionFrom = 'MS-ASProtocolVersion';
  }
  const policyKey = headers.get('X-MS-PolicyKey');
  if (policyKey !== undefined) facts.policyKey = policyKey.trim();
  const userAgent = headers.get('User-Agent');
  if (userAgent !== undefined) facts.userAgent = userAgent.trim();
  const contentType = withoutParameters(headers.get('Content-Type') ?? '');
  if (contentType) facts.contentType = contentType;
  const contentEncoding = headers.get('Content-Encoding')?.trim();
  if (contentEncoding) facts.contentEncoding = contentEncoding.toLowerCase();
  return facts;
}

function queryFacts(url: string | undefined): EasFacts {
  const query = queryOf(url);
  return query === undefined ? {} : (plainQuery(query) ?? base64Query(query) ?? {});
}

/** What stands behind the ? of an address. */
function queryOf(url: string | undefined): string | undefined {
  const at = url?.indexOf('?') ?? -1;
  if (url === undefined || at < 0) return undefined;
  const hash = url.indexOf('#', at);
  return url.slice(at + 1, hash < 0 ? url.length : hash);
}

const PARAMETERS = new Map<string, 'command' | 'user' | 'deviceId' | 'deviceType'>([
  ['cmd', 'command'],
  ['user', 'user'],
  ['deviceid', 'deviceId'],
  ['devicetype', 'deviceType'],
  // as they are mostly written
  ['Cmd', 'command'],
  ['User', 'user'],
  ['DeviceId', 'deviceId'],
  ['DeviceType', 'deviceType'],
]);

function plainQuery(query: string): EasFacts | undefined {
  const facts: EasFacts = {};
  let at = 0;
  while (at < query.length) {
    const start = at;
    const ampersand = query.indexOf('&', start);
    const end = ampersand < 0 ? query.length : ampersand;
    at = end + 1;
    const equals = query.indexOf('=', start);
    if (equals < 0 || equals > end) continue;
    const written = query.slice(start, equals);
    const name = PARAMETERS.get(written) ?? PARAMETERS.get(written.toLowerCase());
    if (name !== undefined) facts[name] = unescaped(query.slice(equals + 1, end));
  }
  if (facts.command === undefined) return undefined;
  facts.command = commandNamed(facts.command)?.name ?? facts.command;
  return facts;
}

function unescaped(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text); // a + stays: phones write a space as %20
  } catch {
    return text; // a lone % is kept as it stands
  }
}

/**
 * Version times ten, command code, locale (2 bytes), DeviceId, policy key (0 or 4 bytes), DeviceType, each with its
 * length before it; parameters follow.
 */
function base64Query(query: string): EasFacts | undefined {
  const bytes = fromBase64(unescapedBase64(query));
  if (!bytes || bytes.length < 6) return undefined;
  const version = VERSIONS.find((known) => Math.round(Number(known) * 10) === bytes[0]);
  const command = commandOfCode(bytes[1] ?? -1);
  if (version === undefined || !command) return undefined;
  const facts: EasFacts = { command: command.name, version, versionFrom: 'the base64 query' };
  let at = 4;
  const field = (): Uint8Array | undefined => {
    const length = bytes[at] ?? 0;
    const value = bytes.subarray(at + 1, at + 1 + length);
    at += 1 + length;
    return value.length === length ? value : undefined;
  };
  const deviceId = field();
  const policyKey = field();
  const deviceType = field();
  if (deviceId) facts.deviceId = latin1Text(deviceId);
  if (policyKey?.length === 4) {
    facts.policyKey = String(new DataView(policyKey.buffer, policyKey.byteOffset, 4).getUint32(0, true));
  }
  if (deviceType) facts.deviceType = latin1Text(deviceType);
  return facts;
}

/**
 * What is wrong with a base64 query, as a sentence; `undefined` where it can be read, or is none.
 * @see MS-ASHTTP §2.2.1.1.1.1
 */
export function base64QueryFault(url: string | undefined): string | undefined {
  const query = queryOf(url);
  if (query === undefined || !/^[A-Za-z0-9+/=%]{8,}$/.test(query)) return undefined;
  if (!/^[^?]*microsoft-server-activesync/i.test(url ?? '')) return undefined;
  const bytes = fromBase64(unescapedBase64(query));
  if (!bytes || plainQuery(query)) return undefined;
  const version = bytes[0] ?? 0;
  if (!VERSIONS.some((known) => Math.round(Number(known) * 10) === version)) {
    return `Its first byte is ${version}, which is no version times ten.`;
  }
  const code = bytes[1] ?? 0;
  if (!commandOfCode(code)) return `Its second byte is ${code}, which is the number of no command.`;
  const keyAt = 5 + (bytes[4] ?? 0); // behind version, command, locale, and DeviceId with its length
  const keyLength = bytes[keyAt];
  if (keyLength === undefined) return 'It ends before the policy key.';
  if (keyLength !== 0 && keyLength !== 4) return `Its policy key has ${keyLength} bytes. It has 4, or none.`;
  const typeLength = bytes[keyAt + 1 + keyLength] ?? Infinity;
  return keyAt + 2 + keyLength + typeLength > bytes.length
    ? 'It ends before its DeviceType does.'
    : undefined;
}

const unescapedBase64 = (query: string): string =>
  query.replace(/%2b/gi, '+').replace(/%2f/gi, '/').replace(/%3d/gi, '=');
