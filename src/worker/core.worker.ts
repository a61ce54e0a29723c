import { jobs, type Jobs, type Progress } from './jobs.ts';
import { jobTogether, resultApart } from './portions.ts';
import { buffersOf } from './transfer.ts';

/** What the page sends: one job, and a number that its answer carries; of a long one its portions before. */
export type Request =
  { [K in keyof Jobs]: { id: number; kind: K; job: Jobs[K] } }[keyof Jobs] | { id: number; portion: unknown };
/**
 * What it hears: how far the job has come, the portions of a long answer, then the answer; `fault` is a fault of ours,
 * told as such.
 */
export type Answer =
  | { id: number; progress: Progress }
  | { id: number; portion: unknown }
  | { id: number; result: unknown }
  | { id: number; fault: string };

/** Ms between two words about how far a job has come. */
const OFTEN = 50;

/** A job that is there as a whole. */
interface Whole {
  id: number;
  kind: keyof Jobs;
  job: Jobs[keyof Jobs];
}

const say = (answer: Answer, transfer: Transferable[] = []): void => postMessage(answer, { transfer });

/** Portions of the job that is to come. */
let came: { id: number; portions: unknown[] } = { id: 0, portions: [] };

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  if (came.id !== data.id) came = { id: data.id, portions: [] };
  if ('portion' in data) {
    came.portions.push(data.portion);
    return;
  }
  const { id, kind, job } = data;
  void work({ id, kind, job }, came.portions);
});

// The page does what was to be read here when it hears of an error.
addEventListener('messageerror', () => {
  throw new Error('a message that cannot be read');
});

/** Does a job and answers: whatever goes wrong up to the answer's way is its answer, as the page waits for one. */
async function work({ id, kind, job }: Whole, sent: readonly unknown[]): Promise<void> {
  let said = performance.now();
  const report = (progress: Progress): void => {
    const now = performance.now();
    if (now - said < OFTEN) return;
    said = now;
    say({ id, progress });
  };
  try {
    const whole = jobTogether(kind, { portions: sent, rest: job });
    const act = jobs[kind] as (job: Jobs[keyof Jobs], to: typeof report) => unknown;
    const { portions, rest } = resultApart(kind, await act(whole, report));
    for (const portion of portions) say({ id, portion }); // a copy: other readings may hold the same bytes
    say({ id, result: rest }, buffersOf(kind, rest));
  } catch (error) {
    say({ id, fault: error instanceof Error ? error.message : String(error) });
  }
}
