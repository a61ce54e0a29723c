export { toXml, bytesToXml } from './print.ts';
export { readXml, fromXml, xmlToBytes, XmlError, type XmlRead, type ReadOptions } from './read.ts';
export { XmlMap, type Span } from './xml-map.ts';
export { changedText, startEdit, editXml, type XmlEdit, type TextChange } from './edit.ts';
export { ITEM, Scanner, type ItemKind } from './scanner.ts';
export { Scope, type NameTarget } from './names.ts';
export { rawAttributes } from './attributes.ts';
export { resolveReferences } from './references.ts';
export { namespaceName, namespacePrefix } from './print-plan.ts';
