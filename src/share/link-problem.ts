/**
 * Why a link does not open. `foreign`: no link of this page. `too-new`: made by a newer page. `bad-character`:
 * a character no link has. `cut-off`: it ends too early. `added-to`: something stands behind it. `altered`: it
 * does not hold what was put in. `too-large`: it would unpack to more than a page should take. `bad-content`:
 * what was packed is no conversation.
 */
export type LinkProblemCode =
  'foreign' | 'too-new' | 'bad-character' | 'cut-off' | 'added-to' | 'altered' | 'too-large' | 'bad-content';

/** Why a link does not open. `text` says it to a person, in one or two sentences. */
export interface LinkProblem {
  code: LinkProblemCode;
  text: string;
}

/** True where opening a link ended in a problem. */
export function isLinkProblem(result: object): result is LinkProblem {
  return 'code' in result && !('conversation' in result);
}

export const linkProblem = (code: LinkProblemCode, text: string): LinkProblem => ({ code, text });
