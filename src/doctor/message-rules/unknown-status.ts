import { commandNamed, deviationFor, statusMeanings } from '../../eas/index.ts';
import type { MessageRule, RulePage } from '../rule.ts';
import { keyOf } from '../../doctypes/index.ts';
import { fullNameOf } from '../scene.ts';
import { atFirst, isNamed } from './elements.ts';
import { failedStatuses } from './status-tags.ts';
import type { MessageScene } from './message-index.ts';

/** Places whose codes the content model lists itself. */
const LISTED = ['Provision:Policy', 'Provision:RemoteWipe', 'Provision:AccountOnlyRemoteWipe'];

export const unknownStatus: MessageRule = {
  id: 'unknown-status',
  side: 'response',
  breach: 'SHOULD',
  consequence: { what: 'hurts', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD 2.2.2, 2.2.3.177; MS-ASPROV R39301',
  judge(scene) {
    const failed = failedStatuses(scene);
    if (failed.length === 0) return [];
    const byCode = new Map<string, number[]>();
    for (const [page, i, code] of failed) {
      if (!/^\d{1,9}$/.test(code) || isListed(scene, i)) continue;
      if (statusMeanings(commandOf(scene, page), Number(code)).length > 0) continue;
      const known = byCode.get(code);
      if (known) known.push(i);
      else if (byCode.size < MOST) byCode.set(code, [i]);
    }
    return [...byCode].flatMap(([code, places]) =>
      atFirst(scene, places, (i) => ({
        text: `Status ${code} is on no list: ${scene.command} does not have it, and it is no common code. A client can only take it for a failure.`,
        deviation: deviationFor('unknown-status', parentOf(scene, i)),
      })),
    );
  },
};

export const unknownStatusPage: RulePage = {
  title: 'A Status that is on no list',
  scope: 'message',
  why: 'Each command lists its codes, and from 14.0 on there are common ones. What another code asks a client to do nobody knows.',
  covers: ['STATUS-01'],
  bad: { hex: '03016a00 0008 47 4a 4803313a310001 4b0331350001 0101', side: 'response' },
  good: { hex: '03016a00 0008 47 4a 4803313a310001 4b03320001 0101', side: 'response' },
};

/** Different codes told of one message. */
const MOST = 5;

const isListed = (scene: MessageScene, i: number): boolean =>
  LISTED.some((name) => isNamed(scene, scene.decoded.tokens.parent(i), name));

/** The command whose codes a Status on this page has. */
function commandOf({ command, decoded: { vocabulary } }: MessageScene, page: number): string {
  const namespace = vocabulary.page(page)?.namespace ?? '';
  return commandNamed(namespace)?.name ?? command;
}

/** `Page:Name` of the element around a tag. */
function parentOf(scene: MessageScene, i: number): string {
  const { tokens } = scene.decoded;
  const parent = tokens.parent(i);
  return parent < 0 ? '' : fullNameOf(scene, keyOf(tokens.page(parent), tokens.tagCode(parent)));
}
