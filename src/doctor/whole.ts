import type { MessagePlace, Side } from '../conversation/index.ts';
import { wentWell, type Pair } from './digest/index.ts';
import type { Examination } from './examination.ts';
import { Grounds } from './grounds.ts';
import type { Finding, Severity } from './types.ts';
import { wideChecks } from './wide-checks.ts';
import { worstFirst } from './worst-first.ts';

const keyOf = ({ exchange, side }: MessagePlace): string => `${exchange} ${side}`;

/** What is known of the halves of an exchange, each alone. */
type Sides = Partial<Record<Side, Examination>>;

interface Made {
  /** What was known of the message alone. */
  alone: Examination;
  whole: Examination;
}

/**
 * All that is known of each message of a conversation: what was found in it alone, and what its exchange and the
 * conversation add. A message is put together when somebody asks for it.
 */
export class Whole {
  private readonly known = new Map<number, Sides>();
  private readonly talk = new Map<string, Finding[]>();
  private readonly grounds: Grounds;
  private readonly made = new Map<string, Made>();
  private before: Whole | undefined;
  private readonly hasFolders: boolean;

  /**
   * @param examinations one for each place, `undefined` where it is not there yet
   * @param talk what `examineTalk` found
   * @param before what was known before an edit: what did not change is the same object as there
   */
  constructor(
    places: readonly MessagePlace[],
    examinations: readonly (Examination | undefined)[],
    talk: readonly Finding[] = [],
    before?: Whole,
  ) {
    places.forEach((place, i) => {
      const examination = examinations[i];
      if (!examination) return;
      const sides = this.known.get(place.exchange);
      if (sides) sides[place.side] = examination;
      else this.known.set(place.exchange, { [place.side]: examination });
    });
    for (const finding of talk) {
      const list = this.talk.get(keyOf(finding));
      if (list) list.push(finding);
      else this.talk.set(keyOf(finding), [finding]);
    }
    this.grounds = new Grounds(talk);
    this.hasFolders = [...this.known.values()].some(isWholeList);
    if (before) before.before = undefined; // one step back is enough
    this.before = before;
  }

  /** All that is known of a message; `undefined` while it is being examined. */
  of(place: MessagePlace): Examination | undefined {
    const key = keyOf(place);
    const made = this.made.get(key);
    if (made) return made.whole;
    const alone = this.known.get(place.exchange)?.[place.side];
    if (!alone) return undefined;
    const whole = this.put(alone, place);
    const old = this.before?.made.get(key);
    const same = old && old.alone === alone && JSON.stringify(old.whole) === JSON.stringify(whole);
    const result = same ? old.whole : whole;
    this.made.set(key, { alone, whole: result });
    return result;
  }

  /** How bad a message is, of which no more has to be put together for it. */
  worst({ exchange, side }: MessagePlace): Severity | undefined {
    const alone = this.known.get(exchange)?.[side];
    if (!alone) return undefined;
    const own = alone.findings.find((finding) => !this.grounds.speakFor(finding)); // they are worst first
    const talk = this.talk.size > 0 ? this.talk.get(keyOf({ exchange, side })) : undefined;
    if (!talk) return own?.severity; // so it is of nearly all, and there may be thousands
    return [...(own ? [own] : []), ...talk].sort(worstFirst)[0]?.severity;
  }

  /** The command of a message; `undefined` where nothing tells it, or it is being examined. */
  commandOf({ exchange, side }: MessagePlace): string | undefined {
    return this.known.get(exchange)?.[side]?.context.command?.value;
  }

  private put(alone: Examination, place: MessagePlace): Examination {
    const own = alone.findings.filter((finding) => !this.grounds.speakFor(finding));
    const findings = [...own, ...(this.talk.get(keyOf(place)) ?? [])].sort(worstFirst);
    const { request, response } = this.known.get(place.exchange) ?? {};
    const pair: Pair = {
      exchange: place.exchange,
      ...(request && { request: request.digest }),
      ...(response && { response: response.digest }),
    };
    const around = { pair, spot: place, hasFolders: this.hasFolders, exchanges: this.known.size };
    return { ...alone, findings, checks: [...alone.checks, ...wideChecks(findings, around)] };
  }
}

function isWholeList({ request, response }: Sides): boolean {
  if (request?.digest.hierarchy?.key?.text !== '0') return false;
  const answer = response?.digest;
  return (
    answer?.hierarchy !== undefined &&
    wentWell(answer) &&
    answer.hierarchy.folders.some(({ kind }) => kind === 'Add')
  );
}
