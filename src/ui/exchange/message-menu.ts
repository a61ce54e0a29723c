import {
  messageAt,
  otherSide,
  partnersFor,
  sideWord,
  stepOf,
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
    { label: 'Names and notes…', act: () => dialogs.show({ kind: 'names' }) },
    { label: 'HTTP facts…', act: () => dialogs.show({ kind: 'http' }) },
    { label: 'Read as…', act: () => dialogs.show({ kind: 'read-as' }) },
  ];
  if (stage.simulation) {
    const copy = {
      label: 'Open a copy to arrange',
      hint: 'the run stays one step back',
      act: () => acts.copyOfRun(),
    };
    return [facts, [copy]];
  }
  const other = otherSide(at.side);
  const add: MenuItem[] = [
    ...(partner ? [] : [{ label: `Add the ${sideWord(other)}…`, act: () => acts.ask('add-message', true) }]),
    { label: 'Add a message…', act: () => acts.ask('add-message') },
  ];
  const { exchanges } = conversation;
  const isPair = partner !== undefined;
  const many = workspace.steps.length > 1;
  return [
    add,
    facts,
    [
      ...(at.exchange > 0 ? [{ label: 'Move up', hint: 'Alt ↑', act: () => acts.moveBy(-1) }] : []),
      ...(at.exchange < exchanges.length - 1
        ? [{ label: 'Move down', hint: 'Alt ↓', act: () => acts.moveBy(1) }]
        : []),
      isPair
        ? { label: 'Swap request and reply', act: () => acts.turn() }
        : { label: `Make it a ${sideWord(other)}`, act: () => acts.turn() },
      ...(isPair ? [{ label: 'Part request and reply', act: () => acts.part() }] : []),
      ...partnersFor(conversation, at).map((place) => pairItem(page, acts, place)),
    ],
    [
      { label: 'Duplicate the message', act: () => acts.duplicate() },
      ...(isPair ? [{ label: 'Duplicate the exchange', act: () => acts.duplicateExchange() }] : []),
      ...(many ? [{ label: 'Delete the message', hint: 'Del', act: () => acts.remove() }] : []),
      ...(isPair && exchanges.length > 1
        ? [{ label: 'Delete the exchange', act: () => acts.removeExchange() }]
        : []),
    ],
  ];
}

function pairItem({ workspace }: PageState, acts: ExchangeActs, place: MessagePlace): MenuItem {
  const { conversation, at, examiner } = workspace;
  const message = messageAt(conversation, place);
  const { what } = messageWords(message, examiner.of(place), place.side);
  const where = place.exchange > at.exchange ? 'below' : 'above';
  return {
    label: `Pair with the ${sideWord(place.side)} ${where}`,
    hint: `${stepOf(conversation, place)}. ${what ?? sideWord(place.side)}`,
    act: () => acts.pair(place),
  };
}
