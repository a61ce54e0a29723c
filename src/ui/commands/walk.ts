import { words } from '#words/commands.ts';
import { nextPane } from '../next-pane.ts';
import type { Command, Given } from './command.ts';

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
      id: 'partner',
      group,
      label: words.partner,
      keys: ['p'],
      applies: () => workspace.partner !== undefined,
      act: () => {
        view.partner();
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
      act: () => view.nextFinding(1),
    },
    {
      id: 'last-finding',
      group,
      label: words.lastFinding,
      keys: ['N', 'Shift+F8'],
      taken: 'not in XML',
      act: () => view.nextFinding(-1),
    },
    {
      id: 'go-to-byte',
      group,
      label: words.goToByte,
      keys: ['g'],
      applies: () => workspace.bytes.length > 0,
      act: () => view.goToByte(),
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
