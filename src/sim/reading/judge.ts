import type { Message } from '../../conversation/index.ts';
import { commandNamed, headerOf, versionBit, versionsOf } from '../../eas/index.ts';
import type { PhoneProfile } from '../phone/profiles.ts';
import { readTree, type Tree } from '../message/tree.ts';
import { WBXML_TYPE } from '../message/http.ts';
import { mayBeginWbxml } from '../../wbxml/index.ts';
import type { Breach } from './breach.ts';
import { breachesOf } from './breaches.ts';
import { flatJudgement } from './flat.ts';
import type { Judgement } from './judgement.ts';
import { missingNeed } from './needs.ts';
import type { Question } from './question.ts';
import { clean, ofBreach, reaction, worstOf } from './reaction.ts';

/** A reply as a phone reads it. */
export interface Reading {
  readonly judgement: Judgement;
  readonly tree?: Tree;
}

const WBXML_TYPES = [WBXML_TYPE, 'application/vnd.ms-sync'];

/**
 * Reads a reply under the rules of a profile. Rules only: what is in the bytes and the headers, and what is known of
 * phones that met it.
 */
export function readReply(question: Question, reply: Message, profile: PhoneProfile): Reading {
  const status = reply.http?.status ?? 200;
  if (status !== 200) return { judgement: httpError(status) };
  const { bytes } = reply;
  if (question.command === 'OPTIONS') return { judgement: optionsJudgement(reply) };
  if (!bytes || bytes.length === 0) return { judgement: emptyReply(question, reply, profile) };
  if (commandNamed(question.command)?.response === 'bytes') return { judgement: fileReply(question) };
  const odd = notWbxml(bytes, reply, profile);
  if (odd) return { judgement: odd };
  const tree = readTree(bytes);
  const breaches = breachesOf(tree, question.command, question.version);
  const judgement =
    profile.reader === 'flat'
      ? flatJudgement(question, tree, breaches, profile)
      : structureJudgement(question, tree, breaches, profile);
  return { judgement, tree };
}

const httpError = (status: number): Judgement => ({
  verdict: 'rejects',
  why: `HTTP ${status}: there is no answer in it.`,
  basis: 'spec',
  source: 'MS-ASHTTP 2.2.2.1.1',
  fault: 'http-error',
  goesOn: false,
});

function optionsJudgement(reply: Message): Judgement {
  const versions = headerOf(reply.http, 'MS-ASProtocolVersions');
  const good = versions !== undefined && versions !== '';
  return {
    verdict: good ? 'accepts' : 'rejects',
    why: good ? `The server speaks ${versions}.` : 'There is no MS-ASProtocolVersions.',
    basis: good ? 'spec' : 'inferred',
    source: good ? 'MS-ASHTTP R247' : 'mailcow issue 2112',
    goesOn: good,
    ...(!good && { fault: 'no-versions' }),
  };
}

function emptyReply(question: Question, reply: Message, profile: PhoneProfile): Judgement {
  const [folder] = question.folders;
  const type = headerOf(reply.http, 'Content-Type') ?? '';
  const encoding = headerOf(reply.http, 'Content-Encoding') ?? '';
  if (encoding !== '' || /html/i.test(type)) {
    return {
      ...reaction('odd-empty-reply', profile, `The body is empty, yet it is called ${encoding || type}.`),
      odd: true,
    };
  }
  if (folder?.key === '0')
    return reaction('missing-sync-part', profile, 'Key 0 is answered with nothing: no key.');
  if (folder?.uploads)
    return reaction('empty-reply-to-upload', profile, 'What was sent is answered with nothing.');
  const legal = commandNamed(question.command)?.emptyResponse;
  if (legal && (versionBit(question.version) & versionsOf(legal.versions)) !== 0) {
    return {
      verdict: 'accepts',
      why: `An empty reply: ${legal.meaning}.`,
      basis: 'spec',
      source: 'MS-ASCMD 2.2.1.21.2',
      goesOn: true,
    };
  }
  return reaction('no-body', profile, `${question.command} is answered with nothing.`);
}

/** What is fetched by itself stands there as it is. */
const fileReply = ({ command }: Question): Judgement => ({
  verdict: 'accepts',
  why: `${command} is answered with the file itself.`,
  basis: 'spec',
  source: 'MS-ASCMD, GetAttachment',
  goesOn: true,
});

function notWbxml(bytes: Uint8Array, reply: Message, profile: PhoneProfile): Judgement | undefined {
  const type = (headerOf(reply.http, 'Content-Type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    const judged = reaction(
      'odd-empty-reply',
      profile,
      'The body is gzip of nothing, or of something nobody unpacks.',
    );
    return { ...judged, odd: true, place: { start: 0, end: bytes.length } };
  }
  if (!mayBeginWbxml(bytes[0])) {
    return { ...reaction('not-wbxml', profile, 'The body is no WBXML.'), place: { start: 0, end: 1 } };
  }
  if (type !== '' && !WBXML_TYPES.includes(type)) {
    return reaction('wrong-content-type', profile, `Content-Type is ${type}.`);
  }
  return undefined;
}

function structureJudgement(
  question: Question,
  tree: Tree,
  breaches: readonly Breach[],
  profile: PhoneProfile,
): Judgement {
  const need = missingNeed(question, tree.root, profile);
  const found = breaches.map((breach) => ofBreach(breach, profile));
  if (need && !found.some(({ verdict }) => verdict === 'rejects' || verdict === 'crashes')) found.push(need);
  const worst = worstOf(found);
  if (!worst) return clean(tree, question);
  if (need) return { ...worst, goesOn: false };
  return worst;
}
