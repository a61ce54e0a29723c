import { statusMeanings, versionBit, versionsOf, type StatusMeaning } from '../../eas/index.ts';
import type { MessageRule, RulePage } from '../rule.ts';
import { atFirst } from './elements.ts';
import { failedStatuses } from './status-tags.ts';

export const statusNotInVersion: MessageRule = {
  id: 'status-not-in-version',
  side: 'response',
  breach: 'MUST',
  consequence: { what: 'unknown', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD 2.2.2, R7461, R7462, R7564',
  judge(scene) {
    const version = scene.context.version?.value;
    const bit = version === undefined ? 0 : versionBit(version);
    if (version === undefined || bit === 0) return [];
    const places: number[] = [];
    let first: StatusMeaning | undefined;
    for (const [, i, code] of failedStatuses(scene)) {
      if (!/^\d{3}$/.test(code)) continue;
      const meaning = statusMeanings(undefined, Number(code))[0];
      if (meaning?.since === undefined || (versionsOf(`${meaning.since}-16.1`) & bit) !== 0) continue;
      first ??= meaning;
      if (first.code === meaning.code) places.push(i);
    }
    return atFirst(scene, places, () => ({
      text: `Status ${first?.code ?? ''} came with ${first?.since ?? ''}; this message is of version ${version}.${before(first)}`,
      versionBound: true,
    }));
  },
};

export const statusNotInVersionPage: RulePage = {
  title: 'A Status that this protocol version does not have',
  scope: 'message',
  versions: '2.5-14.1',
  why: 'The common codes above 100 came with 14.0 and later. Before, an HTTP status says the same: 449 for “provision first”.',
  covers: ['SYNC-ST-07', 'HTTP-449-01'],
  bad: { hex: '03016a00 0007 56 4c033134320001 01', side: 'response', version: '12.1' },
  good: { hex: '03016a00 0007 56 4c033134320001 01', side: 'response', version: '14.1' },
};

const before = (meaning: StatusMeaning | undefined): string =>
  meaning?.httpBefore14 === undefined ? '' : ` Before 14.0 the HTTP status ${meaning.httpBefore14} says it.`;
