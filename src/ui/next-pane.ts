/** Moves the focus to the next pane, or the last one with −1; round the end. Timeline, bytes, XML, dock. */
export function nextPane(by: number): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]:not([hidden])')];
  const at = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = at < 0 ? panes.at(by > 0 ? 0 : -1) : panes[(at + by + panes.length) % panes.length];
  next?.querySelector<HTMLElement>('[tabindex="0"]:not([role=separator]), textarea')?.focus();
}
