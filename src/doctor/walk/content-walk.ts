import { keyOf, type Decoded } from '../../doctypes/index.ts';
import { EVERY_VERSION, type ContentModel, type ElementModel, type VersionSet } from '../../eas/index.ts';
import { KIND, type TokenTable } from '../../wbxml/index.ts';
import { askAtEnd } from './completeness.ts';
import { isEmptyString, shortValue, textOf } from './element-text.ts';
import { FaultList, valueKey, type Fault, type TextHeld, type ValueFault } from './fault.ts';
import { Frame } from './frame.ts';
import { isShort, takesDigits, valueFault } from './value-fault.ts';
import { VersionBoundList, type VersionBound } from './version-bound.ts';

/** What a walk over a message saw. */
export interface Walked {
  /** By place. Those that depend on the protocol version are in `bound`. */
  faults: Fault[];
  /** What only some protocol versions allow or ask for, by place. */
  bound: VersionBound[];
  /** For each of `VERSIONS` how many different elements of the message fit it, among those that not every version has. */
  fits: readonly number[];
  /** True where the walk came to the end of the root. */
  whole: boolean;
}

/** How deep it looks: conditions of a Search nest without bound, people’s do not. */
const DEEPEST = 64;

/**
 * Compares a message with the content model of its root, in one pass over the token table. Takes time linear in
 * the tokens; what stands in an unknown element, or too deep, is passed over.
 * @param rootToken index of the root's tag
 */
export function walkContent(decoded: Decoded, rootToken: number, root: ElementModel): Walked {
  return new Walk(decoded).run(rootToken, root);
}

/** The class of item a page's properties belong to, as a small number; 0 for pages that every class uses. */
const CLASS_OF_PAGE: readonly number[] = (() => {
  const classes = new Array<number>(256).fill(0);
  [[2, 22], [4], [1, 12], [9], [23], [19], [16]].forEach((pages, i) =>
    pages.forEach((page) => (classes[page] = i + 1)),
  );
  return classes;
})();

class Walk {
  readonly decoded: Decoded;
  readonly faults = new FaultList();
  readonly bound = new VersionBoundList();
  private readonly tokens: TokenTable;
  private readonly frames: Frame[] = [];
  private depth = 0;

  constructor(decoded: Decoded) {
    this.decoded = decoded;
    this.tokens = decoded.tokens;
  }

  run(rootToken: number, root: ElementModel): Walked {
    const { tokens } = this;
    const { length } = tokens;
    this.enter(rootToken, root, root.versions);
    this.boundRoot(rootToken, root);
    if (!tokens.hasContent(rootToken)) this.leave(rootToken + 1);
    let skipped = 0; // depth inside an element that is passed over
    for (let i = rootToken + 1; i < length && this.depth > 0; i++) {
      if (tokens.inAttributes(i)) continue;
      const kind = tokens.kind(i);
      if (kind === KIND.end) {
        if (skipped > 0) skipped--;
        else this.leave(i);
      } else if (kind === KIND.tag || kind === KIND.literalTag) {
        const goesOn = tokens.hasContent(i);
        if (skipped > 0) {
          if (goesOn) skipped++;
        } else if (!this.child(i, kind === KIND.tag) && goesOn) skipped = 1;
      } else if (skipped === 0 && kind >= KIND.strI && kind <= KIND.opaque) this.text(i, kind);
    }
    const { faults, bound } = this;
    return { faults: faults.done(), bound: bound.done(), fits: bound.fits(), whole: this.depth === 0 };
  }

  /** A root that not every version has is told as a child of itself. */
  private boundRoot(token: number, root: ElementModel): void {
    if (root.versions === EVERY_VERSION || !root.content) return;
    const itself = { token, element: root, content: root.content };
    this.bound.add('version', root, itself, EVERY_VERSION & ~root.versions, token);
  }

  private top(): Frame {
    return this.frames[this.depth - 1] as Frame;
  }

  private enter(token: number, element: ElementModel, within: VersionSet): void {
    const frame = (this.frames[this.depth] ??= new Frame());
    frame.open(token, element, within);
    this.depth++;
  }

  /** Looks at the tag with index `i` as a child of the open element. @returns false where it is passed over */
  private child(i: number, named: boolean): boolean {
    const { tokens, faults } = this;
    const frame = this.top();
    frame.childSeen = true;
    const page = tokens.page(i);
    const code = tokens.tagCode(i);
    // A code without a name, and a name of the string table, are the codec's to report.
    if (!named || !this.decoded.vocabulary.tag(page, code)) return false;
    const key = keyOf(page, code);
    const { element } = frame;
    const { content } = element;
    if (!content) {
      if (element.value.kind === 'empty') this.contentInEmpty(frame, 'an element');
      else faults.add({ kind: 'element-in-value', element, key }, i);
      return false;
    }
    const model = content.byKey.get(key);
    if (!model) {
      if (!faults.again('unexpected', element.key, key, i)) {
        faults.add({ kind: 'unexpected', parent: frame.container(content), key }, i);
      }
      return false;
    }
    this.counted(frame, content, model, i);
    const within = frame.within & model.versions;
    if (within !== frame.within) {
      this.bound.add('version', model, frame.container(content), frame.within & ~model.versions, i);
    }
    if (!tokens.hasContent(i)) this.closeEmptyTag(i, model, frame);
    else if (this.depth === DEEPEST) return false;
    else this.enter(i, model, within === 0 ? frame.within : within);
    return true;
  }

  private counted(frame: Frame, content: ContentModel, element: ElementModel, i: number): void {
    const { faults } = this;
    if (frame.countOne(element) > element.max) {
      if (!faults.again('repeated', frame.element.key, element.key, i)) {
        faults.add({ kind: 'repeated', parent: frame.container(content), element }, i);
      }
    } else if (element.index >= frame.highest) frame.highest = element.index;
    else if (content.order && !frame.late) {
      // One per element: the first child that comes too late.
      frame.late = { token: i, element, after: content.children[frame.highest] as ElementModel };
    }
    if (content.alternate) {
      const place = content.alternate.places[element.index] as number;
      if (place >= frame.highestAlternate) frame.highestAlternate = place;
      else if (place >= 0) frame.alternateBroken = true;
    }
    if (content.item) this.classed(frame, content, element, i);
  }

  private classed(frame: Frame, content: ContentModel, element: ElementModel, i: number): void {
    const itemClass = CLASS_OF_PAGE[element.key >> 8] ?? 0;
    if (itemClass === 0 || frame.mixed) return;
    if (frame.itemClass === 0) frame.itemClass = itemClass;
    else if (frame.itemClass !== itemClass) {
      frame.mixed = true;
      this.faults.add({ kind: 'mixed', parent: frame.container(content), element }, i);
    }
  }

  /** A string, reference or OPAQUE in the open element. */
  private text(i: number, kind: number): void {
    const frame = this.top();
    const { element } = frame;
    const mayHold = element.value.kind !== 'empty' && !element.content;
    if (!mayHold && isEmptyString(this.decoded, i, kind)) {
      // Told when the element closes, and only where nothing worse was seen in it.
      if (frame.emptyString < 0) frame.emptyString = i;
    } else if (element.value.kind === 'empty') this.contentInEmpty(frame, 'text');
    else if (element.content) {
      if (!frame.textSeen && !element.content.mixed) this.strayText(frame, i, 'text');
      frame.textSeen = true;
    } else {
      if (frame.texts++ === 0) frame.firstText = i;
      if (kind === KIND.opaque) frame.opaqueSeen = true;
    }
  }

  private strayText({ element, within }: Frame, i: number, holds: TextHeld): void {
    const { textIn } = element;
    if (textIn === undefined) {
      this.faults.add({ kind: 'text-in-container', element, holds }, i);
      return;
    }
    if (holds === 'text') this.bound.form(textIn); // an empty one tells of no version
    const wrongIn = within & ~textIn;
    if (wrongIn !== 0) this.faults.add({ kind: 'text-in-container', element, holds, wrongIn }, i);
  }

  private contentInEmpty(frame: Frame, holds: TextHeld | 'nothing' | 'an element'): void {
    if (!frame.textSeen)
      this.faults.add({ kind: 'content-in-empty', element: frame.element, holds }, frame.token);
    frame.textSeen = true;
  }

  /** Closes the open element at the END with index `i`, or at the token after a tag without content. */
  private leave(i: number): void {
    const frame = this.top();
    this.depth--;
    const { element } = frame;
    const { emptyString } = frame;
    if (element.content) {
      if (emptyString >= 0 && !frame.textSeen && !element.content.mixed)
        this.strayText(frame, emptyString, 'an empty string');
      askAtEnd(frame, element.content, i, this);
    } else if (element.value.kind === 'empty')
      this.contentInEmpty(frame, emptyString < 0 ? 'nothing' : 'an empty string');
    else {
      const fault = this.valueOf(frame, i);
      if (fault) this.valueFault(this.top(), element, fault, frame.token);
    }
  }

  private valueFault(parent: Frame, element: ElementModel, fault: ValueFault, token: number): void {
    const { content, key } = parent.element;
    if (!content || this.faults.again('value', key, valueKey(element, fault), token)) return;
    this.faults.add({ kind: 'value', element, parent: parent.container(content), fault }, token);
  }

  private closeEmptyTag(i: number, element: ElementModel, frame: Frame): void {
    if (element.content) {
      this.enter(i, element, frame.within);
      this.leave(i + 1);
      return;
    }
    const fault = valueFault(element.value, '');
    if (fault) this.valueFault(frame, element, fault, i);
  }

  private valueOf(frame: Frame, end: number): ValueFault | undefined {
    const { decoded, tokens } = this;
    const type = frame.element.value;
    if (type.kind === 'bytes') return undefined;
    if (frame.texts === 0) return valueFault(type, '');
    const first = frame.firstText;
    const single = frame.texts === 1 && tokens.kind(first) === KIND.strI;
    if (single && decoded.document.header?.encoding.unit === 1) {
      const start = tokens.start(first) + 1;
      const length = tokens.end(first) - 1 - start;
      if (takesDigits(type, decoded.bytes, start, start + length)) return undefined;
      if (isShort(type)) return valueFault(type, shortValue(decoded.bytes, start, start + length));
      // A text has no more characters than bytes: most are known to fit without being decoded.
      if (type.kind === 'text' && length <= (type.max ?? Infinity) && (type.min ?? 0) <= 1) {
        return length === 0 && type.min === 1 ? 'empty' : undefined;
      }
    }
    if (frame.opaqueSeen && type.kind !== 'text') return 'opaque';
    const text = textOf(decoded, first, end);
    // A reference to nowhere is the codec's to report: what it stands for is not known, so it is not empty.
    return text === '' && tokens.kind(first) === KIND.strT ? undefined : valueFault(type, text);
  }
}
