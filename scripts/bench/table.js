/** @typedef {import('./bench.js').Row} Row */

const HEAD = ['', 'on', 'what', 'target', 'measured', ''];

/**
 * @param {readonly Row[]} rows
 * @returns {string} a Markdown table, aligned for the eye too
 */
export function benchTable(rows) {
  const cells = [HEAD, ...rows.map((row) => [row.id, row.item, row.what, row.target, row.found, word(row)])];
  const widths = HEAD.map((_, column) => Math.max(3, ...cells.map((line) => line[column]?.length ?? 0)));
  const lines = cells.map((line) => `| ${line.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`);
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

/** @param {Row} row */
function word({ isMet }) {
  if (isMet === undefined) return '';
  return isMet ? 'met' : 'NOT MET';
}
