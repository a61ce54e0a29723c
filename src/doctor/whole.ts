import type { MessagePlace } from '../conversation/index.ts';
import { wentWell, type Pair } from './digest/index.ts';
import type { Examination } from './examination.ts';
import { Grounds } from './grounds.ts';
import type { Finding } from './types.ts';
import { wideChecks } from './wide-checks.ts';
import { worstFirst } from './worst-first.ts';

const keyOf = ({ exchange, side }: MessagePlace): string => `${exchange} ${side}`;

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
  private readonly known = new Map<string, Examination>();
  private readonly talk = new Map<string, Finding[]>();
  private readonly pairs = new Map<number, Pair>();
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
      this.known.set(keyOf(place), examination);
      const pair = this.pairs.get(place.exchange) ?? { exchange: place.exchange };
      this.pairs.set(place.exchange, { ...pair, [place.side]: examination.digest });
    });
    for (const finding of talk) {
      const list = this.talk.get(keyOf(finding));
      if (list) list.push(finding);
      else this.talk.set(keyOf(finding), [finding]);
    }
    this.grounds = new Grounds(talk);
    this.hasFolders = [...this.pairs.values()].some(isWholeList);
    if (before) before.before = undefined; // one step back is enough
    this.before = before;
  }

  /** All that is known of a message; `undefined` while it is being examined. */
  of(place: MessagePlace): Examination | undefined {
    const key = keyOf(place);
    const made = this.made.get(key);
    if (made) return made.whole;
    const alone = this.known.get(key);
    if (!alone) return undefined;
    const whole = this.put(alone, place);
    const old = this.before?.made.get(key);
    const same = old && old.alone === alone && JSON.stringify(old.whole) === JSON.stringify(whole);
    const result = same ? old.whole : whole;
    this.made.set(key, { alone, whole: result });
    return result;
  }

  private put(alone: Examination, place: MessagePlace): Examination {
    const own = alone.findings.filter((finding) => !this.grounds.speakFor(finding));
    const findings = [...own, ...(this.talk.get(keyOf(place)) ?? [])].sort(worstFirst);
    const pair = this.pairs.get(place.exchange) ?? { exchange: place.exchange };
    const around = { pair, spot: place, hasFolders: this.hasFolders, exchanges: this.pairs.size };
    return { ...alone, findings, checks: [...alone.checks, ...wideChecks(findings, around)] };
  }
}

const isWholeList = ({ request, response }: Pair): boolean =>
  request?.hierarchy?.key?.text === '0' &&
  response?.hierarchy !== undefined &&
  wentWell(response) &&
  response.hierarchy.folders.some(({ kind }) => kind === 'Add');
