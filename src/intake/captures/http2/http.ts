import type { Http, Side } from '../../../conversation/index.ts';
import { headerRecord, withinLimits } from '../catch.ts';
import type { Field } from './static-table.ts';

/** A token, as names of fields are. */
const NAME = /^[\w!#$%&'*+.^`|~-]+$/;

/** Whose header it is, by any of its pseudo fields; `undefined` for trailers, which have none. */
export function sideOf(fields: readonly Field[]): Side | undefined {
  const pseudo = fields.find(([name]) => name.startsWith(':'))?.[0];
  if (pseudo === undefined) return undefined;
  return pseudo === ':status' ? 'response' : 'request';
}

/**
 * The fields of a header as HTTP/1.1 would have them: `:authority` is Host, cookies stand in one line
 * (RFC 9113 §8.2.3, §8.3.1).
 */
export function httpOf(fields: readonly Field[], side: Side): Http {
  const first = (wanted: string): string | undefined => fields.find(([name]) => name === wanted)?.[1];
  const cookies = fields.filter(([name]) => name === 'cookie').map(([, value]) => value);
  const authority = first('host') === undefined ? first(':authority') : undefined;
  const [method, url] = [first(':method'), first(':path') ?? first(':authority')];
  const headers = headerRecord([
    ...(authority === undefined ? [] : [['host', authority] as const]),
    ...fields.filter(([name]) => name !== 'cookie' && NAME.test(name)),
    ...(cookies.length === 0 ? [] : [['cookie', cookies.join('; ')] as const]),
  ]);
  const common = Object.keys(headers).length > 0 ? { headers } : {};
  if (side === 'response') return withinLimits({ status: Number(first(':status')), ...common });
  return withinLimits({
    ...(method !== undefined && { method }),
    ...(url !== undefined && { url }),
    ...common,
  });
}
