/** How a command's body travels. */
export type BodyForm = 'wbxml' | 'none' | 'mime' | 'bytes' | 'xml';

export interface Command {
  name: string;
  /** Number in the base64 form of the query; absent where it has none. */
  code?: number;
  /** First and last protocol version. */
  versions: string;
  /** `Page:Name` of the root of its WBXML body; absent where it has none. */
  root?: string;
  request: BodyForm;
  response: BodyForm;
  /** What the request is before 14.0, where that differs. */
  requestBefore14?: BodyForm;
  /** What a message without a body means, where it is legal: versions, and the meaning. */
  emptyRequest?: EmptyBody;
  emptyResponse?: EmptyBody;
  note?: string;
}

export interface EmptyBody {
  versions: string;
  meaning: string;
}

const ALL = '2.5-16.1';

const SENT: EmptyBody = { versions: ALL, meaning: 'it was sent' };

/**
 * The commands of Exchange ActiveSync, also those without a WBXML body.
 * @see MS-ASCMD §2.2.1, MS-ASHTTP §2.2.1.1.1.1.2 (codes)
 */
export const commands: readonly Command[] = [
  {
    name: 'Sync',
    code: 0,
    versions: ALL,
    root: 'AirSync:Sync',
    request: 'wbxml',
    response: 'wbxml',
    emptyRequest: { versions: '12.1-16.1', meaning: 'the same request as before' },
    emptyResponse: { versions: '12.1-16.1', meaning: 'nothing changed in any collection' },
  },
  mail('SendMail', 1),
  mail('SmartForward', 2),
  mail('SmartReply', 3),
  { name: 'GetAttachment', code: 4, versions: '2.5-12.1', request: 'none', response: 'bytes' },
  {
    name: 'GetHierarchy',
    code: 5,
    versions: '2.5-12.1',
    root: 'FolderHierarchy:Folders',
    request: 'none',
    response: 'wbxml',
    note: 'obsolete: FolderSync replaces it',
  },
  plain('FolderSync', 9, 'FolderHierarchy'),
  plain('FolderCreate', 10, 'FolderHierarchy'),
  plain('FolderDelete', 11, 'FolderHierarchy'),
  plain('FolderUpdate', 12, 'FolderHierarchy'),
  plain('MoveItems', 13, 'Move'),
  plain('GetItemEstimate', 14, 'GetItemEstimate'),
  plain('MeetingResponse', 15, 'MeetingResponse'),
  plain('Search', 16, 'Search'),
  { ...plain('Settings', 17, 'Settings'), versions: '12.0-16.1' },
  {
    ...plain('Ping', 18, 'Ping'),
    emptyRequest: { versions: ALL, meaning: 'the same heartbeat and folders as before' },
  },
  { ...plain('ItemOperations', 19, 'ItemOperations'), versions: '12.0-16.1' },
  plain('Provision', 20, 'Provision'),
  plain('ResolveRecipients', 21, 'ResolveRecipients'),
  plain('ValidateCert', 22, 'ValidateCert'),
  { ...plain('Find', 23, 'Find'), versions: '16.1-16.1' },
  {
    name: 'Autodiscover',
    versions: ALL,
    request: 'xml',
    response: 'xml',
    note: 'plain XML at an address of its own, never WBXML',
  },
];

function plain(name: string, code: number, page: string): Command {
  return { name, code, versions: ALL, root: `${page}:${name}`, request: 'wbxml', response: 'wbxml' };
}

/** Before 14.0 the body is the mail itself and the rest stands in the query. */
function mail(name: string, code: number): Command {
  return { ...plain(name, code, 'ComposeMail'), requestBefore14: 'mime', emptyResponse: SENT };
}

const byName = new Map(commands.map((command) => [command.name.toLowerCase(), command]));
const byRoot = new Map(
  commands.flatMap((command) => (command.root === undefined ? [] : [[command.root, command] as const])),
);
const byCode = new Map(
  commands.flatMap((command) => (command.code === undefined ? [] : [[command.code, command] as const])),
);

/** A command by its name, in any case. */
export const commandNamed = (name: string): Command | undefined => byName.get(name.toLowerCase());
/** The command whose body has this root: `Page:Name`. */
export const commandOfRoot = (root: string): Command | undefined => byRoot.get(root);
/** The command with this number in a base64 query. */
export const commandOfCode = (code: number): Command | undefined => byCode.get(code);
