import { mbUint32Width, writeMbUint32 } from '../../bytes/index.ts';
import { stringSpan } from '../../doctypes/index.ts';
import { GLOBAL, KIND } from '../../wbxml/index.ts';
import type { Judgement, MessageRule, RulePage } from '../rule.ts';
import { tokenSpan } from '../scene.ts';
import { atFirst, tagsNamed } from './elements.ts';
import type { MessageScene } from './message-index.ts';

export const mimeAsText: MessageRule = {
  id: 'mime-as-text',
  side: 'request',
  commands: ['SendMail', 'SmartForward', 'SmartReply'],
  about: ['ComposeMail:Mime'],
  breach: 'MUST',
  consequence: { what: 'tolerated', by: 'server', basis: 'reported' },
  basis: 'spec',
  source: 'MS-ASCMD R4848, R4850; Z-Push and SOGo take it',
  judge(scene) {
    const { tokens } = scene.decoded;
    const places = tagsNamed(scene, 'ComposeMail:Mime')
      .filter((i) => tokens.hasContent(i))
      .map((i) => i + 1)
      .filter((i) => i < tokens.length && tokens.kind(i) === KIND.strI);
    return atFirst(
      scene,
      places,
      (i) => ({
        text: 'Mime is an inline string. It is sent as OPAQUE: a mail may hold bytes that no string can.',
        fix: opaque(scene, i),
      }),
      tokenSpan,
    );
  },
};

export const mimeAsTextPage: RulePage = {
  title: 'A mail sent as an inline string',
  scope: 'message',
  versions: '14.0-16.1',
  why: 'The mail travels as it is, byte by byte. A string ends at the first zero byte and must be UTF-8, so a server looks for OPAQUE.',
  covers: ['SEND-02'],
  bad: {
    hex: '03016a00 0015 45 5103310001 5003546f3a20610001 01',
    side: 'request',
    version: '14.1',
  },
  good: {
    hex: '03016a00 0015 45 5103310001 50c305546f3a206101 01',
    side: 'request',
    version: '14.1',
  },
};

function opaque({ decoded: { document, bytes } }: MessageScene, i: number): Judgement['fix'] {
  const { start, end } = stringSpan(document, i);
  const { tokens } = document;
  if (tokens.end(i) === end) return undefined; // the input ends in it
  const length = end - start;
  const width = mbUint32Width(length);
  const put = new Uint8Array(1 + width + length);
  put[0] = GLOBAL.OPAQUE;
  writeMbUint32(put, 1, length, width);
  put.set(bytes.subarray(start, end), 1 + width);
  return { title: 'Write it as OPAQUE', edits: [{ start: tokens.start(i), end: tokens.end(i), bytes: put }] };
}
