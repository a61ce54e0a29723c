export { readFileCapture, readTextCapture, readTextFrames, readWithin } from './captures.ts';
export { startFrom } from './frames/inside.ts';
