import type { Conversation, Exchange, Message } from '../conversation/index.ts';
import type { Cast } from './setup.ts';
import type { CommandSummary, Step } from './types.ts';

/** What is kept of a run while it is played: its steps, its messages, and how the replies fared. */
export class RunRecord {
  readonly steps: Step[] = [];
  readonly exchanges: Exchange[] = [];
  private readonly fared = new Map<string, CommandSummary>();

  /** Notes what happened, under the next number. */
  step(step: Omit<Step, 'number'>): void {
    this.steps.push({ number: this.steps.length, ...step });
  }

  /** Notes a request. @returns the index of its exchange */
  asked(request: Message): number {
    const exchange = this.exchanges.length;
    this.exchanges.push({ id: String(exchange + 1), request });
    return exchange;
  }

  /** Notes a reply, also one that is lost. */
  answered(exchange: number, response: Message): void {
    this.exchanges[exchange] = { id: String(exchange + 1), request: this.request(exchange), response };
  }

  request(exchange: number): Message {
    return this.exchanges[exchange]?.request ?? {};
  }

  /** Counts a reply that arrived. @param goesOn true where the phone could go on from it */
  arrived(command: string, goesOn: boolean): void {
    const { sent, taken } = this.fared.get(command) ?? { sent: 0, taken: 0 };
    this.fared.set(command, { command, sent: sent + 1, taken: taken + (goesOn ? 1 : 0) });
  }

  /** How the replies fared, command by command. */
  get summary(): CommandSummary[] {
    return [...this.fared.values()];
  }

  /** The messages, as a conversation like any other. */
  conversation({ script, server, phone, setup }: Cast): Conversation {
    const { length } = setup.faults;
    const faulty = length === 0 ? '' : `, ${length} ${length === 1 ? 'fault' : 'faults'}`;
    return {
      format: 1,
      title: `${script.title}: ${phone.title}, ${server.title}, ${setup.version}${faulty}`,
      note: script.about,
      exchanges: this.exchanges,
    };
  }
}
