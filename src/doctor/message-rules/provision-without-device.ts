import { versionBit, versionsOf } from '../../eas/index.ts';
import type { MessageRule, RulePage } from '../rule.ts';
import { tokenSpan } from '../scene.ts';
import { atFirst, childNamed, rootNamed } from './elements.ts';

export const provisionWithoutDevice: MessageRule = {
  id: 'provision-without-device',
  side: 'request',
  commands: ['Provision'],
  about: ['Provision:Policy'],
  breach: 'MUST',
  // Exchange Online refuses it; Z-Push and SOGo do not.
  consequence: { what: 'tolerated', by: 'server', basis: 'reported' },
  basis: 'spec',
  source: 'MS-ASPROV R368, R607; jobisoft/TbSync issues 775, 778',
  judge(scene) {
    const { version } = scene.context;
    // What a first Provision holds tells the versions apart: a guess made of it says nothing.
    const bit = version === undefined || version.how === 'guessed' ? 0 : versionBit(version.value);
    if ((bit & versionsOf('14.1-16.1')) === 0) return [];
    const root = rootNamed(scene, 'Provision:Provision');
    const policies = childNamed(scene, root, 'Provision:Policies');
    const policy = childNamed(scene, policies, 'Provision:Policy');
    if (policy < 0 || childNamed(scene, root, 'Settings:DeviceInformation') >= 0) return [];
    if (childNamed(scene, policy, 'Provision:PolicyKey') >= 0) return [];
    return atFirst(
      scene,
      [root],
      () => ({
        text: 'This first Provision says nothing of the device. From 14.1 on it holds DeviceInformation; Exchange Online answers Status 165 without it.',
        versionBound: true,
      }),
      tokenSpan,
    );
  },
};

export const provisionWithoutDevicePage: RulePage = {
  title: 'A first Provision without DeviceInformation',
  scope: 'message',
  versions: '14.1-16.1',
  why: 'A server decides by the device which policy to send. Up to 14.0 the device is told in Settings.',
  covers: ['PROV-07'],
  bad: {
    hex: '03016a00 000e 45 46 47 48034d532d4541532d50726f766973696f6e696e672d5742584d4c0001 010101',
    side: 'request',
    version: '14.1',
  },
  good: {
    hex: '03016a00 000e 45 46 47 48034d532d4541532d50726f766973696f6e696e672d5742584d4c0001 010101',
    side: 'request',
    version: '14.0',
  },
};
