import type { Breach, Consequence, MessageRule, RulePage } from '../rule.ts';
import { unmetDemands, type Demand } from './demands.ts';

const UNKNOWN: Consequence = { what: 'unknown', by: 'phone', basis: 'inferred' };
const HURTS: Consequence = { what: 'hurts', by: 'phone', basis: 'inferred' };

const status = (page: string, is = '1') => ({ name: `${page}:Status`, is });
/** A success that brings nothing of what was asked for. */
const EMPTY_HANDED = { breach: 'SHOULD', consequence: HURTS } as const satisfies {
  breach: Breach;
  consequence: Consequence;
};
/** A success that leaves out what every server on record says. */
const UNTOLD = { breach: 'habit', consequence: UNKNOWN } as const satisfies {
  breach: Breach;
  consequence: Consequence;
};

/** Range and Total, wherever there are results. */
const results = (command: string, holder: string, sections: readonly [string, string]): Demand[] =>
  (['Range', 'Total'] as const).map((name, i) => ({
    ...UNTOLD,
    command,
    holder,
    beside: [status(command), { name: `${command}:Result` }],
    needs: [`${command}:${name}`],
    source: `MS-ASCMD ${sections[i] ?? ''}`,
    text:
      name === 'Range'
        ? 'There are results and no Range. It says which of all that were found these are.'
        : 'There are results and no Total. It says how many were found; without it nobody knows whether to ask for more.',
  }));

const DEMANDS: readonly Demand[] = [
  {
    ...UNTOLD,
    command: 'MoveItems',
    holder: 'Move:Response',
    beside: [status('Move', '3')],
    needs: ['Move:DstMsgId'],
    source: 'MS-ASCMD 2.2.3.52',
    text: 'An item was moved, and nothing says what it is called now. Beside Status 3 stands DstMsgId, its new id.',
  },
  {
    ...EMPTY_HANDED,
    command: 'GetItemEstimate',
    holder: 'GetItemEstimate:Response',
    beside: [status('GetItemEstimate')],
    needs: ['GetItemEstimate:Estimate'],
    source: 'MS-ASCMD 2.2.3.65, 2.2.3.153.3',
    text: 'Status 1 stands without an Estimate. That number, in Collection, is what was asked for.',
  },
  {
    ...EMPTY_HANDED,
    command: 'ItemOperations',
    holder: 'ItemOperations:Fetch',
    beside: [status('ItemOperations')],
    needs: ['ItemOperations:Properties'],
    source: 'MS-ASCMD 2.2.3.139.2',
    text: 'Status 1 stands without Properties. What was fetched stands in there.',
  },
  {
    ...EMPTY_HANDED,
    command: 'ItemOperations',
    holder: 'ItemOperations:Fetch',
    beside: [
      status('ItemOperations'),
      { name: 'AirSyncBase:FileReference' },
      { name: 'ItemOperations:Properties' },
    ],
    needs: ['ItemOperations:Data', 'ItemOperations:Part'],
    source: 'MS-ASCMD 2.2.3.39.2, 2.2.3.130',
    text: 'An attachment is fetched with Status 1, and its bytes are missing. They stand in Data as base64, or Part says which part of a multipart answer they are.',
  },
  {
    ...EMPTY_HANDED,
    command: 'Search',
    holder: 'Search:Search',
    beside: [status('Search')],
    needs: ['Search:Store'],
    source: 'MS-ASCMD R4315; response schema of Search',
    text: 'Status 1 stands without a Response. That nothing was found is said in there, by a Store without results.',
  },
  ...results('Search', 'Search:Store', ['2.2.3.143.3', '2.2.3.184.3']),
  {
    ...EMPTY_HANDED,
    command: 'Search',
    holder: 'Search:Result',
    beside: [{ name: 'AirSync:CollectionId' }],
    needs: ['Search:LongId'],
    source: 'MS-ASCMD 2.2.3.98',
    text: 'A mail was found, and Result has no LongId. That is the name by which it can be fetched or answered.',
  },
  {
    ...EMPTY_HANDED,
    command: 'Find',
    holder: 'Find:Find',
    beside: [status('Find')],
    needs: ['Find:Response'],
    source: 'MS-ASCMD, Find; response schema',
    text: 'Status 1 stands without a Response. That nothing was found is said in there, without results.',
  },
  ...results('Find', 'Find:Response', ['2.2.3.143.1', '2.2.3.184.1']),
  {
    ...EMPTY_HANDED,
    command: 'Find',
    holder: 'Find:Result',
    beside: [{ name: 'AirSync:CollectionId' }],
    needs: ['AirSync:ServerId'],
    source: 'MS-ASCMD, Result',
    text: 'A mail was found, and Result has no ServerId. That is the name by which it can be fetched or answered.',
  },
  {
    ...EMPTY_HANDED,
    command: 'ResolveRecipients',
    holder: 'ResolveRecipients:Response',
    beside: [status('ResolveRecipients')],
    needs: ['ResolveRecipients:Recipient'],
    source: 'MS-ASCMD, Status(ResolveRecipients)',
    text: 'Status 1 says that the name was found, and there is no Recipient. That nobody was found is Status 4.',
  },
  {
    ...EMPTY_HANDED,
    command: 'ResolveRecipients',
    holder: 'ResolveRecipients:Certificates',
    beside: [status('ResolveRecipients')],
    needs: ['ResolveRecipients:Certificate', 'ResolveRecipients:MiniCertificate'],
    source: 'MS-ASCMD, Status(ResolveRecipients)',
    text: 'Status 1 stands in Certificates, and there is none. That somebody has no certificate is Status 7.',
  },
  {
    ...EMPTY_HANDED,
    command: 'ResolveRecipients',
    holder: 'ResolveRecipients:Availability',
    beside: [status('ResolveRecipients')],
    needs: ['ResolveRecipients:MergedFreeBusy'],
    source: 'MS-ASCMD, Availability',
    text: 'Status 1 stands in Availability without MergedFreeBusy, which says when somebody is free.',
  },
  {
    ...EMPTY_HANDED,
    command: 'ResolveRecipients',
    holder: 'ResolveRecipients:Picture',
    beside: [status('ResolveRecipients')],
    needs: ['ResolveRecipients:Data'],
    source: 'MS-ASCMD, Picture(ResolveRecipients)',
    text: 'Status 1 stands in Picture without Data. That somebody has no picture is Status 173.',
  },
  {
    ...EMPTY_HANDED,
    command: 'ValidateCert',
    holder: 'ValidateCert:ValidateCert',
    beside: [status('ValidateCert')],
    needs: ['ValidateCert:Certificate'],
    source: 'MS-ASCMD, Certificate(ValidateCert)',
    text: 'Status 1 says that the request was read, and nothing says whether a certificate is good. Each is answered by a Certificate with a Status in it.',
  },
  {
    ...EMPTY_HANDED,
    command: 'ValidateCert',
    holder: 'ValidateCert:Certificate',
    beside: [],
    needs: ['ValidateCert:Status'],
    source: 'MS-ASCMD, Certificate(ValidateCert)',
    text: 'Certificate has no Status, which says whether the certificate is good.',
  },
  {
    ...EMPTY_HANDED,
    command: 'Settings',
    holder: 'Settings:UserInformation',
    beside: [status('Settings')],
    needs: ['Settings:Get'],
    source: 'MS-ASCMD R2758, R4382',
    text: 'Status 1 stands in UserInformation without a Get. The addresses of the user stand in there.',
  },
];

export const successWithoutResult: MessageRule = {
  id: 'success-without-result',
  side: 'response',
  commands: [...new Set(DEMANDS.map(({ command }) => command))],
  ...EMPTY_HANDED,
  basis: 'spec',
  source: 'MS-ASCMD',
  judge: (scene) => unmetDemands(scene, DEMANDS),
};

export const successWithoutResultPage: RulePage = {
  title: 'A success without what it brings',
  scope: 'message',
  why: 'A client that reads the Status of a success goes on to what was asked for. Where that is missing it shows nothing, or asks again.',
  covers: [],
  bad: { hex: '03016a00 0006 45 4d 4e03310001 48 4a03350001 0101 01', side: 'response' },
  good: { hex: '03016a00 0006 45 4d 4e03310001 48 4a03350001 4c03330001 0101 01', side: 'response' },
};
