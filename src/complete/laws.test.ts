import fc from 'fast-check';
import { expect, test } from 'vitest';
import { examine } from '../doctor/index.ts';
import { VERSIONS, modelledCommands, bodyModel, type Direction } from '../eas/index.ts';
import { xmlToBytes } from '../xml/index.ts';
import { complete, hover, type Proposal, type TextQuestion } from './index.ts';

/** Rules that say an element may not stand where it does, or not so often, or not in this version. */
const ILLEGAL = [
  'unexpected-child',
  'synckey-under-sync',
  'repeated-child',
  'exclusive-children',
  'mixed-classes',
  'not-in-version',
  'request-only-tag',
  'response-only-tag',
];

const TEXTS = [
  '<Sync xmlns="AirSync"><Collections><Collection><SyncKey>1</SyncKey><CollectionId>2</CollectionId><Commands><Add><ServerId>1</ServerId><ApplicationData xmlns:email="Email"><email:To>x</email:To></ApplicationData></Add></Commands></Collection></Collections></Sync>',
  '<FolderSync xmlns="FolderHierarchy"><Status>1</Status><SyncKey>1</SyncKey><Changes><Count>0</Count></Changes></FolderSync>',
];

/** Every gap between two tags of a text. */
const gaps = (text: string): number[] => [...text.matchAll(/>(?=<)/g)].map(({ index }) => index + 1);

function take({ text }: TextQuestion, proposal: Proposal): string {
  return [proposal, ...proposal.also]
    .toSorted((a, b) => b.start - a.start)
    .reduce((now, { start, end, insert }) => now.slice(0, start) + insert + now.slice(end), text);
}

/** What the rules say against the places of elements. */
function illegal(text: string, side: Direction, version: string): string[] {
  const message = { bytes: xmlToBytes(text), readAs: { side, version } };
  const findings = examine({ format: 1, title: '', exchanges: [{ id: '1', [side]: message }] });
  return findings
    .filter(({ rule }) => ILLEGAL.includes(rule))
    .map(({ rule, text: said }) => `${rule}: ${said}`);
}

test.each([
  { side: 'request' as const, text: TEXTS[0] ?? '' },
  { side: 'response' as const, text: TEXTS[0] ?? '' },
  { side: 'response' as const, text: TEXTS[1] ?? '' },
])('whatever element is proposed may stand there: $side $text', ({ text, side }) => {
  let tried = 0;
  for (const version of VERSIONS) {
    const before = illegal(text, side, version);
    for (const offset of gaps(text)) {
      const question = { text, offset, side, version };
      for (const proposal of complete(question)) {
        if (proposal.kind !== 'element') continue;
        const after = illegal(take(question, proposal), side, version);
        expect({ proposal: proposal.label, offset, version, after }).toEqual({
          proposal: proposal.label,
          offset,
          version,
          after: before,
        });
        tried++;
      }
    }
  }
  expect(tried).toBeGreaterThan(VERSIONS.length);
});

test('each command is offered all that its root may hold', () => {
  for (const command of modelledCommands) {
    for (const side of ['request', 'response'] as const) {
      const root = bodyModel(command, side);
      if (!root?.content) continue;
      const text = `<${root.name} xmlns="${root.namespace}"></${root.name}>`;
      const found = complete({ text, offset: text.indexOf('</'), side, command });
      const conditional = new Set(root.content.onlyWhen.map(({ child }) => child));
      const expected = root.content.children.filter(
        (child) => !conditional.has(child) && child.versions !== 0,
      );
      expect(found.filter(({ kind }) => kind === 'element')).toHaveLength(expected.length);
    }
  }
});

const pieces = fc.constantFrom(
  ...[
    '<',
    '</',
    '/>',
    '>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?wbxml cut',
    '?>',
    '"',
    "'",
    ' ',
    '\n',
    '&lt;',
  ],
  ...[
    'Sync',
    'Collections',
    'SyncKey',
    'Status',
    'email:To',
    'xmlns="AirSync"',
    'xmlns:email="Email"',
    '1',
    'é😀',
  ],
);

test('any text, any offset: proposals that fit into it, or none; never an exception', () => {
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 40 }),
      fc.nat(),
      fc.constantFrom('activesync', 'si-1.0', 'nothing'),
      (list, chance, doctype) => {
        const text = list.join('');
        const offset = chance % (text.length + 1);
        const question = { text, offset, side: 'response' as const, doctype };
        const spans = complete(question).flatMap((proposal) => {
          expect(proposal.caret).toBeLessThanOrEqual(proposal.insert.length);
          expect(proposal.start).toBeLessThanOrEqual(offset);
          expect(proposal.end).toBeGreaterThanOrEqual(offset);
          return [proposal, ...proposal.also];
        });
        const found = hover(question);
        if (found) expect(found.start <= offset && offset < found.end).toBe(true);
        for (const { start, end } of found ? [...spans, found] : spans) {
          expect(start >= 0 && start <= end && end <= text.length).toBe(true);
        }
      },
    ),
    { numRuns: 3000 },
  );
});

test('a text without an end tag, ten thousand deep, takes no time', () => {
  const text = '<Sync>'.repeat(10_000);
  expect(complete({ text, offset: text.length, side: 'response' }).map(({ label }) => label)).toEqual([
    '/Sync',
  ]);
  expect(hover({ text, offset: text.length - 3, side: 'response' })?.title).toBe('Sync');
});
