import { ByteWriter } from '../bytes/index.ts';
import { vocabularyOf, type Vocabulary } from '../doctypes/index.ts';
import { FALLBACK, UTF_8 } from '../wbxml/index.ts';
import type { ContentTarget } from './content-target.ts';
import type { TextContext } from './plain.ts';
import { ITEM, Scanner } from './scanner.ts';
import { Scope, type KnownName } from './scope.ts';
import { NO_TABLE } from './string-table.ts';

/**
 * The vocabulary of a document that stands as data in the one that is read, by the namespace and the name of its root:
 * device information in SyncML. `undefined` where the name is of no such root.
 */
export function nestedVocabulary(
  { context, inside }: ContentTarget,
  { name, target }: KnownName,
): Vocabulary | undefined {
  if (target.kind !== 'fault' || target.namespace === undefined || !inside) return undefined;
  const { namespace } = target;
  const local = name.slice(name.indexOf(':') + 1);
  return context.vocabulary.type.nests
    ?.map((id) => vocabularyOf(id))
    .find((inner) => inner?.namespacePage(namespace) !== undefined && inner.type.roots.includes(local));
}

/** Text offset past the element whose start tag begins at `from`; −1 where it does not end before `to`. */
export function elementEnd(text: string, from: number, to: number): number {
  const scanner = new Scanner(text, from, to);
  let depth = 0;
  while (scanner.next()) {
    if (scanner.kind === ITEM.open) depth++;
    else if (scanner.kind === ITEM.close) depth--;
    if (depth === 0) return scanner.to;
  }
  return -1;
}

const VERSION_1_3 = 0x03;

/** A writer with a plain header of that type: version 1.3, its number, UTF-8, no string table. */
export function nestedOutput({ type }: Vocabulary, room: number): ByteWriter {
  const out = new ByteWriter(room);
  out.byte(VERSION_1_3);
  out.number(type.publicId ?? 1);
  out.number(UTF_8);
  out.number(0);
  return out;
}

/** What texts are written with behind that header. */
export const nestedContext = (vocabulary: Vocabulary): TextContext => ({
  vocabulary,
  encoding: FALLBACK,
  table: NO_TABLE,
});

/** Where its reader starts: the namespace of its root may be declared further out. */
export function nestedStart(vocabulary: Vocabulary, { name, target }: KnownName, from: number, to: number) {
  const prefix = name.slice(0, Math.max(0, name.indexOf(':')));
  const namespace = target.kind === 'fault' ? (target.namespace ?? '') : '';
  const scope = new Scope(vocabulary).with([[prefix, namespace]]);
  return { from, to, tagPage: 0, attributePage: 0, scope, parent: -1, rowBase: 0 };
}
