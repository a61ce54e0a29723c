import { commandNamed, versionBit, versionsOf } from '../../eas/index.ts';
import { AT_START, at, isHttpOk, type ExchangeRule } from '../digest/index.ts';
import type { RulePage } from '../rule.ts';
import { post } from './example-bytes.ts';

/** A command without a body that its version does not have; one with a body is told by its root. */
export const commandNotInVersion: ExchangeRule = {
  id: 'command-not-in-version',
  breach: 'MUST',
  // Exchange refuses it; Z-Push and SOGo answer GetAttachment at any version.
  consequence: { what: 'tolerated', by: 'server', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD 2.2.1, versions of each command',
  judge(pair) {
    const { request, response } = pair;
    const command = commandNamed(request?.http.addressed ?? '');
    const { version } = request ?? {};
    if (!command || !version || request?.rootName !== undefined) return [];
    const bit = version.how === 'guessed' ? 0 : versionBit(version.value);
    if (bit === 0 || (versionsOf(command.versions) & bit) !== 0) return [];
    if (response && !isHttpOk(response)) return []; // told by the server itself
    const [first, last] = command.versions.split('-');
    const span =
      first === last ? `only ${first ?? ''} has it` : `versions ${first ?? ''} to ${last ?? ''} have it`;
    const instead = INSTEAD.get(command.name);
    return [
      {
        ...at(pair, 'request', AT_START),
        text: `${command.name} is no command of version ${version.value}: ${span}.${instead === undefined ? '' : ` ${instead}`}`,
        versionBound: true,
      },
    ];
  },
};

const INSTEAD: ReadonlyMap<string, string> = new Map([
  ['GetAttachment', 'From 14.0 on attachments are fetched with ItemOperations.'],
  ['GetHierarchy', 'From 14.0 on folders are told by FolderSync alone.'],
]);

const ask = (version: string) =>
  post('GetAttachment&AttachmentName=1', '', { 'MS-ASProtocolVersion': version });

export const commandNotInVersionPage: RulePage = {
  title: 'A command of another version',
  scope: 'exchange',
  side: 'request',
  why: 'A server that goes by the version of the request does not know it then, and answers with an HTTP error.',
  covers: [],
  bad: { exchanges: [{ request: ask('14.1') }] },
  good: { exchanges: [{ request: ask('12.1') }] },
};
