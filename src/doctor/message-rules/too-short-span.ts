import type { Breach, MessageRule, RulePage } from '../rule.ts';
import { elementSpan } from '../scene.ts';
import { spanBetween } from './dates.ts';
import { atFirst, childNamed, tagsNamed, textIn, valueNamed } from './elements.ts';
import type { MessageScene } from './message-index.ts';

/** Where a request names a span of time, and how long that must be. */
interface Span {
  command: string;
  page: string;
  holder: string;
  minutes: number;
  breach: Breach;
  source: string;
  answer: string;
}

const SPANS: readonly Span[] = [
  {
    command: 'ResolveRecipients',
    page: 'ResolveRecipients',
    holder: 'ResolveRecipients:Availability',
    minutes: 30,
    breach: 'MUST',
    source: 'MS-ASCMD 2.2.3.61.1',
    answer: 'A server looks for half an hour at least, and answers Status 5 otherwise.',
  },
  {
    command: 'Settings',
    page: 'Settings',
    holder: 'Settings:Set',
    minutes: 0,
    breach: 'SHOULD',
    source: 'MS-ASCMD, StartTime, EndTime(Oof)',
    answer: 'Nobody can be away like that.',
  },
];

export const tooShortSpan: MessageRule = {
  id: 'too-short-span',
  side: 'request',
  commands: SPANS.map(({ command }) => command),
  breach: 'MUST',
  consequence: { what: 'rejected', by: 'server', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD 2.2.3.61.1',
  judge: (scene) =>
    SPANS.flatMap((span) => {
      const { command, page, holder, minutes, answer, source, breach } = span;
      if (command !== scene.command) return [];
      const places = tagsNamed(scene, holder).filter((i) => isTooShort(scene, i, page, minutes));
      return atFirst(
        scene,
        places.map((i) => childNamed(scene, i, `${page}:EndTime`)),
        (end) => {
          const start = childNamed(scene, scene.decoded.tokens.parent(end), `${page}:StartTime`);
          return {
            text: `EndTime is ${textIn(scene, end)}, and StartTime ${textIn(scene, start)}. ${answer}`,
            related: [{ ...elementSpan(scene, start), text: 'StartTime stands here.' }],
            source,
            breach,
          };
        },
      );
    }),
};

export const tooShortSpanPage: RulePage = {
  title: 'A span of time that ends too early',
  scope: 'message',
  why: 'From a span that ends before it begins a server can make nothing.',
  covers: [],
  bad: {
    hex: '03016a00 000a 45 50 03610001 4f 56 5703323032362d30312d30325430303a30303a30302e3030305a0001 5803323032362d30312d30315430303a30303a30302e3030305a0001 01 01 01',
    side: 'request',
    version: '14.1',
  },
  good: {
    hex: '03016a00 000a 45 50 03610001 4f 56 5703323032362d30312d30315430303a30303a30302e3030305a0001 5803323032362d30312d30325430303a30303a30302e3030305a0001 01 01 01',
    side: 'request',
    version: '14.1',
  },
};

function isTooShort(scene: MessageScene, holder: number, page: string, minutes: number): boolean {
  const [start = '', end = ''] = ['StartTime', 'EndTime'].map((name) =>
    valueNamed(scene, holder, `${page}:${name}`),
  );
  const span = spanBetween(start, end);
  return span !== undefined && span < Math.max(1, minutes * 60_000);
}
