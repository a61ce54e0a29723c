/** Scrolls a row of things to the side, just as far as needed for one of them to be in view; nothing else scrolls. */
export function bringIntoView(item: Element): void {
  const row = item.parentElement;
  if (!row) return;
  const [box, at] = [row.getBoundingClientRect(), item.getBoundingClientRect()];
  if (at.right > box.right) row.scrollLeft += Math.ceil(at.right - box.right);
  if (at.left < box.left) row.scrollLeft -= Math.ceil(box.left - at.left);
}
