import { grouped } from '../../bytes/index.ts';

/** Words of the dialog that shares, and of what is replaced before. */
export const words = {
  share: 'Share by a link',
  which: 'What to share',
  /** By which exchanges are shared. */
  scopes: {
    all: (count: number) => `All ${grouped(count)} exchanges`,
    listed: (count: number) => `The ${grouped(count)} that the timeline lists`,
    one: () => 'The exchange on show',
  },
  redact: 'Redact before sharing',
  redactAbout: 'Invented values of the same kind and length; what you see stays.',
  making: 'Making the link…',
  replaced: (values: number) =>
    `${grouped(values)} ${values === 1 ? 'value is' : 'values are'} replaced. Read it before you hand it on: only you know what else is private.`,
  holds: (personal: string) => `It holds ${personal}.`,
  canBeRead: (what: 'link' | 'file') => `Whoever has the ${what} can read them.`,
  nothingPersonal: 'No addresses, names, subjects or device ids were found in it.',
  saveAsFile: 'Save as a file',
  save: 'Save:',
  conversation: 'Conversation',
  conversationHint: 'Opens here again',
  fixture: 'Test fixture',
  fixtureHint: 'JSON: bytes as hex, XML, findings',
  html: 'HTML report',
  htmlHint: 'One page without scripts',
  markdown: 'Markdown report',
  markdownHint: 'For an issue or a mail',
  link: 'Link',
  redactedLink: 'Redacted link',
  copyLink: 'Copy the link',
  hand: 'Share…',
  redactIt: 'Redact…',
  handedOn: (personal: string) => `What you took holds ${personal}. Whoever has it can read them.`,
  replacing: 'Replacing…',
  notReplaced:
    'The values could not be replaced, so that there is nothing to share. Change a choice to try again.',
  shareFile: (problem: string) => `${problem} Share the file instead.`,
  holdsMessage: 'The link itself holds the message: nothing is stored anywhere.',
  holdsMessages: 'The link itself holds the messages: nothing is stored anywhere.',
  characters: (count: number) => `${grouped(count)} characters. Fits:`,
  nobody: 'Nothing about people was found in it.',
  replace: 'Replace',
  replacedValues: 'Replaced values',
  becomes: 'becomes',
  leaveOutUnread: (parts: number) =>
    `Leave out ${parts === 1 ? '1 part that cannot be read' : `${grouped(parts)} parts that cannot be read`}: what looks like text in ${parts === 1 ? 'it' : 'them'} is replaced, the rest nobody can judge.`,
  leaveOutBodies: (bodies: number) =>
    `Leave out ${bodies === 1 ? '1 body that is' : `${grouped(bodies)} bodies that are`} neither WBXML nor text: nobody can look into ${bodies === 1 ? 'it' : 'them'}.`,
};
