import { words } from '#words/commands.ts';
import type { Command, Given } from './command.ts';

/** What is about the page as a whole: in, out, and how it looks. */
export function pageCommands({ view, chooseFile }: Given): Command[] {
  const { dialogs, page } = view;
  const { opener, settings, notices } = page;
  const group = 'page';
  return [
    {
      id: 'palette',
      group,
      label: words.palette,
      keys: ['Mod+k'],
      taken: 'first', // an editor would wait for a second key
      act: () => {
        // in the place of another dialog it would throw away what was written there
        if (!dialogs.open || dialogs.open.kind === 'palette') dialogs.toggle({ kind: 'palette' });
      },
    },
    {
      id: 'paste',
      group,
      label: words.paste,
      hint: words.pasteHint,
      act: () => dialogs.show({ kind: 'paste' }),
    },
    { id: 'open-file', group, label: words.openFile, act: chooseFile },
    {
      id: 'conversations',
      group,
      label: words.conversations,
      act: () => dialogs.show({ kind: 'kept' }),
    },
    { id: 'samples', group, label: words.samples, act: () => dialogs.show({ kind: 'samples' }) },
    { id: 'simulate', group, label: words.simulate, act: () => dialogs.show({ kind: 'simulate' }) },
    { id: 'share', group, label: words.share, act: () => dialogs.show({ kind: 'share' }) },
    {
      id: 'read-as',
      group,
      label: words.readAs,
      hint: words.readAsHint,
      act: () => dialogs.show({ kind: 'read-as' }),
    },
    { id: 'back', group, label: words.back, applies: () => opener.hasFormer, act: () => opener.back() },
    {
      id: 'close-banner',
      group,
      label: words.close,
      applies: () => notices.banner !== undefined,
      act: () => notices.close(),
    },
    {
      id: 'theme',
      group,
      label: settings.theme === 'dark' ? words.lightColours : words.darkColours,
      act: () => settings.switchTheme(),
    },
    {
      id: 'settings',
      group,
      label: words.settings,
      act: () => dialogs.show({ kind: 'settings' }),
    },
    { id: 'help', group, label: words.help, keys: ['?'], act: () => dialogs.show({ kind: 'help' }) },
  ];
}
