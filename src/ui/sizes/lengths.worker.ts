import { explainLengths, type LengthsAnswer, type LengthsQuestion } from '../../doctor/index.ts';

/** What the search found; `fault` is a fault of ours, told as such. */
export type LengthsFound = { answer: LengthsAnswer } | { fault: string };

addEventListener('message', ({ data }: MessageEvent<LengthsQuestion>) => postMessage(found(data)));

function found(question: LengthsQuestion): LengthsFound {
  try {
    return { answer: explainLengths(question) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}
