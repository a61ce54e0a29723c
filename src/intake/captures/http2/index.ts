export { framesOf, toldInJson, toldInPdml, type DissectedFrame } from './dissected-frames.ts';
export { talkOfHttp2 } from './dissected-talk.ts';
export { http2Talk, upgradedTalk } from './http2-talk.ts';
export { isHttp2 } from './streams.ts';
