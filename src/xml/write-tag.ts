import type { ValueCodec } from '../doctypes/index.ts';
import { GLOBAL } from '../wbxml/index.ts';
import { rawAttributes, type RawAttribute } from './attributes.ts';
import type { ContentTarget } from './content-target.ts';
import type { KnownName } from './scope.ts';
import { ROW } from './rows.ts';
import type { AttributeState } from './value-output.ts';
import { writeAttribute } from './write-attribute.ts';

/** Writes the tag and its SWITCH_PAGE; gives the codec for its text. */
export function writeTag(
  target: ContentTarget,
  { name, target: means }: KnownName,
  bits: number,
  from: number,
): ValueCodec | undefined {
  const { out, literal } = target;
  target.literal = undefined;
  if (literal) {
    out.byte(GLOBAL.LITERAL | bits);
    out.number(literal.number.value, literal.number.width);
    return undefined;
  }
  if (means.kind === 'fault') {
    const code = means.expected.startsWith('a namespace') ? 'unknown-namespace' : 'unknown-name';
    target.problems.error(code, from + 1, from + 1 + name.length, means.expected, means.found);
    return undefined;
  }
  if (means.kind === 'literal') {
    const offset = target.context.table.plainOffset(means.local);
    if (offset === undefined) {
      const expected = 'a name of the string table, or a literal mark before the tag';
      target.problems.error('unknown-name', from + 1, from + 1 + name.length, expected, means.local);
    }
    out.byte(GLOBAL.LITERAL | bits);
    out.number(offset ?? 0);
    return undefined;
  }
  if (means.page !== target.tagPage) {
    out.byte(GLOBAL.SWITCH_PAGE);
    out.byte(means.page);
    target.tagPage = means.page;
  }
  out.byte(means.code | bits);
  return target.context.vocabulary.valueCodec('tag', means.page, means.code);
}

export function writeAttributeList(target: ContentTarget, list: readonly RawAttribute[]): void {
  const { vocabulary, encoding, table } = target.context;
  const { attributePage } = target;
  const state: AttributeState = { vocabulary, encoding, table, attributePage, finished: false };
  for (const { name, nameFrom, nameTo, valueFrom, valueTo } of list) {
    if (state.finished) {
      target.problems.error('after-end', nameFrom, valueTo, 'nothing after {rest} or {end}', name);
      continue;
    }
    target.problems.literalBrace(target.text, valueFrom, valueTo);
    const faults = writeAttribute(target.out, name, target.text.slice(valueFrom, valueTo), state);
    for (const fault of faults) {
      const about = fault.at === fault.end;
      const [start, end] = about ? [nameFrom, nameTo] : [valueFrom + fault.at, valueFrom + fault.end];
      target.problems.error(
        about ? 'unknown-attribute' : 'bad-value',
        start,
        end,
        fault.expected,
        fault.found,
      );
    }
  }
  target.attributePage = state.attributePage;
  if (state.finished) target.finished = true;
  else target.out.byte(GLOBAL.END);
}

export function writePiToken(
  target: ContentTarget,
  from: number,
  to: number,
  bodyFrom: number,
  bodyTo: number,
): void {
  target.checkLiteral();
  const at = target.out.length;
  const [tagPage, attributePage] = [target.tagPage, target.attributePage];
  target.out.byte(GLOBAL.PI);
  const { list, bad } = rawAttributes(target.text, bodyFrom, bodyTo);
  if (bad >= 0)
    target.problems.error('bad-mark', bad, bodyTo, 'name="value"', target.text.slice(bad, bad + 20));
  if (list.length === 0)
    target.problems.error('bad-mark', from, to, 'name="value", or attr-0="{none}"', 'nothing');
  writeAttributeList(target, list);
  target.setPages(target.row(ROW.mark, from, to, at), tagPage, attributePage);
}
