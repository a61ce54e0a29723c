import { expect, test } from 'vitest';
import { vocabularyOf } from '../doctypes/index.ts';
import { deviationFor, deviations } from './deviations.ts';
import { versionsOf } from './versions.ts';

test.each(deviations)('$id ($rule): names elements and versions that there are', (row) => {
  const vocabulary = vocabularyOf('activesync');
  for (const name of [...(row.parent === undefined ? [] : [row.parent]), ...(row.elements ?? [])]) {
    const [page = '', local = ''] = name.split(':');
    expect(vocabulary?.tagCode(vocabulary.namespacePage(page) ?? -1, local), name).toBeDefined();
  }
  expect(versionsOf(row.versions)).not.toBe(0);
});

test.each<[string, string | undefined, string | undefined, string | undefined, string | undefined]>([
  ['wrong-value', 'Provision:EASProvisionDoc', 'Provision:MaxAttachmentSize', '-1', 'DEV-15'],
  ['wrong-value', 'Provision:EASProvisionDoc', 'Provision:MaxAttachmentSize', '-2', undefined],
  ['wrong-value', 'Provision:EASProvisionDoc', 'Provision:AllowBluetooth', '-1', undefined],
  ['missing-child', 'Settings:UserInformation', 'Settings:Status', undefined, 'DEV-10'],
  ['missing-child', 'Settings:Oof', 'Settings:Status', undefined, undefined],
  ['not-in-version', 'GetItemEstimate:Collection', 'GetItemEstimate:Class', undefined, 'DEV-02'],
  ['not-text', undefined, undefined, undefined, 'DEV-21'],
  ['constructor', undefined, undefined, undefined, undefined],
])('%s in %s, %s “%s” → %s', (rule, parent, element, value, id) => {
  expect(deviationFor(rule, parent, element, value)?.id).toBe(id);
});
