import { reactionsTo } from '../../eas/index.ts';
import { KIND, UTF_8, charsetOf, versionText } from '../../wbxml/index.ts';
import type { Judgement, MessageRule, RulePage } from '../rule.ts';
import type { MessageScene } from './message-index.ts';

/** What the fields of an ActiveSync header say: version 1.3, public id “unknown”, UTF-8. */
const FIELDS = Uint8Array.of(0x03, 0x01, UTF_8);

export const foreignHeader: MessageRule = {
  id: 'foreign-header',
  breach: 'MUST',
  consequence: { what: 'unknown', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASWBXML 2.1',
  judge(scene) {
    const { document, tokens, problems } = scene.decoded;
    const { header } = document;
    if (!header) return [];
    const { version, publicId, charset } = header;
    if (version === 3 && publicId.value === 1 && !publicId.index && charset?.value === UTF_8) return [];
    const reported = new Set(problems.map(({ code }) => code));
    const wrong: string[] = [];
    if (version !== 3 && !reported.has('unknown-version')) wrong.push(`version ${versionText(version)}`);
    if (publicId.index || publicId.value !== 1) wrong.push('a public id of another type');
    if (charset && charset.value !== UTF_8 && !reported.has('unknown-charset')) {
      wrong.push(`the charset ${charsetOf(charset.value)?.name ?? charset.value}`);
    }
    if (wrong.length === 0) return [];
    return [
      {
        start: 0,
        end: fieldsEnd(scene),
        text: `The header says ${wrong.join(' and ')}. Each message of ActiveSync begins with 03 01 6a 00: version 1.3, public id 1, UTF-8, no string table.`,
        ...(scene.side === 'response'
          ? { phone: reactionsTo('foreign-header') }
          : { consequence: { what: 'tolerated', by: 'server', basis: 'reported' } }),
        fix: rewrite(scene),
      },
    ];

    function fieldsEnd({ decoded }: MessageScene): number {
      for (let i = 0; i < tokens.length; i++) {
        if (tokens.kind(i) === KIND.stringTableLength) return tokens.start(i);
      }
      return decoded.bytes.length;
    }
    /** Where the strings mean the same in UTF-8, the fields can be put right. */
    function rewrite(of: MessageScene): Judgement['fix'] {
      const { bytes } = of.decoded;
      const end = fieldsEnd(of);
      const isAscii = bytes.subarray(end).every((byte) => byte < 0x80);
      const isUtf8 = charset === undefined || charset.value === UTF_8;
      if (publicId.index || reported.has('unknown-version') || !header || header.encoding.unit !== 1)
        return undefined;
      if (!isUtf8 && !isAscii) return undefined;
      return { title: 'Write 03 01 6a', edits: [{ start: 0, end, bytes: FIELDS }] };
    }
  },
};

export const foreignHeaderPage: RulePage = {
  title: 'A header that is not ActiveSync’s',
  scope: 'message',
  why: 'ActiveSync is WBXML 1.3 with public id 1, in UTF-8. A reader may compare these bytes and look no further.',
  covers: ['WBXML-HDR-01', 'D15'],
  bad: { hex: '02016a00 45 4e03310001 01', side: 'response' },
  good: { hex: '03016a00 45 4e03310001 01', side: 'response' },
};
