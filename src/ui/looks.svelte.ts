/** Tabs where only one pane is in view. */
export type PaneId = 'bytes' | 'xml' | 'findings' | 'talk';
export type DockId =
  'findings' | 'byte' | 'checks' | 'phones' | 'versions' | 'rule' | 'sizes' | 'tables' | 'compare' | 'sides';

/** What is in view, for as long as the page stands. */
export class Looks {
  pane = $state<PaneId>('bytes');
  dock = $state<DockId>('findings');
  dockOpen = $state(true);
  /** Per cent of the width that the bytes have beside the XML. */
  split = $state(50);
  /**
   * Height of the dock, per cent of the window's. It is the same for every tab, and a person's own: tabs that grew
   * with what is behind them would move away from the pointer.
   */
  dockSize = $state(24);
  /** The explanation of a byte lies over the pane, where there is one pane only. */
  sheet = $state(false);

  /** Shows a tab of the dock. */
  openDock(id: DockId): void {
    this.dock = id;
    this.dockOpen = true;
  }

  /** Shows the explanation of the byte that was chosen. */
  explain(narrow: boolean): void {
    if (narrow) this.sheet = true;
    else this.openDock('byte');
  }
}
