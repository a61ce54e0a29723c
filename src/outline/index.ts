export { Outline } from './outline.ts';
export { firstOpen, rowsOf, rowOf } from './rows.ts';
export { findElement } from './find.ts';
export { ownText, type OwnText } from './own-text.ts';
export { elementText, type ElementText } from './element-text.ts';
export { spliceElement, type ByteChange, type Spliced } from './splice.ts';
export { smallestChange } from './smallest-change.ts';
export { followElement, formerOf, type FormerElement, type Followed } from './follow.ts';
