import type { ExampleMessage } from '../rule.ts';

const COMMANDS =
  'Sync,SendMail,SmartForward,SmartReply,GetItemEstimate,FolderSync,FolderCreate,FolderDelete,FolderUpdate,MoveItems,MeetingResponse,Search,Settings,Ping,ItemOperations,Provision,ResolveRecipients,ValidateCert';

export const OPTIONS: ExampleMessage = {
  hex: '',
  http: { method: 'OPTIONS', url: '/Microsoft-Server-ActiveSync' },
};

/** A reply to OPTIONS that offers these versions, with the usual commands and some more. */
export const offer = (versions: string, more = '', status = 200): ExampleMessage => ({
  hex: '',
  http: {
    status,
    headers: { 'MS-ASProtocolVersions': versions, 'MS-ASProtocolCommands': `${COMMANDS}${more}` },
  },
});
