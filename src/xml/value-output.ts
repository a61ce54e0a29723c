import type { ByteWriter } from '../bytes/index.ts';
import type { StartEntry } from '../doctypes/index.ts';
import { GLOBAL, type Stored } from '../wbxml/index.ts';
import { writeInline, type TextContext } from './plain.ts';
import { readStored } from './stored.ts';
import type { ValueFault, ValueMark, ValuePart, ValueText } from './value-parts.ts';

/** Where writing stands in attribute space. */
export interface AttributeState extends TextContext {
  attributePage: number;
  /** Set once `{rest …}` or `{end}` was written: nothing may follow any more. */
  finished: boolean;
}

/** The bytes of one attribute while its parts are written one after the other, and what was wrong with them. */
export class ValueOutput {
  readonly out: ByteWriter;
  readonly name: string;
  readonly parts: ValuePart[];
  readonly state: AttributeState;
  readonly faults: ValueFault[] = [];
  /** Index of the part that comes next. */
  at = 0;
  start: StartEntry | undefined;
  /** Where the last inline string ended, terminator included: only there may `{end}` stand. */
  inlineEnd = -1;

  constructor(out: ByteWriter, name: string, parts: ValuePart[], state: AttributeState) {
    this.out = out;
    this.name = name;
    this.parts = parts;
    this.state = state;
  }

  inline(part: ValueText, text: string): void {
    if (!writeInline(this.out, GLOBAL.STR_I, text, this.state.encoding)) this.notInCharset(part);
    this.inlineEnd = this.out.length;
  }

  terminator(): void {
    for (let k = 0; k < this.state.encoding.unit; k++) this.out.byte(0);
    this.inlineEnd = this.out.length;
  }

  emptyString(): void {
    this.out.byte(GLOBAL.STR_I);
    this.terminator();
  }

  number(part: ValueMark, text: string): Stored | undefined {
    const number = readStored(text);
    if (!number) this.fault(part, 'a number, with /width where it is written longer');
    return number;
  }

  fault(part: ValueMark, expected: string): void {
    this.faults.push({
      at: part.at,
      end: part.end,
      expected,
      found: `{${part.words.join(' ')}}`.slice(0, 60),
    });
  }

  behindEnd(part: ValuePart, what: string): void {
    const found = part.kind === 'mark' ? `{${part.words.join(' ')}}` : part.raw || 'bytes';
    this.faults.push({
      at: part.at,
      end: part.end,
      expected: `nothing after ${what}`,
      found: found.slice(0, 60),
    });
  }

  notInCharset(part: ValueText): void {
    const { name } = this.state.encoding;
    const expected = `characters of ${name}`;
    this.faults.push({
      at: part.at,
      end: part.end,
      expected,
      found: 'a character it lacks: use an {entity …} mark',
    });
  }
}
