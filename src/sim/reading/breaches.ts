import {
  bodyModel,
  versionBit,
  versionsText,
  type ContentModel,
  type ElementModel,
  type VersionSet,
} from '../../eas/index.ts';
import { child, type Node, type Tree } from '../message/tree.ts';
import { byteBreaches } from './byte-breaches.ts';
import type { Breach } from './breach.ts';
import { valueFaultOf } from './value.ts';

/**
 * Everything in a reply that breaks a rule: what the codec could not read, and where the structure is not that of the
 * command. In the order of the bytes; linear.
 * @param version the protocol version in force
 */
export function breachesOf(tree: Tree, command: string, version: string): Breach[] {
  const breaches = byteBreaches(tree);
  const { root } = tree;
  const model = bodyModel(command, 'response');
  if (!root || !model) return breaches;
  if (root.key !== model.key) {
    breaches.push({
      ...spanOf(root),
      fault: 'wrong-root',
      what: `The root is ${root.name}, not ${model.namespace}:${model.name}.`,
      must: true,
      source: 'MS-ASCMD R4817',
      level: 'envelope',
    });
    return inOrder(breaches);
  }
  new Walk(breaches, version, bodyModel(command, 'request')).element(root, model, false);
  return inOrder(breaches);
}

const inOrder = (breaches: Breach[]): Breach[] => breaches.sort((a, b) => a.start - b.start || a.end - b.end);

/** The tag itself: where one looks for what is wrong with it. */
const spanOf = ({ start, end }: Node): { start: number; end: number } => ({ start, end });

const KEY_PARTS = ['SyncKey', 'CollectionId', 'Status'];
const EMPTY_FAULTS: Readonly<Record<string, string>> = {
  'AirSync:Collections': 'empty-collections',
  'AirSync:Commands': 'empty-commands',
  'AirSync:Responses': 'empty-responses',
};

class Walk {
  private readonly breaches: Breach[];
  private readonly version: string;
  private readonly bit: number;
  private readonly asked: ElementModel | undefined;
  private readonly isSync: boolean;

  constructor(breaches: Breach[], version: string, asked: ElementModel | undefined) {
    this.breaches = breaches;
    this.version = version;
    this.bit = versionBit(version);
    this.asked = asked;
    this.isSync = asked?.name === 'Sync';
  }

  /** Goes through an element and all below, without recursion: replies may be as deep as they like. */
  element(root: Node, model: ElementModel, inItem: boolean): void {
    const open: [Node, ElementModel, boolean][] = [[root, model, inItem]];
    for (let next = open.pop(); next; next = open.pop()) {
      const [node, of, item] = next;
      if (of.content) this.container(node, of.content, item, of.textIn ?? 0, open);
      else this.value(node, of, item);
    }
  }

  private report(
    node: { start: number; end: number },
    fault: string,
    what: string,
    item: boolean,
    more: { must?: boolean; source: string },
  ): void {
    const { must = true, source } = more;
    const { start, end } = node;
    this.breaches.push({ fault, start, end, what, must, source, level: item ? 'item' : 'envelope' });
  }

  private value(node: Node, model: ElementModel, item: boolean): void {
    const [inside] = node.children;
    if (inside) {
      const what = `${inside.name} stands in ${node.name}, which holds a value.`;
      this.report(inside, 'element-in-value', what, item, { source: 'MS-ASDTYPE R8' });
      return;
    }
    const fault = valueFaultOf(model.value, node);
    if (!fault) return;
    this.report(node, fault.fault, `${node.name} ${fault.what}.`, item, { source: 'MS-ASDTYPE 2' });
  }

  private container(
    node: Node,
    content: ContentModel,
    inItem: boolean,
    textIn: VersionSet,
    open: [Node, ElementModel, boolean][],
  ): void {
    const { source } = content;
    const item = inItem || content.item;
    const counts = new Map<number, number>();
    for (const each of node.children) {
      const declared = content.byKey.get(each.key);
      if (!declared) {
        this.unexpected(node, each, content, item);
        continue;
      }
      const count = (counts.get(each.key) ?? 0) + 1;
      counts.set(each.key, count);
      if ((declared.versions & this.bit) === 0 && this.bit !== 0)
        this.notInVersion(node, each, declared, item);
      if (count === declared.max + 1) {
        this.report(each, 'repeated-child', `${each.name} stands more than once in ${node.name}.`, item, {
          source,
        });
      }
      open.push([each, declared, item]);
    }
    for (const required of content.required) {
      if (counts.has(required.key) || ((required.versions & this.bit) === 0 && this.bit !== 0)) continue;
      this.missing(node, required, item, source);
    }
    if (node.children.length === 0 && content.least) {
      const fault = EMPTY_FAULTS[node.name] ?? 'empty-container';
      this.report(node, fault, `${node.name} is there, but empty.`, item, { source });
    }
    if (node.text.trim() !== '' && (textIn & this.bit) === 0) {
      this.report(node, 'text-in-container', `${node.name} holds text.`, item, { source: 'MS-ASDTYPE R8' });
    }
  }

  private missing(node: Node, required: ElementModel, item: boolean, source: string): void {
    const isKeyPart = node.name === 'AirSync:Collection' && KEY_PARTS.includes(required.name);
    // Servers in daily use leave parts of Settings out; what Sync leaves out of an item is another matter.
    const other = this.isSync ? 'missing-in-item' : 'missing-child';
    const what = `${node.name} has no ${required.name}.`;
    this.report(node, isKeyPart ? 'missing-sync-part' : other, what, item, { source });
  }

  private notInVersion(node: Node, each: Node, declared: ElementModel, item: boolean): void {
    const isClass = each.name === 'AirSync:Class' && node.name === 'AirSync:Collection';
    const what = `${each.name} is of ${versionsText(declared.versions)}, not of ${this.version}.`;
    const source = isClass ? 'MS-ASCMD R6292' : 'the version columns of MS-ASWBXML';
    this.report(each, isClass ? 'class-in-collection' : 'not-in-version', what, item, { source });
  }

  private unexpected(node: Node, each: Node, { item: isItem, source }: ContentModel, item: boolean): void {
    if (/:tag-\d+$/.test(each.name)) return; // the codec says so already
    const what = `${each.name} stands in ${node.name}.`;
    if (each.name === 'AirSync:SyncKey' && node.name === 'AirSync:Sync') {
      this.report(each, 'synckey-under-sync', 'SyncKey stands directly under Sync.', item, { source });
    } else if (isItem) this.report(each, 'foreign-property', what, true, { source });
    else if (item) this.report(each, 'foreign-property', what, true, { source });
    else if (this.isOfRequest(node, each))
      this.report(each, 'request-only-tag', `${what} Only a request has it.`, item, { source });
    else this.report(each, 'unexpected-child', what, item, { source });
  }

  private isOfRequest(node: Node, each: Node): boolean {
    const path: Node[] = [];
    for (let at: Node | undefined = node; at?.parent; at = at.parent) path.push(at);
    let model = this.asked;
    for (const step of path.reverse()) model = model?.content?.byKey.get(step.key);
    return model?.content?.byKey.has(each.key) ?? false;
  }
}

/** The Collection of this folder, where it stands in its place. */
export function collectionFor(root: Node | undefined, id: string): Node | undefined {
  return child(root, 'AirSync:Collections')?.children.find(
    (node) =>
      node.name === 'AirSync:Collection' &&
      node.children.some((part) => part.name === 'AirSync:CollectionId' && part.text === id),
  );
}
