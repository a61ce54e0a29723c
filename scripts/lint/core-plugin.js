/**
 * Two rules for the core that no linter has: no clock and no state between calls.
 * @typedef {{ type: string, name?: string, kind?: string, callee?: Node, arguments?: unknown[], parent: Node }} Node
 * @typedef {{ report: (fault: { node: Node, message: string }) => void }} Context
 */

const NO_CLOCK = 'The core has no clock: time comes in as an argument.';
const NO_STATE = 'The core keeps no state between calls.';

/** `Date()` and `new Date()` are the time of now; with an argument they are a time that was told. */
const noClock = {
  create(/** @type {Context} */ context) {
    const check = (/** @type {Node} */ node) => {
      const asksNow = node.callee?.name === 'Date' && node.arguments?.length === 0;
      if (asksNow) context.report({ node, message: NO_CLOCK });
    };
    return { CallExpression: check, NewExpression: check };
  },
};

/** A `let` or `var` of a module outlives the call that changes it. */
const noModuleState = {
  create(/** @type {Context} */ context) {
    return {
      VariableDeclaration(/** @type {Node} */ node) {
        const ofModule = ['Program', 'ExportNamedDeclaration'].includes(node.parent.type);
        if (ofModule && node.kind !== 'const') context.report({ node, message: NO_STATE });
      },
    };
  },
};

export default {
  meta: { name: 'core' },
  rules: { 'no-clock': noClock, 'no-module-state': noModuleState },
};
