import { words } from '#words/asking.ts';
import { decode } from '../doctypes/index.ts';
import { readingOf, type Conversation, type Message } from '../conversation/index.ts';
import { commandOfRoot, headerOf } from '../eas/index.ts';
import { askServer, type ServerState, type Setup } from '../sim/index.ts';

/** A request of a person to the mock server. */
export interface Question {
  request: Message;
  setup: Pick<Setup, 'server' | 'version' | 'faults'>;
  /** The server as it is before; a new one where it is absent. */
  state?: ServerState | undefined;
  /** What was asked before; the exchange is added to it. */
  before?: Conversation | undefined;
}

/** A conversation of a person with the mock server, and the server as it is after it. */
export interface Asked {
  conversation: Conversation;
  state: ServerState;
  /** What the server did, in sentences. */
  says: string;
}

/** Puts a request to the mock server. */
export function ask({ request, setup, state, before }: Question): Asked {
  const sent = withHttp(request, setup.version, state?.policy.permanent ?? '0');
  const answer = askServer({ request: sent, setup, ...(state && { state }) });
  const why = answer.taken.map((taken) => taken.why).join(' ');
  const says = answer.reply ? why : `${why} ${words.held}`.trim();
  const exchanges = before?.exchanges ?? [];
  const exchange = {
    id: String(exchanges.length + 1),
    note: says,
    request: sent,
    ...(answer.reply && { response: answer.reply }),
  };
  return {
    conversation: {
      format: 1,
      title: words.title(setup.server, setup.version),
      exchanges: [...exchanges, exchange],
    },
    state: answer.state,
    says,
  };
}

/** Bytes that came without HTTP go out as a phone would send them. */
function withHttp(request: Message, version: string, policyKey: string): Message {
  const { bytes, http } = request;
  if (http?.url !== undefined || headerOf(http, 'MS-ASProtocolVersion') !== undefined || !bytes)
    return request;
  const { tokens, vocabulary } = decode(bytes, readingOf(request));
  const root = [...tokens].find(({ kind }) => kind === 'tag');
  const namespace = vocabulary.page(root?.page ?? 0)?.namespace ?? '';
  const command = commandOfRoot(`${namespace}:${root?.name ?? ''}`)?.name;
  return {
    ...request,
    http: {
      method: 'POST',
      url: `/Microsoft-Server-ActiveSync?${command === undefined ? '' : `Cmd=${command}&`}User=you&DeviceId=YOURS&DeviceType=Phone`,
      headers: {
        'MS-ASProtocolVersion': version,
        'X-MS-PolicyKey': policyKey,
        'Content-Type': 'application/vnd.ms-sync.wbxml',
        ...http?.headers,
      },
    },
  };
}
