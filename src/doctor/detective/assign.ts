/**
 * The assignment of rows to columns with the greatest sum, each column taken once at most; a row may stay alone.
 * Time: rows² × (rows + columns).
 * @param gains for each row its gain in each column; all rows have the same length
 * @param alone for each row its gain without a column
 * @returns for each row its column, or −1
 * @see Kuhn, The Hungarian method; Jonker and Volgenant's shortest augmenting paths
 */
export function bestAssignment(gains: readonly (readonly number[])[], alone: readonly number[]): number[] {
  const rows = gains.length;
  const real = gains[0]?.length ?? 0;
  const columns = real + rows; // a column of its own for every row that stays alone
  const cost = (row: number, column: number): number => {
    if (column < real) return -(gains[row]?.[column] ?? 0);
    return column - real === row ? -(alone[row] ?? 0) : FORBIDDEN;
  };
  const rowPotential = new Float64Array(rows + 1);
  const columnPotential = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1); // 1-based; 0 is none
  const way = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    rowOf[0] = row;
    let column = 0;
    const least = new Float64Array(columns + 1).fill(Infinity);
    const used = new Uint8Array(columns + 1);
    do {
      used[column] = 1;
      const from = rowOf[column] as number;
      let step = Infinity;
      let next = 0;
      for (let k = 1; k <= columns; k++) {
        if (used[k]) continue;
        const reduced =
          cost(from - 1, k - 1) - (rowPotential[from] as number) - (columnPotential[k] as number);
        if (reduced < (least[k] as number)) {
          least[k] = reduced;
          way[k] = column;
        }
        if ((least[k] as number) < step) {
          step = least[k] as number;
          next = k;
        }
      }
      for (let k = 0; k <= columns; k++) {
        if (used[k]) {
          const r = rowOf[k] as number;
          rowPotential[r] = (rowPotential[r] as number) + step;
          columnPotential[k] = (columnPotential[k] as number) - step;
        } else least[k] = (least[k] as number) - step;
      }
      column = next;
    } while (rowOf[column] !== 0);
    while (column !== 0) {
      const before = way[column] as number;
      rowOf[column] = rowOf[before] as number;
      column = before;
    }
  }
  const result = new Array<number>(rows).fill(-1);
  for (let k = 1; k <= real; k++) {
    const row = rowOf[k] as number;
    if (row > 0) result[row - 1] = k - 1;
  }
  return result;
}

const FORBIDDEN = 1e6;
