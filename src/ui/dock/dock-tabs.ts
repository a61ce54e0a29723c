import { words } from '#words/dock.ts';
import type { DockId } from '../looks.svelte.ts';
import type { View } from '../view.svelte.ts';

/** A tab of the dock; `note` counts what is behind it. */
export interface DockTab {
  id: DockId;
  label: string;
  note?: string;
}

/** `7/8`: how many of the questions were answered with yes. */
function checksNote({ page }: View): string {
  const { checks } = page.workspace;
  const passed = checks.filter(({ answer }) => answer === 'yes').length;
  return checks.length === 0 ? '' : `${passed}/${checks.length}`;
}

/** What the dock can show. Where there is one pane only, a byte is explained on a sheet of its own. */
export function dockTabs(view: View): DockTab[] {
  const tabs: DockTab[] = [
    { id: 'findings', label: words.tabs.findings, note: view.sums },
    { id: 'byte', label: words.tabs.byte },
    { id: 'checks', label: words.tabs.checks, note: checksNote(view) },
    { id: 'phones', label: words.tabs.phones },
    { id: 'versions', label: words.tabs.versions },
    { id: 'compare', label: words.tabs.compare },
    { id: 'sizes', label: words.tabs.sizes },
    { id: 'tables', label: words.tabs.tables },
    { id: 'rule', label: words.tabs.rule },
    ...(view.page.stage.simulation ? [{ id: 'sides' as const, label: words.tabs.sides }] : []),
  ];
  return view.narrow ? tabs.filter(({ id }) => id !== 'byte') : tabs;
}
