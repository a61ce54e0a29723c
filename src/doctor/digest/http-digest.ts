import type { Message } from '../../conversation/index.ts';
import { base64QueryFault, httpHeaders, type EasFacts } from '../../eas/index.ts';
import { given } from './element.ts';
import type { HttpDigest } from './types.ts';

/** What HTTP says around a message. Never fails: what cannot be read is absent. */
export function httpDigest({ http }: Message, facts: EasFacts): HttpDigest {
  if (!http) return { hasHeaders: false, hasPlainQuery: false };
  const headers = httpHeaders(http);
  const length = headers['content-length']?.trim();
  const who = [facts.user, facts.deviceId].filter((one) => one !== undefined);
  return given<HttpDigest>({
    method: http.method?.toUpperCase(),
    status: http.status,
    hasHeaders: Object.keys(headers).length > 0,
    phone: who.length > 0 ? who.join(' ') : undefined,
    addressed: facts.command,
    queryFault: base64QueryFault(http.url),
    hasPlainQuery: /[?&]cmd=/i.test(http.url ?? ''),
    version: headers['ms-asprotocolversion']?.trim(),
    policyKey: facts.policyKey,
    contentType: facts.contentType,
    contentEncoding: facts.contentEncoding,
    contentLength: length !== undefined && /^\d{1,12}$/.test(length) ? Number(length) : undefined,
    transferEncoding: headers['transfer-encoding']?.trim().toLowerCase(),
    location: headers['x-ms-location'],
    retryAfter: headers['retry-after'],
    challenge: headers['www-authenticate'],
    agent: facts.userAgent,
    versions: headers['ms-asprotocolversions'],
    commands: headers['ms-asprotocolcommands'],
  });
}
