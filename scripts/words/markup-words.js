import { parse } from 'svelte/compiler';

/**
 * @typedef {{ text: string, line: number }} Literal words that stand in a component: lines from 1
 * @typedef {Record<string, unknown> & { type: string, start: number }} Node
 */

/** Attributes of elements, and props of components, whose text a person reads or hears. */
const SAID = new Set([
  ...['title', 'label', 'placeholder', 'alt', 'content', 'summary'],
  ...['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'aria-placeholder'],
  ...['note', 'why', 'what', 'text', 'hint', 'words', 'heading'],
]);
const LETTER = /\p{L}/u;
/** Letters that are no words: of hexadecimal, of a unit, of a name of ours. */
const NAMES = new Set(['WBXML Playground', '0x', 'B', 'ch', 'px', '%']);

/**
 * Words that stand in the markup of a component instead of in the catalogue: texts, what is said of an element, and
 * the literals that an expression puts there.
 * @param {string} source of a Svelte component
 * @returns {Literal[]} in order
 */
export function markupWords(source) {
  /** @type {Literal[]} */
  const found = [];
  const add = (/** @type {unknown} */ text, /** @type {number} */ start) => {
    const words = String(text).trim().replaceAll(/\s+/g, ' ');
    if (!LETTER.test(words) || NAMES.has(words)) return;
    found.push({ text: words, line: source.slice(0, start).split('\n').length });
  };
  const { fragment } = parse(source, { modern: true });
  walk(/** @type {Node} */ (/** @type {unknown} */ (fragment)), add);
  return found;
}

/** @typedef {(text: unknown, start: number) => void} Add */

/**
 * @param {Node} node of the markup
 * @param {Add} add
 */
function walk(node, add) {
  switch (node.type) {
    case 'Comment':
      return;
    case 'Text':
      return add(node['data'], node.start);
    case 'ExpressionTag':
      return literals(nodeOf(node['expression']), add);
    case 'Attribute':
      return SAID.has(String(node['name'])) ? each(node['value'], (part) => walk(part, add)) : undefined;
    default:
      for (const key of [
        'attributes',
        'fragment',
        'nodes',
        'body',
        'consequent',
        'alternate',
        'fallback',
        'pending',
      ])
        each(node[key], (child) => walk(child, add));
      for (const key of ['then', 'catch'])
        if (node.type === 'AwaitBlock') each(node[key], (child) => walk(child, add));
  }
}

/** Operators whose operands are compared, not shown. */
const COMPARES = new Set(['===', '!==', '==', '!=', 'in', '<', '>']);

/**
 * The strings that an expression may give.
 * @param {Node | undefined} node of the expression
 * @param {Add} add
 * @returns {void}
 */
function literals(node, add) {
  if (!node) return;
  const of = (/** @type {string[]} */ ...keys) =>
    keys.forEach((key) => each(node[key], (child) => literals(child, add)));
  switch (node.type) {
    case 'Literal':
      return typeof node['value'] === 'string' ? add(node['value'], node.start) : undefined;
    case 'TemplateLiteral':
      each(node['quasis'], (part) => {
        const value = /** @type {{ cooked: string }} */ (part['value']);
        add(value.cooked, part.start);
      });
      return of('expressions');
    case 'ConditionalExpression':
      return of('consequent', 'alternate'); // what it asks is not shown
    case 'LogicalExpression':
      return of('left', 'right');
    case 'BinaryExpression':
      return COMPARES.has(String(node['operator'])) ? undefined : of('left', 'right');
    case 'ArrayExpression':
      return of('elements');
    case 'TSAsExpression':
    case 'TSNonNullExpression':
      return of('expression');
    case 'CallExpression': {
      // `[…, 'words'].join(' ')`: what a method is called on is shown; what a function is given need not be.
      const callee = nodeOf(node['callee']);
      return callee?.type === 'MemberExpression' ? literals(nodeOf(callee['object']), add) : undefined;
    }
    default:
  }
}

/** @param {unknown} value @returns {Node | undefined} */
const nodeOf = (value) =>
  typeof value === 'object' && value !== null && 'type' in value ? /** @type {Node} */ (value) : undefined;

/**
 * @param {unknown} value a node, several, or none
 * @param {(node: Node) => void} act
 */
function each(value, act) {
  for (const one of Array.isArray(value) ? value : [value]) {
    const node = nodeOf(one);
    if (node) act(node);
  }
}
