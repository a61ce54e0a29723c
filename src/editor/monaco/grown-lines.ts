import {
  ContiguousTokensEditing,
  EMPTY_LINE_TOKENS,
} from 'monaco-editor/editor/common/tokens/contiguousTokensEditing';

/**
 * Mends how Monaco keeps the tokens of a line between an edit and its next look at the line. What is written into
 * an empty line leaves the line without tokens, as an empty one is; if the line is joined with another before
 * it is looked at, it gets the tokens of the other alone, which are too short for it: Monaco throws while it draws.
 * Tokens nobody knows are `null` there, and a line joined with such a one has none that anybody knows.
 * Once per page.
 */
export function mendGrownLines(): void {
  const { insert } = ContiguousTokensEditing;
  ContiguousTokensEditing.insert = (tokens, at, length) =>
    tokens === EMPTY_LINE_TOKENS && length > 0 ? null : insert(tokens, at, length);
}
