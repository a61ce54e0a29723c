import type { ChildRow, CommandContent, Content } from './types.ts';
import { text } from './value-types.ts';

// Before 14.0 the body is the mail itself, and what stands here stands in the query (MS-ASHTTP R427).

const SHARED: readonly ChildRow[] = [
  ['AccountId', '0-1'],
  ['SaveInSentItems', '0-1'],
  ['RightsManagement:TemplateID', '0-1'],
];

const CLIENT_ID: ChildRow = ['ClientId', '1', { value: text(1, 40) }];

/** An answer has a body only where something failed. */
const ANSWER: Content = { source: 'MS-ASCMD, Status; SendMail', children: [['Status', '0-1']] };

const body = (name: string, content: Content): Record<'request' | 'response', CommandContent> => ({
  request: { root: `ComposeMail:${name}`, content },
  response: { root: `ComposeMail:${name}`, content: ANSWER },
});

export const sendMail = body('SendMail', {
  source: 'MS-ASCMD R4848, R4850',
  children: [CLIENT_ID, ...SHARED, ['Mime', '1']],
});

export const smartReply = body('SmartReply', {
  source: 'MS-ASCMD, SmartReply',
  children: [CLIENT_ID, ['Source', '1'], ...SHARED, ['ReplaceMime', '0-1'], ['Mime', '1']],
});

/** From 16.0 on Forwardees and a Body may stand for Mime (MS-ASCMD R7468); older versions must have it. */
export const smartForward = body('SmartForward', {
  source: 'MS-ASCMD, SmartForward; R7468',
  children: [
    CLIENT_ID,
    ['Source', '1'],
    ...SHARED,
    ['ReplaceMime', '0-1'],
    ['Mime', '0-1', { requiredIn: '14.0-14.1' }],
    ['Forwardees', '0-1', { content: { source: 'MS-ASCMD, Forwardees', children: [['Forwardee', '1-*']] } }],
    ['AirSyncBase:Body', '0-1', { versions: '16.0-16.1' }],
  ],
});
