import type { Message } from '../conversation/index.ts';
import type { Step, Transcript } from './types.ts';

/**
 * A transcript as text, a line per step: number, seconds, what happened, the message's size and a hash of its bytes,
 * the rows that were taken. The same setup gives the same text everywhere.
 */
export function transcriptText({ conversation, steps, outcome, setup }: Transcript): string {
  const { script, version, server, phone, faults } = setup;
  const lines = steps.map((step) => stepLine(step, messageOf(step, conversation.exchanges)));
  const end = `${outcome.ended}: phone ${outcome.phone}, server ${outcome.server}, ${
    outcome.mailboxesEqual ? 'mailboxes equal' : 'mailboxes differ'
  }`;
  return [`${[script, version, server, phone, ...faults].join(' ')}`, ...lines, end, ''].join('\n');
}

function messageOf(step: Step, exchanges: Transcript['conversation']['exchanges']): Message | undefined {
  const exchange = step.exchange === undefined ? undefined : exchanges[step.exchange];
  return step.side && exchange?.[step.side];
}

function stepLine(
  { number, time, kind, text, taken, judgement, loop }: Step,
  message: Message | undefined,
): string {
  const parts = [String(number).padStart(4), `${time} s`, kind, text];
  if (message?.bytes) parts.push(`${message.bytes.length} bytes ${hashOf(message.bytes)}`);
  for (const { row, folder, before, after } of taken) {
    parts.push(`${row}${folder === undefined ? '' : ` folder ${folder}`} ${before} → ${after}`);
  }
  if (judgement && !judgement.goesOn) parts.push(`${judgement.verdict}: ${judgement.why}`);
  if (loop) parts.push(`loop ×${loop.times}`);
  return parts.join(' | ');
}

/** FNV-1a, 32 bits. */
function hashOf(bytes: Uint8Array): string {
  let value = 0x811c9dc5;
  for (const byte of bytes) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value.toString(16).padStart(8, '0');
}
