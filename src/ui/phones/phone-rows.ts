import { words } from '#words/phones.ts';
import {
  otherSide,
  readingOf,
  type Conversation,
  type Message,
  type Place,
  type Side,
} from '../../conversation/index.ts';
import { decode } from '../../doctypes/index.ts';
import { endsEarly } from '../../doctor/index.ts';
import { judgeReply, phoneProfiles, type ReplyJudgement } from '../../sim/index.ts';
import { fittingRequest, type Asked } from './fitting-request.ts';
import { sentWords, stateWords } from './state-words.ts';

/** The message on show, and what it was found to be. */
export interface Shown {
  message: Message | undefined;
  partner: Message | undefined;
  exchange: number;
  /** Where it stands, which may be another side than it was found to be. */
  standsAt: Side;
  side: Side;
  command: string | undefined;
  version: string | undefined;
}

/** What one phone does with the reply. */
export interface PhoneRow {
  id: string;
  title: string;
  about: string;
  verdict: ReplyJudgement['verdict'];
  /** Why, in a sentence; for `unknown`, that nobody knows. */
  why: string;
  /** `reported · a source`. */
  known: string;
  place?: Place;
  /** Where it stands then, in a sentence; absent where nobody knows. */
  next?: string;
  sends?: Sent;
}

export interface Sent {
  words: string;
  conversation: Conversation;
}

/** The rows, or why there are none. */
export type PhoneAnswers =
  { rows: PhoneRow[]; about: string; asked?: Asked } | { rows?: undefined; about: string };

/** What the phones of the simulation ask. */
const ASKED_BY_PHONES: readonly string[] = [
  'OPTIONS',
  'Provision',
  'FolderSync',
  'Settings',
  'Sync',
  'Ping',
  'SendMail',
  'SmartReply',
  'MoveItems',
  'MeetingResponse',
  'ItemOperations',
];
/** Commands after which a phone stands elsewhere, or has to ask again. */
const MOVES: readonly string[] = ['OPTIONS', 'Provision', 'FolderSync', 'Sync'];
const DEFAULT_VERSION = '14.1';

/**
 * What every phone of the simulation would do with the reply on show, or with the reply to the request on show.
 * @param asked how a Sync was asked that was not captured; found out where absent
 */
export function phoneAnswers(shown: Shown, asked?: Asked): PhoneAnswers {
  const { message, partner, exchange, standsAt, side, command } = shown;
  const isReply = side === 'response';
  const reply = isReply ? message : partner;
  const version = shown.version ?? DEFAULT_VERSION;
  if (!reply) return { about: words.noReply };
  if (!reply.bytes && reply.http?.status === undefined) return { about: words.notCaptured };
  if (reply.recorded && reply.bytes && endsEarly(decode(reply.bytes, readingOf(reply))))
    return { about: words.inPart };
  if (command === undefined) return { about: words.noCommand };
  if (!ASKED_BY_PHONES.includes(command)) {
    return {
      about: words.notAsked(command),
    };
  }
  const captured = isReply ? partner : message;
  const bytes = reply.bytes ?? new Uint8Array();
  const fitting = captured?.bytes ? undefined : fittingRequest(command, version, bytes, asked);
  const request = captured?.bytes ? readAs(captured, command, message?.readAs?.version) : fitting?.message;
  if (!request)
    return {
      about: words.noRequest(version, command),
    };
  const where = { exchange, side: isReply ? standsAt : otherSide(standsAt) };
  const rows = phoneProfiles.map((profile) => rowOf(profile, { command, request, reply, version, where }));
  if (!fitting) return { rows, about: words.asCaptured };
  return {
    rows,
    about: words.takenFor(fitting.words),
    ...(fitting.asked && { asked: fitting.asked }),
  };
}

interface Judged {
  command: string;
  request: Message;
  reply: Message;
  version: string;
  where: Pick<Place, 'exchange' | 'side'>;
}

function rowOf(
  profile: (typeof phoneProfiles)[number],
  { command, request, reply, version, where }: Judged,
): PhoneRow {
  const { verdict, why, basis, source, place, fault, next } = judgeReply({
    phone: profile.id,
    version,
    request,
    response: reply,
  });
  const { id, title, about, versions } = profile;
  const silent = versions.includes(version) ? '' : words.doesNotSpeak(version);
  const nobody = verdict === 'unknown';
  return {
    id,
    title,
    about,
    verdict,
    why: nobody ? nobodyWords(title, why) : `${why}${silent}`,
    known: nobody ? source : [basis, source].filter(Boolean).join(' · '),
    ...(place && (fault !== undefined || verdict !== 'accepts') && { place: { ...where, ...place } }),
    ...(!nobody && MOVES.includes(command) && { next: stateWords(next.state, verdict === 'accepts') }),
    ...(!nobody && next.sends && { sends: sent(title, next.sends) }),
  };
}

const nobodyWords = (title: string, why: string): string =>
  /nobody has reported/i.test(why) ? why : `${why} ${words.nobodyReported(title)}`;

const sent = (title: string, request: Message): Sent => ({
  words: sentWords(request),
  conversation: {
    format: 1,
    title: words.sendsNext(title),
    exchanges: [{ id: '1', request }],
  },
});

/** The request as what it was found to be, and under the version that a person overruled. */
const readAs = (request: Message, command: string, version: string | undefined): Message => ({
  ...request,
  readAs: { ...request.readAs, command, ...(version !== undefined && { version }) },
});
