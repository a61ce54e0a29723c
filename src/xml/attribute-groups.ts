import { KIND, type TokenTable } from '../wbxml/index.ts';

/** One attribute of a list: its tokens, half-open. `start` is −1 where it has no name (an empty list). */
export interface AttributeGroup {
  from: number;
  to: number;
  start: number;
}

/** The attributes of a list, whose tokens are given half-open and without its END; at least one, maybe empty. */
export function attributeGroups(tokens: TokenTable, from: number, to: number): AttributeGroup[] {
  const groups: AttributeGroup[] = [];
  let begin = from;
  let start = -1;
  let end = to;
  if (end > from && tokens.kind(end - 1) === KIND.unread) end--;
  for (let i = from; i < end; i++) {
    const kind = tokens.kind(i);
    if (kind !== KIND.attributeStart && kind !== KIND.attributeLiteral) continue;
    let first = i;
    // Switches right before a start belong to it, unless they follow another's value: then they are in between.
    while (first > begin && tokens.kind(first - 1) === KIND.switchPage) first--;
    if (start >= 0) groups.push({ from: begin, to: first, start });
    begin = start < 0 ? begin : first;
    start = i;
  }
  groups.push({ from: begin, to: end, start });
  return groups;
}
