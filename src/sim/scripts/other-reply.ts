import type { Message } from '../../conversation/index.ts';
import { elementBytes } from '../message/element-bytes.ts';
import { tag } from '../message/element.ts';
import { replyMessage, withHttp } from '../message/http.ts';
import type { OtherReply } from './types.ts';

const NOTHING = new Uint8Array(0);
/** The page of a command's root, where it is not called as the command is. */
const PAGES: Readonly<Record<string, string>> = {
  FolderSync: 'FolderHierarchy',
  Sync: 'AirSync',
  SendMail: 'ComposeMail',
  SmartReply: 'ComposeMail',
  MoveItems: 'Move',
};

/** What the script puts in the place of a reply to this command. */
export function otherReply(command: string, other: OtherReply): Message {
  if (typeof other === 'object') {
    if ('http' in other) return replyMessage(other.http, NOTHING);
    if (command === 'OPTIONS') return replyMessage(200, NOTHING);
    return replyMessage(200, elementBytes(rootOf(command, tag(`${pageOf(command)}:Status`, other.status))));
  }
  if (command === 'OPTIONS') return replyMessage(200, NOTHING); // it has no body that could be odd
  switch (other) {
    case 'empty':
      return replyMessage(200, NOTHING);
    case 'odd':
      return withHttp(replyMessage(200, NOTHING), { headers: { 'Content-Type': 'text/html' } });
    case 'crash':
      return replyMessage(200, elementBytes(rootOf(command, tag('AirSync:Collections'))));
    case 'unreadable': {
      const whole = elementBytes(rootOf(command, tag(`${pageOf(command)}:Status`, '1')));
      return replyMessage(200, whole.slice(0, -1));
    }
    default:
      return other satisfies never;
  }
}

const pageOf = (command: string): string =>
  Object.hasOwn(PAGES, command) ? (PAGES[command] ?? '') : command;

const rootOf = (command: string, child: ReturnType<typeof tag>): ReturnType<typeof tag> =>
  tag(`${pageOf(command)}:${command}`, child);
