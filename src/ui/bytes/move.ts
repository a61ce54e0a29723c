/** What a key moves through: how many there are, how many to a row, how many rows to a page. */
export interface Field {
  size: number;
  columns: number;
  page: number;
}

/** As `moveTo`, in bytes that can be written: one step to the right of the last there is a place for the next. */
export function moveIn(event: Parameters<typeof moveTo>[0], at: number, field: Field): number | undefined {
  const { size } = field;
  if (event.key === 'ArrowRight' && at === size - 1) return size;
  return moveTo(event, at, at === size ? { ...field, size: size + 1 } : field);
}

/**
 * Where a key leads from `at` in a grid, or in a list with `columns` 1.
 * @returns an index within the field, or `undefined` where the key does not move
 */
export function moveTo(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>, at: number, field: Field) {
  const { size, columns, page } = field;
  if (size === 0) return undefined;
  const far = event.ctrlKey || event.metaKey || columns === 1;
  const row = at - (at % columns);
  const targets: Record<string, number> = {
    ArrowLeft: at - 1,
    ArrowRight: at + 1,
    ArrowUp: at - columns,
    ArrowDown: at + columns,
    PageUp: at - columns * page,
    PageDown: at + columns * page,
    Home: far ? 0 : row,
    End: far ? size - 1 : row + columns - 1,
  };
  const to = targets[event.key];
  if (to === undefined) return undefined;
  if (to >= 0 && to < size) return to;
  if (event.key === 'ArrowUp' || event.key === 'ArrowDown') return at; // no byte there: stay in the column
  if (event.key === 'PageUp') return at % columns;
  if (event.key === 'PageDown') return Math.min(size - 1, size - 1 - ((size - 1) % columns) + (at % columns));
  return to < 0 ? 0 : size - 1;
}
