import { words } from '#words/copies.ts';
import { toHex } from '../bytes/index.ts';
import {
  conversationToJson,
  envelopesOf,
  messageTitle,
  methodTitle,
  partOf,
  type Conversation,
} from '../conversation/index.ts';
import {
  BYTE_FORMS,
  CODE_FORMS,
  conversationFileName,
  curlCommand,
  elementBytes,
  elementValue,
  elementXml,
  messageFileName,
  spacedHex,
  type CodeForm,
} from '../export/index.ts';
import { listingText } from '../explain/index.ts';
import type { PageState, Workspace } from '../state/index.ts';
import { readKept, writeKept } from '../storage/index.ts';
import { markdownOf, reportLink, saveConversationAs, type ConversationFile } from './conversation-files.ts';
import type { Copier } from './copier.ts';
import type { MenuItem } from './shared/menu-item.ts';
import { writtenReport } from './written-report.ts';

const titleOf = ({ message, partner, context }: Workspace): string =>
  messageTitle(message, context.side.value, context.command?.value ?? methodTitle(message, partner));

const isWbxml = ({ body }: Workspace): boolean => body.kind === 'wbxml';

/** The file's name for the message on show. */
function fileName(workspace: Workspace, ending: 'wbxml' | 'xml' | 'bin'): string {
  const { at, context, steps, step } = workspace;
  const command = context.command?.value;
  return messageFileName(
    { side: at.side, ...(command !== undefined && { command }), ...(steps.length > 1 && { step: step + 1 }) },
    ending,
  );
}

/** What the bytes of a message can be copied and saved as. */
export function byteCopies(page: PageState, copier: Copier): MenuItem[][] {
  const { workspace } = page;
  const { bytes, selection } = workspace;
  if (bytes.length === 0) return [[saveConversation(workspace, copier)]];
  const { start, end } = selection.span;
  const selected = {
    label: words.selected,
    hint: words.someOf(end - start, bytes.length),
    act: () => void copier.copy(spacedHex(bytes.subarray(start, end)), words.bytesAsHex(end - start)),
  };
  const listing = {
    label: words.listing,
    act: () => void copier.copy(listingText(workspace.listing, { allBytes: true }), words.listing),
  };
  const save = {
    label: words.saveBytes,
    hint: fileName(workspace, endingOf(workspace)),
    act: () => saveBytes(workspace, copier),
  };
  return [
    [...byteForms(workspace, copier), listing],
    [
      ...(end > start ? [selected] : []),
      ...elementCopies(workspace, copier),
      ...shortMessages(workspace, copier),
    ],
    [report(page, copier), ...wholeReport(page, copier), ...curl(workspace, copier)],
    [save, saveConversation(workspace, copier), ...otherFiles(page, copier)],
  ];
}

/** Where the language is remembered that bytes were last copied for. */
const LAST_LANGUAGE = 'copied-for';

/** The forms of bytes; languages are behind one item, and the one used last stands before all. */
function byteForms(workspace: Workspace, copier: Copier): MenuItem[] {
  const { bytes } = workspace;
  const inCode = (form: CodeForm): MenuItem => ({
    label: form.label,
    act: () => {
      writeKept('local', LAST_LANGUAGE, form.id);
      const text = form.write(bytes, titleOf(workspace));
      void copier.copy(text, words.bytesInCode(bytes.length, form.label));
    },
  });
  const last = CODE_FORMS.find(({ id }) => id === readKept('local', LAST_LANGUAGE));
  const plain = BYTE_FORMS.map((form) => ({
    label: form.label,
    act: () => void copier.copy(form.write(bytes), words.bytesAs(bytes.length, form.label)),
  }));
  const further = {
    label: words.inCode,
    hint: words.inCodeHint,
    more: [CODE_FORMS.map(inCode)],
    act: () => undefined,
  };
  return [...(last ? [inCode(last)] : []), ...plain, further];
}

/** What the XML of a message can be copied and saved as. */
export function xmlCopies(workspace: Workspace, copier: Copier): MenuItem[][] {
  const { text } = workspace;
  if (text === undefined || !isWbxml(workspace)) return [[saveConversation(workspace, copier)]];
  const name = fileName(workspace, 'xml');
  return [
    [{ label: words.xml, act: () => void copier.copy(text, words.xml) }],
    elementCopies(workspace, copier),
    [
      { label: words.saveXml, hint: name, act: () => copier.save(name, text, 'application/xml') },
      saveConversation(workspace, copier),
    ],
  ];
}

/** The short messages that carried it, a line each, with the message as it is now; none where it does not fit. */
function shortMessages({ message }: Workspace, copier: Copier): MenuItem[] {
  const pdus = (message && envelopesOf(message)) ?? [];
  if (pdus.length === 0) return [];
  const text = pdus.map((pdu) => toHex(pdu).toUpperCase()).join('\n');
  const act = () => void copier.copy(text, words.shortMessages);
  return [{ label: words.shortMessages, hint: words.shortMessagesHint(pdus.length), act }];
}

/** The innermost element at the caret, by token index; −1 where there is none. */
function elementAt({ decoded, selection }: Workspace): number {
  const { tokens } = decoded;
  let i = tokens.atOffset(selection.caret);
  while (i >= 0 && !['tag', 'literalTag'].includes(tokens.at(i).kind)) i = tokens.parent(i);
  return i;
}

function elementCopies(workspace: Workspace, copier: Copier): MenuItem[] {
  const i = elementAt(workspace);
  if (i < 0) return [];
  const { decoded } = workspace;
  const name = decoded.tokens.at(i).name ?? words.theElement;
  const value = elementValue(decoded, i);
  return [
    ...(value
      ? [{ label: words.valueOf(name), act: () => void copier.copy(value, words.valueOf(name)) }]
      : []),
    {
      label: words.bytesOf(name),
      act: () => void copier.copy(spacedHex(elementBytes(decoded, i)), words.bytesOf(name)),
    },
    { label: words.xmlOf(name), act: () => void copier.copy(elementXml(decoded, i), words.xmlOf(name)) },
  ];
}

/** A report and a file are made to be handed on: what they hold about people is told when they are there. */
async function warned(done: Promise<boolean>, conversation: Conversation, copier: Copier): Promise<void> {
  if (await done) await copier.warn(conversation);
}

/** @returns false where there is nothing to copy */
async function copied(text: string | undefined, copier: Copier): Promise<boolean> {
  if (text === undefined) return false;
  await copier.copy(text, words.report);
  return true;
}

/** The exchange on show: whoever files one hands out no others. */
const exchangeOf = ({ conversation, at }: Workspace): Conversation =>
  partOf(conversation, (exchange) => exchange === at.exchange);

function report(page: PageState, copier: Copier): MenuItem {
  const { workspace } = page;
  return {
    label: words.copyReport,
    hint: words.reportHint,
    act: () => void warned(copyReport(page, copier), exchangeOf(workspace), copier),
  };
}

/** The same for a conversation of several messages. */
function wholeReport(page: PageState, copier: Copier): MenuItem[] {
  const { conversation, steps } = page.workspace;
  if (steps.length < 2) return [];
  const copy = async () => copied(await markdownOf(conversation, page), copier);
  const act = () => void warned(copy(), conversation, copier);
  return [{ label: words.copyWholeReport, hint: words.wholeReportHint(steps.length), act }];
}

/** The request of the exchange on show, for a shell. */
function curl({ conversation, at, context }: Workspace, copier: Copier): MenuItem[] {
  const request = conversation.exchanges[at.exchange]?.request;
  if (!request) return [];
  const act = () => copier.copy(curlCommand(request, context.command?.value), words.curlCommand);
  return [{ label: words.copyCurl, hint: words.curlHint, act: () => void act() }];
}

function otherFiles(page: PageState, copier: Copier): MenuItem[] {
  const { conversation } = page.workspace;
  const save = (file: ConversationFile) => () =>
    void warned(saveConversationAs(file, conversation, page, copier), conversation, copier);
  return [
    { label: words.saveFixture, hint: words.fixtureHint, act: save('fixture') },
    { label: words.saveHtml, hint: words.htmlHint, act: save('html') },
  ];
}

async function copyReport(page: PageState, copier: Copier): Promise<boolean> {
  const { at } = page.workspace;
  const conversation = exchangeOf(page.workspace);
  const link = await reportLink(conversation, { ...at, exchange: 0 });
  const order = { conversation, form: 'message', side: at.side, link } as const;
  return copied(await writtenReport(page, order, at.exchange), copier);
}

const endingOf = (workspace: Workspace): 'wbxml' | 'bin' => (isWbxml(workspace) ? 'wbxml' : 'bin');

function saveBytes(workspace: Workspace, copier: Copier): void {
  copier.save(fileName(workspace, endingOf(workspace)), workspace.bytes, 'application/octet-stream');
}

/** Saves all messages as one file. */
export function saveConversation(workspace: Workspace, copier: Copier): MenuItem {
  const name = conversationFileName(workspace.conversation.title);
  return {
    label: words.saveConversation,
    hint: name,
    act: () => {
      const { whole } = workspace;
      copier.save(name, conversationToJson(whole), 'application/json');
      void copier.warn(whole);
    },
  };
}
