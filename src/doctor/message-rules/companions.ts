import type { Side } from '../../conversation/index.ts';
import type { Companions } from '../../eas/index.ts';
import type { Consequence } from '../rule.ts';
import { keyName } from '../scene.ts';
import { isNamed, keyNamed, tagsNamed, textIn } from './elements.ts';
import type { MessageScene } from './message-index.ts';

/** Rows that one element decides about: those for a certain value of it, and those for any. */
interface Group {
  sibling: string;
  parent: string;
  byValue: ReadonlyMap<string, readonly Companions[]>;
  always: readonly Companions[];
}

/** The rows of a table for messages of one side, by what decides about them. */
export function groupsOf(rows: readonly Companions[]): Readonly<Record<Side, readonly Group[]>> {
  const of = (wanted: Side): Group[] => {
    const groups = new Map<string, Companions[]>();
    for (const row of rows.filter(({ side = wanted }) => side === wanted)) {
      const key = `${row.parent} ${row.sibling}`;
      groups.set(key, [...(groups.get(key) ?? []), row]);
    }
    return [...groups.values()].map(groupOf);
  };
  return { request: of('request'), response: of('response') };
}

function groupOf(rows: readonly Companions[]): Group {
  const { sibling, parent } = rows[0] as Companions;
  const values = new Set(rows.flatMap(({ is = [] }) => is));
  return {
    sibling,
    parent,
    byValue: new Map([...values].map((value) => [value, rows.filter(({ is }) => is?.includes(value))])),
    always: rows.filter(({ is }) => is === undefined),
  };
}

/** A row in force: the element whose value decides, and what it stands in. */
export interface InForce {
  row: Companions;
  sibling: number;
  parent: number;
}

/** Every row of the groups that is in force somewhere in the message. Each value is read once, whatever it decides. */
export function* inForce(scene: MessageScene, groups: readonly Group[]): Generator<InForce> {
  const { tokens } = scene.decoded;
  for (const { sibling: name, parent: within, byValue, always } of groups) {
    for (const sibling of tagsNamed(scene, name, within)) {
      const text = textIn(scene, sibling);
      if (text === '') continue;
      const parent = tokens.parent(sibling);
      for (const row of byValue.get(text) ?? []) yield { row, sibling, parent };
      for (const row of always) if (!row.item || isAdded(scene, parent)) yield { row, sibling, parent };
    }
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
