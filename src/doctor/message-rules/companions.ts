import type { Companions } from '../../eas/index.ts';
import type { Consequence } from '../rule.ts';
import { keyName } from '../scene.ts';
import { isNamed, keyNamed, tagsNamed, textIn } from './elements.ts';
import type { MessageScene } from './message-index.ts';

/** The tokens of the elements whose value puts a row into force, with that of what each stands in. */
export function* inForce(scene: MessageScene, row: Companions): Generator<[sibling: number, parent: number]> {
  const { tokens } = scene.decoded;
  for (const sibling of tagsNamed(scene, row.sibling, row.parent)) {
    const parent = tokens.parent(sibling);
    if (row.item && !isAdded(scene, parent)) continue;
    const text = textIn(scene, sibling).trim();
    if (row.is ? row.is.includes(text) : text !== '') yield [sibling, parent];
  }
}

/** True for the ApplicationData of an Add among the Commands of a collection. */
function isAdded(scene: MessageScene, data: number): boolean {
  const { tokens } = scene.decoded;
  const add = tokens.parent(data);
  return isNamed(scene, add, 'AirSync:Add') && isNamed(scene, tokens.parent(add), 'AirSync:Commands');
}

/** How a row is graded where that is not as its rule says. */
export function gradeOf({ side, should, refused }: Companions): {
  breach?: 'SHOULD';
  consequence?: Consequence;
} {
  if (refused && side === 'request')
    return {
      ...(should && { breach: 'SHOULD' }),
      consequence: { what: 'rejected', by: 'server', basis: should ? 'inferred' : 'spec' },
    };
  return should ? { breach: 'SHOULD', consequence: { what: 'hurts', basis: 'spec' } } : {};
}

/** Name of an element of a row: what it stands in, or the item it is of, says which page is meant. */
export const besideName = (
  scene: MessageScene,
  name: string,
  { parent, item, sibling }: Companions,
): string => keyName(scene, keyNamed(name), { key: keyNamed(item ? sibling : parent) });

/** What a server does about it, and what else there is to say: sentences after a space, or none. */
export const afterwards = ({ refused, besides }: Companions): string =>
  `${refused ? ' A server refuses the item with Status 6.' : ''}${besides === undefined ? '' : ` ${besides}`}`;

/** Rows of a table that hold for messages of one side. */
export const rowsOf = (
  rows: readonly Companions[],
): Readonly<Record<'request' | 'response', readonly Companions[]>> => ({
  request: rows.filter(({ side = 'request' }) => side === 'request'),
  response: rows.filter(({ side = 'response' }) => side === 'response'),
});
