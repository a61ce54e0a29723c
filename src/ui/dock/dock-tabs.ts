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
    { id: 'findings', label: 'Findings', note: view.sums },
    { id: 'byte', label: 'This byte' },
    { id: 'checks', label: 'Checks', note: checksNote(view) },
    { id: 'phones', label: 'Phones' },
    { id: 'versions', label: 'Versions' },
    { id: 'compare', label: 'Compare' },
    { id: 'sizes', label: 'Sizes' },
    { id: 'tables', label: 'Other tables' },
    { id: 'rule', label: 'Rule' },
    ...(view.page.stage.simulation ? [{ id: 'sides' as const, label: 'Both sides' }] : []),
  ];
  return view.narrow ? tabs.filter(({ id }) => id !== 'byte') : tabs;
}
