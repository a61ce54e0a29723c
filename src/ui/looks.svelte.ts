/** Tabs where only one pane is in view. */
export type PaneId = 'bytes' | 'xml' | 'findings' | 'talk';
export type DockId = 'findings' | 'byte';

/** What is in view, for as long as the page stands. */
export class Looks {
  pane = $state<PaneId>('bytes');
  dock = $state<DockId>('findings');
  dockOpen = $state(true);
  /** The explanation of a byte lies over the pane, where there is one pane only. */
  sheet = $state(false);

  /** Shows the explanation of the byte that was chosen. */
  explain(narrow: boolean): void {
    if (narrow) this.sheet = true;
    else {
      this.dock = 'byte';
      this.dockOpen = true;
    }
  }
}
