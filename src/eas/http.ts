import { fromBase64 } from '../bytes/index.ts';
import { commandOfCode } from './commands.ts';
import { VERSIONS } from './versions.ts';

/** What is known of the HTTP message around a body; header names in any case. */
export interface HttpMessage {
  readonly method?: string;
  readonly url?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

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

/** The value of a header, whatever the case of its name; `undefined` where it is not there. */
export function headerOf(http: HttpMessage | undefined, name: string): string | undefined {
  const wanted = name.toLowerCase();
  const found = Object.entries(http?.headers ?? {}).find(([key]) => key.toLowerCase() === wanted);
  return found?.[1];
}

/**
 * What the HTTP facts say: the query, plain or base64, and the headers. Never fails: what cannot be read is absent.
 * @see MS-ASHTTP §2.2.1.1.1
 */
export function easFacts(http: HttpMessage | undefined): EasFacts {
  if (!http) return {};
  const facts: EasFacts = { ...queryFacts(http.url), ...headerFacts(http) };
  return facts;
}

function headerFacts(http: HttpMessage): EasFacts {
  const facts: EasFacts = {};
  const version = headerOf(http, 'MS-ASProtocolVersion')?.trim();
  if (version !== undefined && version !== '') {
    facts.version = version;
    facts.versionFrom = 'MS-ASProtocolVersion';
  }
  const policyKey = headerOf(http, 'X-MS-PolicyKey')?.trim();
  if (policyKey !== undefined) facts.policyKey = policyKey;
  const userAgent = headerOf(http, 'User-Agent');
  if (userAgent !== undefined) facts.userAgent = userAgent;
  const contentType = headerOf(http, 'Content-Type')?.split(';')[0]?.trim().toLowerCase();
  if (contentType !== undefined && contentType !== '') facts.contentType = contentType;
  const contentEncoding = headerOf(http, 'Content-Encoding')?.trim().toLowerCase();
  if (contentEncoding !== undefined && contentEncoding !== '') facts.contentEncoding = contentEncoding;
  return facts;
}

function queryFacts(url: string | undefined): EasFacts {
  const at = url?.indexOf('?') ?? -1;
  if (url === undefined || at < 0) return {};
  const query = url.slice(at + 1).split('#')[0] ?? '';
  return plainQuery(query) ?? base64Query(query) ?? {};
}

function plainQuery(query: string): EasFacts | undefined {
  const values = new Map<string, string>();
  for (const part of query.split('&')) {
    const equals = part.indexOf('=');
    if (equals > 0) values.set(part.slice(0, equals).toLowerCase(), unescaped(part.slice(equals + 1)));
  }
  const command = values.get('cmd');
  if (command === undefined) return undefined;
  const facts: EasFacts = { command };
  const user = values.get('user');
  if (user !== undefined) facts.user = user;
  const deviceId = values.get('deviceid');
  if (deviceId !== undefined) facts.deviceId = deviceId;
  const deviceType = values.get('devicetype');
  if (deviceType !== undefined) facts.deviceType = deviceType;
  return facts;
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
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
  const version = VERSIONS.find((known) => Number(known) * 10 === bytes[0]);
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
  if (deviceId) facts.deviceId = latin1(deviceId);
  if (policyKey?.length === 4) {
    facts.policyKey = String(new DataView(policyKey.buffer, policyKey.byteOffset, 4).getUint32(0, true));
  }
  if (deviceType) facts.deviceType = latin1(deviceType);
  return facts;
}

const unescapedBase64 = (query: string): string => query.replace(/%2b/gi, '+').replace(/%2f/gi, '/').replace(/%3d/gi, '=');

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
