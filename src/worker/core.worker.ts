import { jobs, type Jobs } from './jobs.ts';

/** What the page sends: one job, and a number that its answer carries. */
export type Request = { [K in keyof Jobs]: { id: number; kind: K; job: Jobs[K] } }[keyof Jobs];
/** The answer; `fault` is a fault of ours, told as such. */
export type Answer = { id: number; result: unknown } | { id: number; fault: string };

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  void answer(data).then((done) => postMessage(done));
});

async function answer(request: Request): Promise<Answer> {
  const { id } = request;
  try {
    return { id, result: await run(request) };
  } catch (error) {
    return { id, fault: error instanceof Error ? error.message : String(error) };
  }
}

function run(request: Request): unknown {
  switch (request.kind) {
    case 'paste':
      return jobs.paste(request.job);
    case 'examine':
      return jobs.examine(request.job);
    case 'talk':
      return jobs.talk(request.job);
    case 'print':
      return jobs.print(request.job);
    case 'simulate':
      return jobs.simulate(request.job);
    case 'redact':
      return jobs.redact(request.job);
  }
}
