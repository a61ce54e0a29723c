import { jobs, type Jobs, type Progress } from './jobs.ts';
import { buffersOf } from './transfer.ts';

/** What the page sends: one job, and a number that its answer carries. */
export type Request = { [K in keyof Jobs]: { id: number; kind: K; job: Jobs[K] } }[keyof Jobs];
/** What it hears: how far the job has come, then the answer; `fault` is a fault of ours, told as such. */
export type Answer =
  { id: number; progress: Progress } | { id: number; result: unknown } | { id: number; fault: string };

/** Ms between two words about how far a job has come. */
const OFTEN = 50;

const say = (answer: Answer, transfer: Transferable[] = []): void => postMessage(answer, { transfer });

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  void answer(data).then((answer) =>
    say(answer, 'result' in answer ? buffersOf(data.kind, answer.result) : []),
  );
});

async function answer({ id, kind, job }: Request): Promise<Answer> {
  let said = performance.now();
  const report = (progress: Progress): void => {
    const now = performance.now();
    if (now - said < OFTEN) return;
    said = now;
    say({ id, progress });
  };
  try {
    return {
      id,
      result: await (jobs[kind] as (job: Jobs[keyof Jobs], to: typeof report) => unknown)(job, report),
    };
  } catch (error) {
    return { id, fault: error instanceof Error ? error.message : String(error) };
  }
}
