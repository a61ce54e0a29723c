import type { Message } from '../../conversation/index.ts';
import { commandNamed, commandOfRoot, easFacts } from '../../eas/index.ts';
import { readTreeFirst, type Tree } from '../message/tree.ts';

/** A request as a server reads it. */
export interface Request {
  readonly message: Message;
  readonly method: string;
  /** Name of the command; empty where nothing tells it. */
  readonly command: string;
  readonly version: string;
  /** X-MS-PolicyKey, `0` where it is not sent. */
  readonly policyKey: string;
  readonly deviceId: string;
  readonly bytes: Uint8Array;
  /** Absent where there is no body, or none that is WBXML. */
  readonly tree?: Tree;
  /** True where the body is there but cannot be read to its end. */
  readonly broken: boolean;
}

const NOTHING = new Uint8Array(0);

/**
 * Reads a request: HTTP facts first, the root of the body where they say nothing.
 * @param version what it is read as where it does not say its version
 */
export function readRequest(message: Message, version: string): Request {
  const { bytes = NOTHING, http } = message;
  const facts = easFacts(http);
  const isWbxml = bytes[0] === 3;
  const tree = isWbxml ? readTreeFirst(bytes) : undefined;
  const command = facts.command ?? commandOfRoot(tree?.root?.name ?? '')?.name ?? '';
  return {
    message,
    method: http?.method ?? 'POST',
    command: commandNamed(command)?.name ?? command,
    version: message.readAs?.version ?? facts.version ?? version,
    policyKey: facts.policyKey ?? '0',
    deviceId: facts.deviceId ?? '',
    bytes,
    ...(tree && { tree }),
    broken: tree !== undefined && tree.decoded.problems.some(({ severity }) => severity === 'error'),
  };
}
