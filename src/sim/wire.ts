import type { Message } from '../conversation/index.ts';
import { otherReply } from './scripts/other-reply.ts';
import type { ScriptEvent } from './scripts/types.ts';

/** Something that is to happen to messages on their way. */
type WireEvent = Extract<ScriptEvent, { kind: 'lose' | 'answer' }>;

/** What is between the two: it carries everything, but for what the script wants lost or replaced. */
export class Wire {
  private readonly expected: WireEvent[] = [];

  expect(event: WireEvent): void {
    this.expected.push(event);
  }

  /** True where this message does not arrive; counted as done. */
  loses(what: 'request' | 'reply', command: string): boolean {
    return (
      this.due((each) => each.kind === 'lose' && each.what === what && each.command === command) !== undefined
    );
  }

  /** What arrives instead of a reply to this command, or `undefined` for the reply itself; counted as done. */
  otherReply(command: string): Message | undefined {
    const event = this.due((each) => each.kind === 'answer' && each.command === command);
    return event?.kind === 'answer' ? otherReply(command, event.with) : undefined;
  }

  private due(concerns: (event: WireEvent) => boolean): WireEvent | undefined {
    const at = this.expected.findIndex(concerns);
    const event = this.expected[at];
    if (!event) return undefined;
    if (event.skip !== undefined && event.skip > 0) {
      this.expected[at] = { ...event, skip: event.skip - 1 };
      return undefined;
    }
    if (event.times > 1) this.expected[at] = { ...event, times: event.times - 1 };
    else this.expected.splice(at, 1);
    return event;
  }
}
