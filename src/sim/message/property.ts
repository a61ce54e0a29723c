import { fromHex } from '../../bytes/index.ts';
import { FALLBACK as UTF8 } from '../../wbxml/index.ts';
import { isElement, withoutRawBytes, type Content, type Element } from './element.ts';
import type { Node } from './tree.ts';

/**
 * What an item says, property by property: `Page:Local` of the property to its content in one form for both sides,
 * so that two mailboxes can be compared without looking at bytes.
 */
export type Properties = Readonly<Record<string, string>>;

/** What is left out of a property: sizes and marks that say how it was sent, not what it says. */
const SENT_ONLY: Readonly<Record<string, readonly string[]>> = {
  'AirSyncBase:Body': ['AirSyncBase:EstimatedDataSize', 'AirSyncBase:Truncated', 'AirSyncBase:Preview'],
};

/** The properties of an ApplicationData as it was read. */
export function propertiesOf(data: Node | undefined): Record<string, string> {
  const properties: Record<string, string> = {};
  for (const property of data?.children ?? []) properties[property.name] = canonicalNode(property);
  return properties;
}

function canonicalNode(node: Node): string {
  const left = SENT_ONLY[node.name] ?? [];
  const inside = node.children
    .filter(({ name }) => !left.includes(name))
    .map((each) => `${each.name}=${canonicalNode(each)}`);
  return node.children.length === 0 ? node.text : `{${inside.join(';')}}`;
}

/** The properties of elements that are to be written: the same as of what is read of their bytes. */
export function propertiesOfElements(elements: readonly Element[]): Record<string, string> {
  const properties: Record<string, string> = {};
  for (const element of elements) properties[element.name] = canonicalElement(element);
  return properties;
}

function canonicalElement(element: Element): string {
  const children = (element.holds ?? []).filter(isElement);
  const left = SENT_ONLY[element.name] ?? [];
  if (children.length === 0) {
    return (element.holds ?? []).map(contentText).join('');
  }
  const inside = children
    .filter(({ name }) => !left.includes(name))
    .map((each) => `${each.name}=${canonicalElement(each)}`);
  return `{${inside.join(';')}}`;
}

/** What a reader gets of a text or of an OPAQUE. */
function contentText(content: Content): string {
  if (typeof content === 'string') return withoutRawBytes(content);
  const hex = 'mark' in content ? /^opaque="([0-9a-f]*)"$/.exec(content.mark)?.[1] : undefined;
  const bytes = hex === undefined ? undefined : fromHex(hex);
  return bytes ? UTF8.decode(bytes) : '';
}
