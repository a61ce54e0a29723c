import { at, type ExchangeRule } from '../digest/index.ts';
import type { RulePage } from '../rule.ts';
import { holding, leaf, message, reply } from './example-bytes.ts';

const WBXML = ['application/vnd.ms-sync.wbxml', 'application/vnd.ms-sync'];

/** An answer that leads to a part of a multipart body, and is none. */
export const partWithoutParts: ExchangeRule = {
  id: 'part-without-parts',
  breach: 'MUST',
  consequence: { what: 'rejected', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD 2.2.3.130, 2.2.1.10.1',
  judge(pair) {
    const { response } = pair;
    if (!response || response.around > 0 || !WBXML.includes(response.http.contentType ?? '')) return [];
    const parts = (response.items ?? []).flatMap(({ part }) => part ?? []);
    const [first, ...more] = parts;
    if (!first) return [];
    return [
      {
        ...at(pair, 'response', first),
        text: `Part ${first.text} of a multipart answer is to hold what was fetched, and this answer has no parts: it is ${response.http.contentType ?? ''}. Where the request does not say MS-ASAcceptMultiPart: T, it stands here in Data.`,
        times: parts.length,
        related: more.slice(0, 100).map((one) => ({ ...at(pair, 'response', one), text: 'And here.' })),
      },
    ];
  },
};

const FILE = ['0011', leaf('51', 'a'), '0014'];
const request = message('0014', holding('45', holding('46', leaf('47', 'Mailbox'), ...FILE)));
const answer = (...held: readonly string[]): string =>
  message(
    '0014',
    holding(
      '45',
      leaf('4d', '1'),
      holding('4e', holding('46', leaf('4d', '1'), ...FILE, holding('4b', ...held))),
    ),
  );
const TYPE = { 'Content-Type': 'application/vnd.ms-sync.wbxml' };

export const partWithoutPartsPage: RulePage = {
  title: 'A Part in an answer without parts',
  scope: 'exchange',
  commands: ['ItemOperations'],
  side: 'response',
  why: 'Part is a number in the table at the front of a multipart answer. Without that table the file is nowhere.',
  covers: [],
  bad: { exchanges: [{ request: { hex: request }, response: reply(answer(leaf('51', '1')), TYPE) }] },
  good: { exchanges: [{ request: { hex: request }, response: reply(answer(leaf('4c', 'eA==')), TYPE) }] },
};
