import { base64QueryFault } from '../../eas/index.ts';
import type { Halves } from '../context.ts';
import type { HttpDigest } from './types.ts';

/** Headers that are kept as they stand, and the field of the digest for each. */
const AS_THEY_STAND = [
  ['X-MS-Location', 'location'],
  ['Retry-After', 'retryAfter'],
  ['WWW-Authenticate', 'challenge'],
  ['MS-ASProtocolVersions', 'versions'],
  ['MS-ASProtocolCommands', 'commands'],
] as const;

/** What HTTP says around a message. Never fails: what cannot be read is absent. */
export function httpDigest({ message: { http }, facts, headers }: Halves): HttpDigest {
  if (!http) return { hasHeaders: false, hasPlainQuery: false };
  const { method, status, url } = http;
  const digest: HttpDigest = { hasHeaders: headers.isAny, hasPlainQuery: /[?&]cmd=/i.test(url ?? '') };
  if (method !== undefined) digest.method = method.toUpperCase();
  if (status !== undefined) digest.status = status;
  const queryFault = base64QueryFault(url);
  if (queryFault !== undefined) digest.queryFault = queryFault;
  addFacts(digest, facts);
  addHeaders(digest, headers);
  return digest;
}

function addFacts(digest: HttpDigest, facts: Halves['facts']): void {
  const { user, deviceId, command, policyKey, contentType, contentEncoding, userAgent } = facts;
  if (user !== undefined && deviceId !== undefined) digest.phone = `${user} ${deviceId}`;
  else if (user !== undefined) digest.phone = user;
  else if (deviceId !== undefined) digest.phone = deviceId;
  if (command !== undefined) digest.addressed = command;
  if (policyKey !== undefined) digest.policyKey = policyKey;
  if (contentType !== undefined) digest.contentType = contentType;
  if (contentEncoding !== undefined) digest.contentEncoding = contentEncoding;
  if (userAgent !== undefined) digest.agent = userAgent;
}

function addHeaders(digest: HttpDigest, headers: Halves['headers']): void {
  const version = headers.get('MS-ASProtocolVersion');
  if (version !== undefined) digest.version = version.trim();
  const length = headers.get('Content-Length')?.trim();
  if (length !== undefined && /^\d{1,12}$/.test(length)) digest.contentLength = Number(length);
  const transferEncoding = headers.get('Transfer-Encoding');
  if (transferEncoding !== undefined) digest.transferEncoding = transferEncoding.trim().toLowerCase();
  for (const [name, field] of AS_THEY_STAND) {
    const value = headers.get(name);
    if (value !== undefined) digest[field] = value;
  }
}
