import { holding, leaf, message } from './example-bytes.ts';

const TYPE = leaf('48', 'MS-EAS-Provisioning-WBXML');

const provision = (status: string | undefined, policy: string, ...more: readonly string[]): string =>
  message(
    '000e',
    holding(
      '45',
      ...more,
      ...(status === undefined ? [] : [leaf('4b', status)]),
      holding('46', holding('47', TYPE, policy)),
    ),
  );

/** The bytes of Provision, phase by phase. */
export const PHASE_1 = provision(undefined, '');
const DATA = holding('4a', holding('4d', leaf('4e', '0')));
export const phase1Reply = (key: string, data = DATA): string =>
  provision('1', `${leaf('4b', '1')} ${leaf('49', key)} ${data}`);
export const phase2 = (key: string): string => provision(undefined, `${leaf('49', key)} ${leaf('4b', '1')}`);
export const phase2Reply = (key: string): string => provision('1', `${leaf('4b', '1')} ${leaf('49', key)}`);
export const phase2Refused = provision('1', leaf('4b', '5'));
/** Phase one with a device that tells what it is, from 14.1. */
export const PHASE_1_DEVICE = provision(
  undefined,
  '',
  '0012',
  holding('56', holding('48', leaf('57', 'iPhone'))),
  '000e',
);
export const phase1ReplyDevice = (key: string): string =>
  provision(
    '1',
    `${leaf('4b', '1')} ${leaf('49', key)} ${DATA}`,
    '0012',
    holding('56', leaf('46', '1')),
    '000e',
  );
