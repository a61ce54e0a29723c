import ts from 'typescript';

/**
 * @typedef {{ to: string | undefined, line: number }} Import
 *   to: what is imported, as written; nothing where it is no literal and so cannot be checked
 */

/**
 * Every import of a source file: static, dynamic, of types only, re-exports, `import.meta.glob`, and
 * `new URL('…', import.meta.url)` as workers are loaded with.
 * @param {string} text the text of a .ts or .svelte file
 * @param {string} path its path; a .svelte file is read by its script elements
 * @returns {Import[]} in order
 */
export function importsOf(text, path) {
  const script = path.endsWith('.svelte') ? scriptsOf(text) : text;
  const source = ts.createSourceFile(path, script, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  /** @type {Import[]} */
  const found = [];
  /** @param {ts.Node} node */
  const visit = (node) => {
    for (const specifier of specifiersOf(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      found.push({
        to: specifier && ts.isStringLiteralLike(specifier) ? specifier.text : undefined,
        line: line + 1,
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/**
 * @param {ts.Node} node
 * @returns {(ts.Node | undefined)[]} the expressions that name what `node` imports; none where it imports nothing
 */
function specifiersOf(node) {
  if (ts.isImportDeclaration(node)) return [node.moduleSpecifier];
  if (ts.isExportDeclaration(node)) return node.moduleSpecifier ? [node.moduleSpecifier] : [];
  if (ts.isImportTypeNode(node)) {
    return [ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined];
  }
  if (ts.isCallExpression(node)) {
    if (node.expression.kind === ts.SyntaxKind.ImportKeyword) return [node.arguments[0]];
    return isMeta(node.expression, 'glob') ? listed(node.arguments[0]) : [];
  }
  if (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'URL') {
    const [to, from] = node.arguments ?? [];
    return from && isMeta(from, 'url') ? [to] : [];
  }
  return [];
}

/** @param {ts.Expression | undefined} value one expression, or several in an array */
function listed(value) {
  return value && ts.isArrayLiteralExpression(value) ? [...value.elements] : [value];
}

/**
 * @param {ts.Node} node
 * @param {string} name
 * @returns {boolean} whether it is `import.meta.<name>`
 */
function isMeta(node, name) {
  return ts.isPropertyAccessExpression(node) && node.name.text === name && ts.isMetaProperty(node.expression);
}

const SCRIPT = /(<script\b(?:[^>"']|"[^"]*"|'[^']*')*>)([\s\S]*?)<\/script>/g;

/**
 * Markup becomes white space, so that lines stay where they are.
 * @param {string} text a Svelte component
 */
export function scriptsOf(text) {
  let out = '';
  for (const match of text.matchAll(SCRIPT)) {
    const [, open = '', script = ''] = match;
    out += blank(text.slice(out.length, match.index + open.length)) + script;
  }
  return out + blank(text.slice(out.length));
}

/** @param {string} text */
const blank = (text) => text.replace(/[^\n]/g, ' ');

/**
 * @param {string} text the text of an index.ts
 * @returns {number[]} the lines on which it does more than list what others may use
 */
export function moreThanLists(text) {
  const source = ts.createSourceFile('index.ts', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  return source.statements
    .filter((statement) => !(ts.isExportDeclaration(statement) && statement.moduleSpecifier))
    .map((statement) => source.getLineAndCharacterOfPosition(statement.getStart(source)).line + 1);
}
