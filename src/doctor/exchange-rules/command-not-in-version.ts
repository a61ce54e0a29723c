import { commandNamed, versionBit, versionsOf } from '../../eas/index.ts';
import { AT_START, at, isHttpOk, type ExchangeRule } from '../digest/index.ts';
import type { RulePage } from '../rule.ts';
import { holding, leaf, message, post } from './example-bytes.ts';

/** A command without a body that its version does not have; one with a body is told by its root. */
export const commandNotInVersion: ExchangeRule = {
  id: 'command-not-in-version',
  breach: 'MUST',
  // Exchange refuses it; Z-Push and SOGo answer GetAttachment at any version.
  consequence: { what: 'tolerated', by: 'server', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD 2.2.1, versions of each command',
  ground: 'no-body',
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

const AT_14 = { 'MS-ASProtocolVersion': '14.1' };
const FILE = holding('46', leaf('47', 'Mailbox'), '0011', leaf('51', 'a'), '0014');

export const commandNotInVersionPage: RulePage = {
  title: 'A command of another version',
  scope: 'exchange',
  side: 'request',
  why: 'A server that goes by the version of the request does not know it then, and answers with an HTTP error.',
  covers: [],
  bad: { exchanges: [{ request: post('GetAttachment', '', AT_14) }] },
  good: {
    exchanges: [{ request: post('ItemOperations', message('0014', holding('45', FILE)), AT_14) }],
  },
};
