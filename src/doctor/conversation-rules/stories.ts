import { isHttpOk, turnsOf, wentWell, type Digest, type Pair } from '../digest/index.ts';

const ORDINALS = [
  'First',
  'Second',
  'Third',
  'Fourth',
  'Fifth',
  'Sixth',
  'Seventh',
  'Eighth',
  'Ninth',
  'Tenth',
];

/** “Third”, “12th”, “21st”. */
export function ordinal(n: number): string {
  const word = ORDINALS[n - 1];
  if (word !== undefined) return word;
  const tens = n % 100;
  const ending = tens > 10 && tens < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${ending}`;
}

/** A Status or an HTTP status that asks for Provision. */
export const asksForProvision = (reply: Digest | undefined): boolean =>
  reply !== undefined &&
  (reply.http.status === 449 || ['142', '143', '144'].includes(reply.status?.text ?? ''));

/** The key that a reply to the second phase of Provision brings; `undefined` for any other exchange. */
export function permanentKey({ request, response }: Pair): string | undefined {
  const policy = response?.provision?.policies[0];
  if (!response || request?.provision?.policies[0]?.status === undefined || !wentWell(response))
    return undefined;
  return policy?.status?.text === '1' ? policy.key?.text : undefined;
}

/**
 * True where a phone that takes the reply has no reason to send the very same request again: there is a new key, or
 * nothing that could be taken.
 */
export function shouldMoveOn(pair: Pair): boolean {
  const { request, response } = pair;
  if (!request) return false;
  if (response && !isHttpOk(response)) return true;
  switch (request.rootName) {
    case 'AirSync:Sync': {
      const turns = turnsOf(pair);
      if (turns.some(({ asked }) => asked.key?.text === '0')) return true;
      if (!response || response.body === 'absent' || response.body === 'empty') return false;
      if (!wentWell(response)) return true;
      return turns.some(({ asked, answered }) => answered?.key && answered.key.text !== asked.key?.text);
    }
    case 'FolderHierarchy:FolderSync':
      if (request.hierarchy?.key?.text === '0') return true;
      return response?.body === 'wbxml' && response.hierarchy?.key?.text !== request.hierarchy?.key?.text;
    case 'Provision:Provision':
      return true;
    case 'Ping:Ping':
      // 1, 2, 7: the time is over, a folder or the tree has changed; after that the same Ping comes again.
      return response?.status !== undefined && !['1', '2', '7'].includes(response.status.text);
    default:
      return response?.status !== undefined && response.status.text !== '1';
  }
}

/** What a request is about: its command and the folders it names. */
export function subjectOf({ request }: Pair): string {
  const ids = request?.sync?.collections.map(({ id }) => id?.text ?? '') ?? [];
  return [request?.command ?? '', ...ids.sort()].join('\n');
}
