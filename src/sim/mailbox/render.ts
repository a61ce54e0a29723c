import { bodyModel, versionBit, type ContentModel, type ElementModel } from '../../eas/index.ts';
import { utf8Size, utf8Width } from '../message/text.ts';
import { flag, isElement, tag, withoutRawBytes, type Content, type Element } from '../message/element.ts';
import { tagKey } from '../message/tag-key.ts';
import { mimeOf } from './mime.ts';
import type { Item } from './types.ts';

/** How an item is asked for. */
export interface Asked {
  version: string;
  /** Type of body that is wanted, and how many bytes of it. @see MS-ASAIRS, BodyPreference */
  bodyType: string;
  truncation: number;
  /** True where bytes that are no text are sent as they stand. */
  rawBytes?: boolean;
}

/**
 * What was made of an item, by its properties: they are replaced, never changed, so that it stays right. Items that
 * say the same share them, whatever their ids.
 */
const rendered = new WeakMap<
  Item['properties'],
  { body: Item['body']; ways: Map<string, readonly Element[]> }
>();

/**
 * What a server says of an item in ApplicationData: what the version has of its properties, and the body in the form
 * that was asked for where there is one. The same item asked for in the same way is the same list.
 */
export function renderItem(item: Item, asked: Asked): readonly Element[] {
  const { version, bodyType, truncation, rawBytes = false } = asked;
  const way = `${version} ${bodyType} ${truncation} ${rawBytes}`;
  let known = rendered.get(item.properties);
  if (!known || known.body !== item.body) {
    known = { body: item.body, ways: new Map<string, readonly Element[]>() };
    rendered.set(item.properties, known);
  }
  let elements = known.ways.get(way);
  if (!elements) known.ways.set(way, (elements = makeElements(item, asked)));
  return elements;
}

function makeElements(item: Item, asked: Asked): Element[] {
  const model = itemModel();
  const bit = versionBit(asked.version);
  const properties = item.properties.flatMap((property) => fit(property, model, bit, asked));
  const body = bodyOf(item, asked);
  if (!body) return properties;
  // NativeBodyType belongs behind the body it speaks of.
  const native = properties.findIndex(({ name }) => name === 'AirSyncBase:NativeBodyType');
  if (native < 0) return [...properties, body];
  return [...properties.slice(0, native), body, ...properties.slice(native)];
}

/** The properties that change while a mail stays the mail it is. @see MS-ASEMAIL 3.2.4.3 */
const CHANGING = ['Email:Read', 'Email:Flag'];

/** What a server says of an item that the phone has: of a mail only what can change. */
export function renderChange(item: Item, asked: Asked): readonly Element[] {
  const properties = renderItem(item, asked);
  return item.class === 'Email' ? properties.filter(({ name }) => CHANGING.includes(name)) : properties;
}

function bodyOf(item: Item, { bodyType, truncation }: Asked): Element | undefined {
  const { body } = item;
  if (!body) return undefined;
  const { type, whole } = formOf(item, body, bodyType);
  const size = utf8Size(whole);
  const cut = size > truncation ? cutAt(whole, truncation) : whole;
  const holds = [tag('AirSyncBase:Type', type), tag('AirSyncBase:EstimatedDataSize', String(size))];
  if (cut !== whole) holds.push(tag('AirSyncBase:Truncated', '1'));
  holds.push(cut === '' ? flag('AirSyncBase:Data') : tag('AirSyncBase:Data', cut));
  return tag('AirSyncBase:Body', ...holds);
}

/** The body in the form that is asked for; plain text is what every mail has. */
function formOf(item: Item, body: NonNullable<Item['body']>, asked: string): { type: string; whole: string } {
  if (asked === '4' && item.class === 'Email') return { type: asked, whole: mimeOf(item) };
  if (asked === '2' && body.html !== undefined) return { type: asked, whole: body.html };
  return { type: '1', whole: body.text };
}

/** The longest beginning of whole characters that takes at most `size` bytes. */
function cutAt(text: string, size: number): string {
  let bytes = 0;
  let end = 0;
  for (const character of text) {
    bytes += utf8Width(character.codePointAt(0) ?? 0);
    if (bytes > size) break;
    end += character.length;
  }
  return text.slice(0, end);
}

/** The content of ApplicationData in a reply. */
function itemModel(): ContentModel | undefined {
  const path = ['Collections', 'Collection', 'Commands', 'Add', 'ApplicationData'];
  let at: ElementModel | undefined = bodyModel('Sync', 'response');
  for (const name of path) at = at?.content?.children.find((child) => child.name === name);
  return at?.content;
}

function fit(element: Element, model: ContentModel | undefined, bit: number, asked: Asked): Element[] {
  const declared = model?.byKey.get(tagKey(element.name) ?? -1);
  if (declared && (declared.versions & bit) === 0) return [];
  if (!element.holds) return [element];
  const holds = element.holds.flatMap((content): Content[] => {
    if (isElement(content)) return fit(content, declared?.content, bit, asked);
    return typeof content === 'string' && !asked.rawBytes ? [withoutRawBytes(content)] : [content];
  });
  return [{ ...element, holds }];
}
