import { grouped } from '../../bytes/index.ts';
import { messagesOf, type Exchange } from '../../conversation/index.ts';
import { withPartsOpened } from '../multipart-parts.ts';
import { count } from '../reading.ts';
import type { Candidate, PasteProblem } from '../types.ts';
import type { Capture, Fault } from './catch.ts';
import { relevantExchanges } from './relevant.ts';

/** Where offsets of a capture lead. */
export interface CapturePlaces {
  /** Absent where the input is bytes that are no text. */
  text?: string;
  toByte?: (at: number) => number;
}

/** Lines and columns of all faults in one walk over the text. */
function toProblems(faults: readonly Fault[], { text, toByte }: CapturePlaces): PasteProblem[] {
  const sorted = [...faults].sort((a, b) => a.start - b.start);
  let line = 1;
  let lineStart = 0;
  return sorted.map((fault) => {
    if (text === undefined) return { ...fault, line: 1, column: fault.start + 1 };
    for (
      let i = text.indexOf('\n', lineStart);
      i >= 0 && i < fault.start;
      i = text.indexOf('\n', lineStart)
    ) {
      line++;
      lineStart = i + 1;
    }
    const column = fault.start - lineStart + 1;
    if (!toByte) return { ...fault, line, column };
    return { ...fault, line, column, start: toByte(fault.start), end: toByte(fault.end) };
  });
}

const number = (n: number, thing: string): string => `${grouped(n)} ${thing}${n === 1 ? '' : 's'}`;

function sizeOf(exchanges: readonly Exchange[]): string {
  const messages = messagesOf({ format: 1, title: '', exchanges: [...exchanges] });
  const withBytes = messages.filter(({ message }) => message.bytes && message.bytes.length > 0).length;
  return `${number(exchanges.length, 'exchange')}, ${number(withBytes, 'message')} with a body`;
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Renumbers places after exchanges were left out; what was about one of those is dropped. */
function movedFaults(faults: readonly Fault[], from: readonly Exchange[], to: readonly Exchange[]): Fault[] {
  if (from.length === to.length) return [...faults];
  const places = new Map(to.map((exchange, i) => [exchange.id, i]));
  return faults.flatMap((fault) => {
    if (!fault.at) return [fault];
    const exchange = places.get(from[fault.at.exchange]?.id ?? '');
    return exchange === undefined ? [] : [{ ...fault, at: { ...fault.at, exchange } }];
  });
}

/**
 * A capture as candidates: first the exchanges with hosts that speak WBXML, then, where that leaves any out, all of
 * them.
 */
export function captureCandidates(
  { kind, form, caught, sideKnown = true }: Capture,
  places: CapturePlaces,
): Candidate[] {
  const { told: exchanges, faults, remarks, hushed, leftOut } = caught;
  const kept = relevantExchanges(exchanges);
  const more = [
    ...remarks,
    ...(leftOut > 0
      ? [`${number(leftOut, 'exchange')} past the first ${grouped(exchanges.length)} left out`]
      : []),
    ...(hushed > 0 ? [`${number(hushed, 'further problem')} not listed`] : []),
  ];
  const make = (chosen: Exchange[], words: readonly string[]): Candidate => ({
    kind,
    why: [`${capital(form)}: ${sizeOf(chosen)}`, ...words.map(capital), ''].join('. ').trim(),
    conversation: {
      format: 1,
      title: `${capital(form.replace(/^an? /, ''))}, ${count(chosen.length, 'exchange')}`,
      exchanges: chosen.map((exchange, i) => ({ ...withPartsOpened(exchange), id: String(i + 1) })),
    },
    sideKnown,
    problems: toProblems(movedFaults(faults, exchanges, chosen), places),
  });
  const others = exchanges.length - kept.length;
  if (others === 0) return [make(kept, more)];
  const said = `${number(others, 'exchange')} with other hosts left out`;
  return [make(kept, [said, ...more]), make(exchanges, ['With all hosts', ...more])];
}
