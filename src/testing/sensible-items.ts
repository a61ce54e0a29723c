import { keyOf, vocabularyOf } from '../doctypes/index.ts';
import { needed, ruledOut, type Companions, type Piece } from '../eas/index.ts';

/** Key of a tag by its `Page:Name`. */
function keyNamed(name: string): number {
  const [space = '', local = ''] = name.split(':');
  const vocabulary = vocabularyOf('activesync');
  const page = vocabulary?.namespacePage(space) ?? -1;
  return keyOf(page, vocabulary?.tagCode(page, local) ?? -1);
}

interface Row {
  parent: number;
  sibling: number;
  is: readonly string[] | undefined;
  names: readonly number[];
}

const rowsOf = (rows: readonly Companions[]): Row[] =>
  rows
    .filter(({ side = 'response' }) => side === 'response')
    .map(({ parent, sibling, is, names }) => ({
      parent: keyNamed(parent),
      sibling: keyNamed(sibling),
      is,
      names: names.map(keyNamed),
    }));

const NEEDED = rowsOf(needed);
const RULED_OUT = rowsOf(ruledOut);

/** Values that only the rules about a whole message know to be right. */
const VALUES = new Map([
  [keyNamed('Calendar:AllDayEvent'), '0'],
  [keyNamed('Notes:MessageClass'), 'IPM.StickyNote'],
]);

/**
 * The children of an element of a reply, made to go together: what asks for a companion that is not there asks for
 * none, and what is ruled out is left out.
 */
export function inCompany(parent: number, children: readonly Piece[]): Piece[] {
  let kept = children.map((child): Piece => {
    const value = VALUES.get(child.key);
    return value === undefined ? child : { ...child, holds: value };
  });
  const has = (key: number): boolean => kept.some((child) => child.key === key);
  const isDecided = ({ sibling, is }: Row): boolean =>
    kept.some(
      ({ key, holds }) =>
        key === sibling && typeof holds === 'string' && (is?.includes(holds) ?? holds !== ''),
    );
  for (const row of NEEDED) {
    const { sibling, is, names } = row;
    if (row.parent !== parent || !isDecided(row) || names.every((name) => name === sibling || has(name)))
      continue;
    kept = is
      ? kept.map((child) => (child.key === sibling ? { ...child, holds: '0' } : child))
      : kept.filter(({ key }) => key !== sibling);
  }
  for (const row of RULED_OUT) {
    if (row.parent === parent && isDecided(row)) kept = kept.filter(({ key }) => !row.names.includes(key));
  }
  return kept;
}
