export { toXml, bytesToXml } from './print.ts';
export { readXml, fromXml, xmlToBytes, XmlError, type XmlRead, type ReadOptions } from './read.ts';
export { XmlMap, type Span } from './xml-map.ts';
export { startEdit, editXml, type XmlEdit, type TextChange } from './edit.ts';
