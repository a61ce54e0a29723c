import { words } from '#words/message-menu.ts';
import {
  hasFirstPart,
  hasWholeBody,
  messageAt,
  otherSide,
  partnersFor,
  sideWord,
  stepOf,
  type Message,
  type MessagePlace,
} from '../../conversation/index.ts';
import type { PageState } from '../../state/index.ts';
import type { DialogState } from '../dialogs/open-dialog.svelte.ts';
import { messageWords } from '../rail/message-words.ts';
import type { MenuItem } from '../shared/menu-item.ts';
import { ExchangeActs } from './acts.ts';

/** What can be done with the message on show and its exchange; only what can be done now. */
export function messageMenu(page: PageState, dialogs: DialogState): MenuItem[][] {
  const { workspace, stage } = page;
  const acts = new ExchangeActs(page, dialogs);
  const { conversation, at, partner } = workspace;
  const facts: MenuItem[] = [
    { label: words.names, act: () => dialogs.show({ kind: 'names' }) },
    { label: words.http, act: () => dialogs.show({ kind: 'http' }) },
    { label: words.readAs, act: () => dialogs.show({ kind: 'read-as' }) },
    ...bodyItems(workspace.message, acts),
  ];
  if (stage.simulation) {
    const copy = {
      label: words.openCopy,
      hint: words.runStays,
      act: () => acts.copyOfRun(),
    };
    return [facts, [copy]];
  }
  const other = otherSide(at.side);
  const add: MenuItem[] = [
    ...(partner ? [] : [{ label: words.addThe(sideWord(other)), act: () => acts.ask('add-message', true) }]),
    { label: words.add, act: () => acts.ask('add-message') },
  ];
  const { exchanges } = conversation;
  const isPair = partner !== undefined;
  const many = workspace.steps.length > 1;
  return [
    add,
    facts,
    [
      ...(at.exchange > 0 ? [{ label: words.up, shortcut: words.upKey, act: () => acts.moveBy(-1) }] : []),
      ...(at.exchange < exchanges.length - 1
        ? [{ label: words.down, shortcut: words.downKey, act: () => acts.moveBy(1) }]
        : []),
      isPair
        ? { label: words.swap, act: () => acts.turn() }
        : { label: words.makeIt(sideWord(other)), act: () => acts.turn() },
      ...(isPair ? [{ label: words.part, act: () => acts.part() }] : []),
      ...partnersFor(conversation, at).map((place) => pairItem(page, acts, place)),
    ],
    [
      { label: words.duplicate, act: () => acts.duplicate() },
      ...(isPair ? [{ label: words.duplicateExchange, act: () => acts.duplicateExchange() }] : []),
      ...(many ? [{ label: words.delete, shortcut: words.deleteKey, act: () => acts.remove() }] : []),
      ...(isPair && exchanges.length > 1
        ? [{ label: words.deleteExchange, act: () => acts.removeExchange() }]
        : []),
    ],
  ];
}

/** A multipart answer is read as its first part, a push as what it carries, or either as all it is. */
function bodyItems(message: Message | undefined, acts: ExchangeActs): MenuItem[] {
  if (message && hasWholeBody(message)) return [{ label: words.wholeBody, act: () => acts.wholeBody() }];
  return message && hasFirstPart(message) ? [{ label: words.firstPart, act: () => acts.firstPart() }] : [];
}

function pairItem({ workspace }: PageState, acts: ExchangeActs, place: MessagePlace): MenuItem {
  const { conversation, at, examiner } = workspace;
  const message = messageAt(conversation, place);
  const { what } = messageWords(message, examiner.of(place), place.side);
  const side = sideWord(place.side);
  return {
    label: place.exchange > at.exchange ? words.pairBelow(side) : words.pairAbove(side),
    hint: words.step(stepOf(conversation, place), what ?? side),
    act: () => acts.pair(place),
  };
}
