import { words } from '#words/commands.ts';
import { dockTabs } from '../dock/dock-tabs.ts';
import type { PaneId } from '../looks.svelte.ts';
import type { Command, Given } from './command.ts';

const PANES: readonly PaneId[] = ['bytes', 'xml', 'findings', 'talk'];

/** Bringing something into view: tabs, panes, forms of the bytes. */
export function showCommands({ view }: Given): Command[] {
  const { looks, page } = view;
  const group = 'show';
  const panes = view.narrow ? PANES.filter((id) => id !== 'talk' || view.many) : [];
  const tabs = dockTabs(view).filter(({ id }) => !view.narrow || id !== 'findings');
  return [
    ...panes.map(
      (id) =>
        ({ id: `pane-${id}`, group, label: words.show(words[id]), act: () => (looks.pane = id) }) as const,
    ),
    ...tabs.map(
      ({ id, label }) =>
        ({ id: `dock-${id}`, group, label: words.show(label), act: () => view.openDock(id) }) as const,
    ),
    { id: 'all-rules', group, label: words.allRules, act: () => view.openRule('') },
    {
      id: 'dock',
      group,
      label: looks.dockOpen ? words.closeDock : words.openDock,
      applies: () => !view.narrow,
      act: () => (looks.dockOpen = !looks.dockOpen),
    },
    {
      id: 'listing',
      group,
      label: words.bytesAs(words.listing),
      applies: () => !view.page.workspace.isForeign,
      act: () => page.settings.setView('listing'),
    },
    { id: 'hex', group, label: words.bytesAs(words.hex), act: () => page.settings.setView('hex') },
    {
      id: 'edit-bytes',
      group,
      label: words.editBytes,
      act: () => {
        if (view.narrow) view.looks.pane = 'bytes';
        view.bytes?.edit();
      },
    },
  ];
}
