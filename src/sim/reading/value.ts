import type { ValueType } from '../../eas/index.ts';
import type { Node } from '../message/tree.ts';

const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;
const COMPACT = /^\d{8}T\d{6}Z$/;
const WHOLE = /^[+-]?\d+$/;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

const wrong = (what: string): ValueFault => ({ fault: 'wrong-type', what });

interface ValueFault {
  fault: string;
  what: string;
}

/** Why a phone cannot make sense of a value; `undefined` where it can. Numbers out of range are still numbers. */
export function valueFaultOf(type: ValueType, { name, text, hasContent }: Node): ValueFault | undefined {
  switch (type.kind) {
    case 'empty':
      return hasContent && text !== ''
        ? { fault: 'content-in-empty-tag', what: 'is a flag and holds text' }
        : undefined;
    case 'dateTime':
    case 'compactDate': {
      if (text === '' && name === 'Email:DateReceived')
        return { fault: 'empty-date-received', what: 'is empty' };
      const form = type.kind === 'dateTime' ? DATE : COMPACT;
      return form.test(text)
        ? undefined
        : { fault: 'unreadable-date', what: `holds “${shown(text)}”, no date` };
    }
    case 'boolean':
      if (text === '' && type.mayBeEmpty) return undefined;
      return text === '0' || text === '1' ? undefined : wrong(`holds “${shown(text)}”, neither 0 nor 1`);
    case 'integer':
      if (text === '' && type.mayBeEmpty) return undefined;
      return WHOLE.test(text) ? undefined : wrong(`holds “${shown(text)}”, no number`);
    case 'numbers':
      return WHOLE.test(text) ? undefined : wrong(`holds “${shown(text)}”, no number`);
    case 'double':
      return NUMBER.test(text) ? undefined : wrong(`holds “${shown(text)}”, no number`);
    default:
      return undefined;
  }
}

const shown = (text: string): string => (text.length > 24 ? `${text.slice(0, 24)}…` : text);
