import ts from 'typescript';

/** @typedef {import('./markup-words.js').Literal} Literal */

/** Two words beside each other: what a person reads, not the name of a thing of ours. */
const SENTENCE = /\p{L}[,;:.]? \p{L}/u;

const LETTER = /\p{L}/u;
/** Properties whose text a person reads, be it one word. */
const SAID = new Set(['label', 'title', 'hint', 'placeholder', 'heading']);

/**
 * Sentences that stand in a script instead of in the catalogue.
 * @param {string} script TypeScript
 * @returns {Literal[]} in order
 */
export function scriptWords(script) {
  const source = ts.createSourceFile('script.ts', script, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  /** @type {Literal[]} */
  const found = [];
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || compares(node)) return;
    const text = textOf(node);
    if (text !== undefined && (SENTENCE.test(text) || (isSaid(node) && LETTER.test(text)))) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      found.push({ text: text.replaceAll(/\s+/g, ' '), line: line + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/**
 * @param {ts.Node} node
 * @returns {string | undefined} what stands literally in it; … for what is put in
 */
function textOf(node) {
  if (ts.isPropertyName(node) && ts.isPropertyAssignment(node.parent) && node.parent.name === node)
    return undefined;
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…');
}

/** @param {ts.Node} node */
function isSaid({ parent }) {
  return ts.isPropertyAssignment(parent) && ts.isIdentifier(parent.name) && SAID.has(parent.name.text);
}

const COMPARISONS = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
]);

/** @param {ts.Node} node */
function compares(node) {
  return ts.isBinaryExpression(node) && COMPARISONS.has(node.operatorToken.kind);
}
