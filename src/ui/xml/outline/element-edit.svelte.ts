import { words } from '#words/outline.ts';
import {
  elementText,
  followElement,
  formerOf,
  smallestChange,
  spliceElement,
  type ByteChange,
  type FormerElement,
  type Outline,
} from '../../../outline/index.ts';
import type { Span, TextEdit, Workspace } from '../../../state/index.ts';
import {
  editXml,
  readXml,
  startEdit,
  type TextChange,
  type XmlEdit,
  type XmlRead,
} from '../../../xml/index.ts';

/** UTF-16 units of the longest text that the editor opens. */
const MOST_TEXT = 8 * 1024 * 1024;

/** One element of a large message while a person writes it: its XML alone, spliced into the message. */
export class ElementEdit {
  readonly #workspace: Workspace;
  readonly #outline: () => Outline;
  #element = $state(0);
  #read = $state.raw<XmlRead>();
  #edit: XmlEdit | undefined;
  #why = $state('');
  /** The element that the text belongs to, in the bytes that the message had then. */
  #former: FormerElement;
  /** It was changed by other means while its text was apart. */
  #isOvertaken = $state(false);
  /** A text that could not be read, and was taken back. */
  #takenBack: string | undefined;

  constructor(workspace: Workspace, outline: () => Outline, element: number) {
    this.#workspace = workspace;
    this.#outline = outline;
    this.#element = element;
    this.#former = formerOf(outline(), element);
    this.#reload();
  }

  /** Its number; −1 while a change of the message has taken it away. */
  get element(): number {
    return this.#element;
  }

  /** Its XML as it stands; absent where it is not made a text of: `why` says so. */
  get text(): string | undefined {
    return this.#read?.text;
  }

  /** Why the text is not shown, or is not taken into the message; empty where it is. */
  get why(): string {
    return this.#why || (this.#isOvertaken ? words.overtaken : '');
  }

  /** Somebody wrote what is not in the message: it cannot be read, or not be taken in. */
  get isApart(): boolean {
    return this.#read !== undefined && (!this.#read.bytes || this.#why !== '');
  }

  /** What is wrong with the text, in UTF-16 units. */
  get problems(): XmlRead['problems'] {
    return this.#read?.problems ?? [];
  }

  /** The bytes of the message that a span of the text stands for. */
  toBytes(start: number, end: number): Span | undefined {
    const span = this.#read?.bytes && this.#read.map.toBytes(start, end);
    return span && this.#moved(span, this.#shift());
  }

  /** The text of a span of the message. */
  toText(span: Span): Span | undefined {
    const own = this.#outline().span(this.element);
    if (!this.#read?.bytes || span.start < own.start || span.end > own.end) return undefined;
    const { start, end } = this.#moved(span, -this.#shift());
    return this.#read.map.toText(start, end);
  }

  /** True for the bytes of the whole element. */
  isWhole({ start, end }: Span): boolean {
    const own = this.#outline().span(this.element);
    return start === own.start && end === own.end;
  }

  /**
   * Takes back what is not in the message: the page remembers no more than what was.
   * @returns false where all of it is: then the page takes back
   */
  takeBack(): boolean {
    if (!this.isApart) return false;
    const { text } = this;
    this.#reload();
    this.#takenBack = text;
    return true;
  }

  /** Writes again what was taken back here. @returns false where nothing was: then the page does again */
  writeAgain(): boolean {
    const [text, insert] = [this.text, this.#takenBack];
    if (text === undefined || insert === undefined) return false;
    this.edit({ changes: [{ from: 0, to: text.length, insert }] });
    return true;
  }

  /** Takes over an edit: where the text can be read it is spliced into the message. */
  edit({ changes }: Pick<TextEdit, 'changes'>): void {
    this.#takenBack = undefined;
    for (const change of changes) this.#change(change);
    const { bytes } = this.#read ?? {};
    if (!bytes) {
      this.#why = '';
      return;
    }
    const spliced = spliceElement(this.#outline(), this.element, bytes);
    this.#why = spliced.why ?? '';
    if (spliced.changes) this.#put(spliced.changes);
  }

  /**
   * The message may have changed by other means: the text follows its element. One that is not in the message stays as it
   * is, since nobody else has it.
   * @returns true where it is another one now
   */
  follow(): boolean {
    if (this.#workspace.bytes === this.#former.bytes && this.#element === this.#former.element) return false;
    const followed = followElement(this.#former, this.#outline());
    if (!this.isApart) {
      this.#element = followed?.element ?? this.#element; // what has its place now may be the same under another name
      return this.#reload();
    }
    this.#element = followed?.element ?? -1;
    this.#isOvertaken = followed?.isChanged === true;
    return false;
  }

  #reload(): boolean {
    const before = this.text;
    this.#takenBack = undefined;
    const outline = this.#outline();
    const { text, why = '' } = elementText(outline, this.element, MOST_TEXT);
    this.#settle();
    this.#why = why;
    const read = text === undefined ? undefined : readXml(text, this.#type());
    this.#read = read;
    this.#edit = read && startEdit(read);
    return before !== this.text;
  }

  #change(change: TextChange): void {
    if (this.#edit) {
      this.#edit = editXml(this.#edit, change, this.#type());
      this.#read = this.#edit.now;
      return;
    }
    const text = this.text ?? '';
    const read = readXml(text.slice(0, change.from) + change.insert + text.slice(change.to), this.#type());
    this.#read = read;
    this.#edit = startEdit(read);
  }

  #put(changes: readonly ByteChange[]): void {
    const { bytes } = this.#workspace;
    const change = smallestChange(bytes, changes);
    if (!change) return this.#settle();
    const name = this.#outline().name(this.element);
    this.#workspace.editBytes({ ...change, title: words.editOf(name), typing: `element ${this.element}` });
    this.#settle();
  }

  /** The text is that of the element as it is in the message. */
  #settle(): void {
    this.#former = formerOf(this.#outline(), this.element);
    this.#isOvertaken = false;
  }

  #type = (): { doctype: string } => ({ doctype: this.#outline().decoded.doctype.id });

  /** How far the element stands behind where it stands alone: both end together. */
  #shift(): number {
    return this.#outline().span(this.element).end - (this.#read?.bytes?.length ?? 0);
  }

  #moved({ start, end }: Span, by: number): Span {
    return { start: start + by, end: end + by };
  }
}
