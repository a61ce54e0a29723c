import { hexByte } from '../../bytes/index.ts';
import { hexUpper, type Decoded } from '../../doctypes/index.ts';
import type { Side } from '../../conversation/index.ts';
import { listed } from '../scene.ts';
import { ownKey } from './doubts.ts';
import type { KnownReading } from './known-tables.ts';
import { likeness, lookOf, type Look } from './likeness.ts';
import type { Naming } from './matcher.ts';
import type { Shape } from './shape.ts';

/** One tag of a proposal: what it reads as, and what it is taken for. */
export interface Row {
  page: number;
  /** Six bits. */
  code: number;
  /** Its name as it stands; `tag-0x3F` where it has none. */
  readAs: string;
  proposed: { page: number; code: number; name: string };
  /** Name of the element it stands in, as proposed; absent for the root. */
  parent?: string;
  times: number;
  /** What its value says for it: “1 looks like a number”; empty where it holds elements. */
  why: string;
  /** Set where a known wrong table says so: which. */
  table?: string;
  /** `value`: its type tells it. `place`: only its place does. */
  by: 'value' | 'place';
  /** Bytes of its tags, half-open, the first hundred. */
  places: { start: number; end: number }[];
}

export function rowsOf(
  { vocabulary, tokens }: Decoded,
  changed: readonly Shape[],
  naming: Naming,
  known: ReadonlyMap<number, readonly KnownReading[]>,
): Row[] {
  return changed.flatMap((shape): Row[] => {
    const element = naming.get(shape);
    if (!element) return [];
    const parent = shape.parent && naming.get(shape.parent)?.name;
    const table = known.get(ownKey(shape))?.find(({ key }) => key === element.key)?.table.title;
    const text = shape.texts.find((each) => each !== '') ?? '';
    const isTold = shape.holdsElements || likeness(text, element) >= 1.5;
    return [
      {
        page: shape.page,
        code: shape.code,
        readAs: vocabulary.tag(shape.page, shape.code)?.name ?? `tag-0x${hexUpper(shape.code)}`,
        proposed: { page: element.key >> 8, code: element.key & 0xff, name: element.name },
        ...(parent !== undefined && { parent }),
        times: shape.tokens.length,
        why: shape.holdsElements ? '' : valueWords(text),
        ...(table !== undefined && { table }),
        by: isTold ? 'value' : 'place',
        places: shape.tokens.slice(0, 100).map((i) => ({ start: tokens.start(i), end: tokens.end(i) })),
      },
    ];
  });
}

const LOOK_WORDS: Readonly<Record<Exclude<Look, 'nothing'>, string>> = {
  flag: 'is a flag or a small number',
  number: 'is a number',
  date: 'is a date',
  address: 'is a mail address',
  'message class': 'is a message class',
  mail: 'is a mail',
  html: 'is HTML',
  base64: 'looks like base64',
  id: 'looks like an id',
  prose: 'is text',
};

function valueWords(text: string): string {
  const look = lookOf(text);
  if (look === 'nothing') return 'It has no content.';
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return `“${shown}” ${LOOK_WORDS[look]}.`;
}

interface Saying {
  kind: 'page' | 'shift' | 'known' | 'own';
  title: string;
  text: string;
}

/** The reason of a proposal: a sentence per parent and page, and what its kind is. */
export function saying(
  decoded: Decoded,
  changed: readonly Shape[],
  rows: readonly Row[],
  { command, side }: { command: string; side: Side },
): Saying {
  const groups = groupsOf(changed, rows);
  const kindOfPage = (page: number): Saying['kind'] => kindOf(rows.filter((row) => row.page === page));
  const texts = groups.map((group) => groupText(decoded, group, kindOfPage(group.page)));
  const kinds = groups.map(({ page }) => kindOfPage(page));
  const kind = kinds.every((each) => each === kinds[0])
    ? (kinds[0] ?? 'own')
    : kinds.includes('own')
      ? 'own'
      : 'known';
  const isRoot = changed.some((shape) => !shape.parent);
  const first = isRoot ? `Read so it is a ${side} to ${command}.` : '';
  return { kind, title: titleOf(kind, decoded, groups), text: [...texts, first].filter(Boolean).join(' ') };
}

interface Group {
  page: number;
  parent: string | undefined;
  rows: Row[];
}

function groupsOf(changed: readonly Shape[], rows: readonly Row[]): Group[] {
  const groups = new Map<string, Group>();
  changed.forEach((shape, i) => {
    const row = rows[i];
    if (!row) return;
    const id = `${shape.parent?.id ?? -1} ${shape.page}`;
    const group = groups.get(id) ?? { page: shape.page, parent: row.parent, rows: [] };
    group.rows.push(row);
    groups.set(id, group);
  });
  return [...groups.values()];
}

function kindOf(rows: readonly Row[]): Saying['kind'] {
  const steps = new Set(rows.map(({ code, proposed }) => proposed.code - code));
  const pages = new Set(rows.map(({ page, proposed }) => proposed.page - page));
  if (pages.size === 1 && steps.size === 1 && steps.has(0)) return 'page';
  if (pages.size === 1 && steps.size === 1 && rows.length > 1) return 'shift';
  return rows.filter(({ table }) => table !== undefined).length * 2 > rows.length ? 'known' : 'own';
}

const NUMBERS = ['no', 'this', 'these two', 'these three', 'these four', 'these five', 'these six'];

function groupText(decoded: Decoded, { page, parent, rows }: Group, kind: Saying['kind']): string {
  const pageName = (number: number): string => {
    const namespace = decoded.vocabulary.page(number)?.namespace;
    return namespace === undefined ? `page ${number}` : `page ${number} ${namespace}`;
  };
  const targets = [...new Set(rows.map(({ proposed }) => proposed.page))];
  const names = allOf(rows.map(({ proposed }) => proposed.name));
  const now = allOf(rows.map(({ readAs }) => readAs));
  const count = NUMBERS[rows.length] ?? `these ${rows.length}`;
  const many = rows.length > 1;
  const where = targets.map(pageName).join(' and ');
  const holds = parent === undefined ? '' : `, as ${parent} holds ${many ? 'them' : 'it'}`;
  const how =
    kind === 'page'
      ? 'with the same code'
      : kind === 'shift'
        ? `each code moved by ${Math.abs((rows[0]?.proposed.code ?? 0) - (rows[0]?.code ?? 0))}`
        : kind === 'known'
          ? `by ${rows.find(({ table }) => table !== undefined)?.table ?? 'a known table'}`
          : 'by place and value';
  const told = rows.filter(({ by, why }) => by === 'value' && why.startsWith('“')).slice(0, 3);
  const proof = told.map(({ why }) => why).join(' ');
  const isHere = targets.length === 1 && targets[0] === page;
  const read = isHere ? `Read ${how}` : `Read on ${where}${kind === 'page' ? '' : `, ${how}`}`;
  const reading = `${read}, ${count} name${many ? 's are' : ' is'} ${names}${holds}; on ${pageName(page)} ${many ? 'they are' : 'it is'} ${now}.`;
  return proof ? `${reading} ${proof}` : reading;
}

const allOf = (names: readonly string[]): string =>
  names.length <= 12
    ? `${names.slice(0, -1).join(', ')}${names.length > 1 ? ' and ' : ''}${names.at(-1) ?? ''}`
    : listed(names);

function titleOf(kind: Saying['kind'], { vocabulary }: Decoded, groups: readonly Group[]): string {
  const pages = [...new Set(groups.map(({ page }) => page))];
  const name = (page: number): string => `page ${page} (${vocabulary.page(page)?.namespace ?? 'unknown'})`;
  const from = pages.map(name).join(', ');
  const [row] = groups[0]?.rows ?? [];
  switch (kind) {
    case 'page':
      return `A SWITCH_PAGE is wrong or missing: ${from} should be ${name(row?.proposed.page ?? 0)}`;
    case 'shift':
      return `The codes of ${from} are moved, each by the same number`;
    case 'known':
      return `The codes of ${from} are those of a wrong table that is known`;
    default:
      return `The codes of ${from} are of another table; ${hexByte(row?.code ?? 0)} is ${row?.proposed.name ?? ''}`;
  }
}
