import type { Decoded } from '../doctypes/index.ts';
import type { Problem } from '../wbxml/index.ts';
import type { Finding } from './types.ts';

/** Problems that a message has which ends early. */
const ENDS: ReadonlySet<string> = new Set(['truncated', 'missing-end', 'no-root']);

/** Whether a problem is that the bytes end too early. */
export const isEarlyEnd = ({ code, end }: Problem, { bytes }: Decoded): boolean =>
  ENDS.has(code) && end === bytes.length;

/** Whether the bytes end before the message does. */
export const endsEarly = (decoded: Decoded): boolean =>
  decoded.problems.some((problem) => isEarlyEnd(problem, decoded));

/** Whether a finding says that what is here is a part of a message: of a whole one it would be an error. */
export const saysPart = ({ rule, severity }: Finding): boolean => severity === 'note' && ENDS.has(rule);
