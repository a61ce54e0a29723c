import { words } from '#words/commands.ts';
import { tick } from 'svelte';
import { otherSide } from '../../conversation/index.ts';
import { nextPane } from '../next-pane.ts';
import type { Command, Given } from './command.ts';
import { walkFindings } from './finding-walk.svelte.ts';

/** Going from message to message, finding to finding, pane to pane. */
export function walkCommands({ view }: Given): Command[] {
  const { workspace, story } = view.page;
  const group = 'walk';
  const hasSide = (side: 'request' | 'response') =>
    workspace.conversation.exchanges[workspace.at.exchange]?.[side] !== undefined;
  const goTo = (side: 'request' | 'response') => workspace.show({ ...workspace.at, side });
  /** Says which message is on show now, to whoever goes by keys without seeing it change. */
  const tell = () =>
    view.page.notices.say(words.messageOf(workspace.step + 1, workspace.steps.length, view.title));
  const told = () => story.chapter !== undefined;
  const turn = (by: number) => story.open((story.chapter ?? 0) + by);
  return [
    {
      id: 'before',
      group,
      label: words.before,
      keys: ['['],
      applies: () => workspace.step > 0,
      act: () => {
        view.walk(-1);
        tell();
      },
    },
    {
      id: 'after',
      group,
      label: words.after,
      keys: [']'],
      applies: () => workspace.step < workspace.steps.length - 1,
      act: () => {
        view.walk(1);
        tell();
      },
    },
    {
      id: 'find-exchanges',
      group,
      label: words.findExchanges,
      keys: ['/'],
      applies: () => filterField() !== null,
      act: () => void findExchanges(view),
    },
    {
      id: 'partner',
      group,
      label: words.partner,
      keys: ['p'],
      applies: () => workspace.partner !== undefined,
      act: () => {
        goTo(otherSide(workspace.at.side));
        tell();
      },
    },
    {
      id: 'request',
      group,
      label: words.request,
      applies: () => hasSide('request'),
      act: () => goTo('request'),
    },
    {
      id: 'reply',
      group,
      label: words.reply,
      applies: () => hasSide('response'),
      act: () => goTo('response'),
    },
    {
      id: 'chapter-before',
      group,
      label: words.chapterBefore,
      keys: ['{'],
      applies: told,
      act: () => turn(-1),
    },
    { id: 'next-chapter', group, label: words.nextChapter, keys: ['}'], applies: told, act: () => turn(1) },
    {
      id: 'next-finding',
      group,
      label: words.nextFinding,
      keys: ['n', 'F8'],
      taken: 'not in XML', // it has marks of its own to step through
      act: () => walkFindings(view, 1),
    },
    {
      id: 'last-finding',
      group,
      label: words.lastFinding,
      keys: ['N', 'Shift+F8'],
      taken: 'not in XML',
      act: () => walkFindings(view, -1),
    },
    {
      id: 'go-to-byte',
      group,
      label: words.goToByte,
      keys: ['g'],
      applies: () => workspace.bytes.length > 0,
      act: () => void goToByte(view),
    },
    { id: 'next-pane', group, label: words.nextPane, keys: ['F6'], act: () => nextPane(1) },
    {
      id: 'last-pane',
      group,
      label: words.lastPane,
      keys: ['Shift+F6'],
      act: () => nextPane(-1),
    },
  ];
}

/** It is there where the timeline is long. */
const filterField = () => document.querySelector<HTMLInputElement>('[data-filter]');

/** Puts the focus where one writes what the timeline is to show. */
async function findExchanges({ narrow, looks }: Given['view']): Promise<void> {
  if (narrow) looks.pane = 'talk';
  await tick();
  filterField()?.select();
}

/** Puts the focus where one writes the byte to go to. */
async function goToByte({ narrow, looks }: Given['view']): Promise<void> {
  if (narrow) looks.pane = 'bytes';
  await tick();
  document.querySelector<HTMLElement>('[data-key=g]')?.focus();
}
