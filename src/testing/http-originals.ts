import { Buffer } from 'node:buffer';
import { messagesOf, type Conversation, type Http } from '../conversation/index.ts';

/** Parameters of an address that name a person, a phone, or what is theirs. */
const PARAMETERS = new Set([
  ...['user', 'deviceid', 'attachmentname', 'collectionid', 'collectionname', 'parentid', 'itemid', 'longid'],
]);
/** Parts of names that servers have everywhere: they tell nobody which one it is. */
const LEAST = 6;

/**
 * What the HTTP side of a conversation tells of people, phones and servers: accounts, devices, policy keys, secrets,
 * hosts. Found by a way of its own, so that it can judge what replaces them. As long as chance never makes them.
 */
export function httpOriginals(conversation: Conversation): Set<string> {
  const found = new Set<string>();
  for (const { message } of messagesOf(conversation)) {
    for (const value of message.http ? factsOf(message.http) : []) {
      if (value.length >= LEAST) found.add(value);
    }
  }
  return found;
}

function factsOf({ url, headers = {} }: Http): string[] {
  return [
    ...(url === undefined ? [] : addressOf(url)),
    ...Object.entries(headers).flatMap(([name, value]) => headerOf(name.toLowerCase(), value)),
  ];
}

function headerOf(name: string, value: string): string[] {
  switch (name) {
    case 'host':
    case 'x-ms-policykey':
    case 'x-forwarded-for':
    case 'x-feserver':
    case 'x-anchormailbox':
      return [value];
    case 'location':
      return addressOf(value);
    case 'authorization': {
      const [scheme = '', secret = ''] = value.split(/ (.*)/s);
      const pair = scheme === 'Basic' ? Buffer.from(secret, 'base64').toString() : '';
      return secret.startsWith('[') ? [] : [secret, ...pair.split(/[:\\]/)];
    }
    case 'cookie':
    case 'set-cookie':
      return value
        .split('; ')
        .flatMap((pair) => (/^(?:path|samesite)=/i.test(pair) ? [] : (pair.split('=')[1] ?? [])));
    case 'content-disposition':
      return [...value.matchAll(/filename="([^"]*)\.\w+"/g)].map(([, file = '']) => file);
    default:
      return [];
  }
}

function addressOf(address: string): string[] {
  const { hostname, search, username, password } = new URL(address, 'http://x.invalid');
  const query = search.slice(1);
  const here = [hostname === 'x.invalid' ? '' : hostname, username, password];
  if (!query.includes('=') || /^[\w+/]{12,}=*$/.test(query)) return [...here, ...packedOf(query)];
  const named = [...new URLSearchParams(query)].filter(([name]) => PARAMETERS.has(name.toLowerCase()));
  return [...here, ...named.flatMap(([, value]) => [value, ...value.split('\\')])];
}

/** Device and policy key of a query in base64, each as text. @see MS-ASHTTP §2.2.1.1.1.1.1 */
function packedOf(query: string): string[] {
  const bytes = Buffer.from(query, 'base64');
  const device = bytes.subarray(5, 5 + (bytes[4] ?? 0));
  const key = bytes.subarray(5 + device.length);
  return [device.toString('hex'), ...(key[0] === 4 ? [String(key.readUInt32LE(1))] : [])];
}
