import type { Exchange, Message } from '../../conversation/index.ts';
import { headerOf } from '../../eas/index.ts';

/** Begins like WBXML in one of the charsets that are in use: version 1.0 to 1.3, a public id, UTF-8. */
const beginsLikeWbxml = ([version = 255, id = 0, charset = 0]: Uint8Array): boolean =>
  version <= 3 && id > 0 && (charset === 0x6a || charset === 4 || charset === 3);

function isWbxml(message: Message | undefined): boolean {
  if (!message) return false;
  if (/wbxml|ms-sync|syncml/i.test(headerOf(message.http, 'content-type') ?? '')) return true;
  return message.bytes !== undefined && message.bytes.length > 4 && beginsLikeWbxml(message.bytes);
}

/** Whether an exchange carries WBXML or is one of ActiveSync's. */
const isRelevant = ({ request, response }: Exchange): boolean =>
  /Microsoft-Server-ActiveSync/i.test(request?.http?.url ?? '') || isWbxml(request) || isWbxml(response);

/** The host an exchange went to, in lower case; empty where nothing says it. */
function hostOf({ request }: Exchange): string {
  const named = /^[a-z]+:\/\/([^/?#]*)/i.exec(request?.http?.url ?? '')?.[1];
  return (headerOf(request?.http, 'host') ?? named ?? '').toLowerCase().replace(/:\d+$/, '');
}

/**
 * The exchanges with every host that speaks WBXML; all of them where none does. A browser's record is mostly pages and
 * pictures of other hosts.
 */
export function relevantExchanges(exchanges: readonly Exchange[]): Exchange[] {
  const hosts = exchanges.map(hostOf);
  const relevant = new Set(hosts.filter((_, i) => isRelevant(exchanges[i] as Exchange)));
  return relevant.size === 0 ? [...exchanges] : exchanges.filter((_, i) => relevant.has(hosts[i] as string));
}
