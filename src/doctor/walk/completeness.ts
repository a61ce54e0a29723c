import type { Decoded } from '../../doctypes/index.ts';
import type { ContentModel } from '../../eas/index.ts';
import { childText, findChild } from './element-text.ts';
import type { FaultList } from './fault.ts';
import type { Frame } from './frame.ts';
import type { VersionBoundList } from './version-bound.ts';

/** Where what is found goes. */
interface Findings {
  readonly decoded: Decoded;
  readonly faults: FaultList;
  readonly bound: VersionBoundList;
}

/**
 * Asks of an element, at its end, what can only be told then: what is missing, what excludes what, what its siblings’
 * values demand, and whether the order was kept.
 * @param end token of its END, or past its tag where it has no content
 */
export function askAtEnd(frame: Frame, content: ContentModel, end: number, into: Findings): void {
  const { token } = frame;
  const { faults } = into;
  if (frame.late) askOrder(frame, content, into);
  if (content.least && !frame.childSeen && !frame.textSeen) {
    faults.add({ kind: 'no-children', parent: frame.container(content) }, token);
  }
  // Where a text stands for the children, that is all there is to say.
  if (!frame.textSeen || frame.element.textIn === undefined) askRequired(frame, content, into);
  for (const [element, other] of content.exclusive) {
    if (frame.count(element) === 0 || frame.count(other) === 0) continue;
    faults.add({ kind: 'exclusive', parent: frame.container(content), element, other }, token);
  }
  if (content.requiredWhen.length + content.onlyWhen.length > 0) askConditions(frame, content, end, into);
}

function askRequired(frame: Frame, content: ContentModel, { faults, bound }: Findings): void {
  const { token } = frame;
  for (const element of content.required) {
    if (frame.count(element) > 0) continue;
    const wrongIn = frame.within & element.requiredIn;
    if (wrongIn === frame.within) {
      if (faults.again('missing', frame.element.key, element.key, token)) continue;
      faults.add({ kind: 'missing', parent: frame.container(content), element }, token);
    } else if (wrongIn !== 0) {
      bound.add('missing-in-version', element, frame.container(content), wrongIn, token);
    }
  }
}

function askConditions(
  frame: Frame,
  content: ContentModel,
  end: number,
  { decoded, faults }: Findings,
): void {
  const { token } = frame;
  for (const because of content.requiredWhen) {
    const { child, sibling, is } = because;
    if (frame.count(child) > 0 || frame.count(sibling) === 0) continue;
    if (childText(decoded, token, end, sibling.key) !== is) continue;
    faults.add({ kind: 'missing', parent: frame.container(content), element: child, because }, token);
  }
  for (const because of content.onlyWhen) {
    const { child, sibling, is } = because;
    if (frame.count(child) === 0 || frame.count(sibling) === 0) continue;
    if (childText(decoded, token, end, sibling.key) === is) continue;
    const place = findChild(decoded, token, end, child.key);
    faults.add({ kind: 'only-when', parent: frame.container(content), element: child, because }, place);
  }
}

/** The order was broken; where a further one was kept, only in versions that do not have that one. */
function askOrder(frame: Frame, content: ContentModel, { faults }: Findings): void {
  const { late } = frame;
  if (!late) return;
  const { element, after } = late;
  const kept = content.alternate && !frame.alternateBroken ? content.alternate.versions : 0;
  const wrongIn = frame.within & ~kept;
  if (wrongIn === 0) return;
  const fault = { kind: 'order', parent: frame.container(content), element, after } as const;
  faults.add(kept === 0 ? fault : { ...fault, wrongIn }, late.token);
}
