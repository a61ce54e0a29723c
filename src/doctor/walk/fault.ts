import type { ContentModel, ElementModel, Requirement, VersionSet } from '../../eas/index.ts';

/** An element whose content was being read: its tag's token, what may be said of it, and what may stand in it. */
export interface Container {
  token: number;
  element: ElementModel;
  content: ContentModel;
}

/** Why a value does not fit its type. */
export type ValueFault =
  | 'empty'
  | 'not-a-number'
  | 'not-a-boolean'
  | 'not-a-date'
  | 'not-a-time-zone'
  | 'not-a-range'
  | 'not-base64'
  | 'out-of-range'
  | 'not-listed'
  | 'too-long'
  | 'too-short'
  | 'opaque';

/** What strings an element holds that may hold none: `an empty string` where none has a character. */
export type TextHeld = 'text' | 'an empty string';

/**
 * What the walk saw, before any rule has an opinion. `token` is where it is shown. `wrongIn`: the protocol versions
 * in which it is a fault at all; every one where it is absent.
 */
export type FaultDetail =
  | { kind: 'unexpected'; parent: Container; key: number }
  | { kind: 'repeated'; parent: Container; element: ElementModel }
  | { kind: 'exclusive'; parent: Container; element: ElementModel; other: ElementModel }
  | { kind: 'missing'; parent: Container; element: ElementModel; because?: Requirement }
  /** A child beside a sibling whose value forbids it. */
  | { kind: 'only-when'; parent: Container; element: ElementModel; because: Requirement }
  | { kind: 'order'; parent: Container; element: ElementModel; after: ElementModel; wrongIn?: VersionSet }
  | { kind: 'no-children'; parent: Container }
  | { kind: 'mixed'; parent: Container; element: ElementModel }
  | { kind: 'text-in-container'; element: ElementModel; holds: TextHeld; wrongIn?: VersionSet }
  | { kind: 'content-in-empty'; element: ElementModel; holds: TextHeld | 'nothing' | 'an element' }
  | { kind: 'element-in-value'; element: ElementModel; key: number }
  | { kind: 'value'; element: ElementModel; parent: Container; fault: ValueFault }
  | { kind: 'version'; element: ElementModel; parent: Container }
  | { kind: 'missing-in-version'; element: ElementModel; parent: Container }
  /** The root is not `expected` (`Page:Name`), or where that is absent the root of no command. */
  | { kind: 'root'; found: string; expected?: string };

export type FaultKind = FaultDetail['kind'];

/** A fault with all the places of the message it stands at. */
export type Fault = FaultDetail & {
  /** Index of the token it is shown at: the first place. */
  token: number;
  /** How often the same fault stands in the message, the first place included. */
  times: number;
  /** Tokens of the further places, `MAX_PLACES` at most. */
  more: number[];
};

export const MAX_PLACES = 1000;

const KIND_IDS: Readonly<Record<FaultKind, number>> = {
  unexpected: 1,
  repeated: 2,
  exclusive: 3,
  missing: 4,
  order: 5,
  'no-children': 6,
  mixed: 7,
  'text-in-container': 8,
  'content-in-empty': 9,
  'element-in-value': 10,
  value: 11,
  version: 12,
  'missing-in-version': 13,
  root: 14,
  'only-when': 15,
};

const VALUE_FAULTS: readonly ValueFault[] = [
  'empty',
  'not-a-number',
  'not-a-boolean',
  'not-a-date',
  'not-a-time-zone',
  'not-a-range',
  'not-base64',
  'out-of-range',
  'not-listed',
  'too-long',
  'too-short',
  'opaque',
];

const KEY_BITS = 13;

/**
 * Equal for faults that are the same but for their place: kind, parent and what is at fault in it. Keys of elements
 * that have a name are below 2¹³, so that the whole fits the 30 bits a number is cheap in.
 */
const sameness = (kind: FaultKind, parent: number, own: number): number =>
  (((KIND_IDS[kind] << KEY_BITS) | parent) << KEY_BITS) | own;

/** What is at fault in a value, for `sameness`: the element by its place, and how. */
export const valueKey = (element: ElementModel, fault: ValueFault): number =>
  element.index * 16 + VALUE_FAULTS.indexOf(fault);

/** The parts of `sameness` of a fault. */
function partsOf(fault: FaultDetail): [parent: number, own: number] {
  switch (fault.kind) {
    case 'unexpected':
      return [fault.parent.element.key, fault.key];
    case 'element-in-value':
      return [fault.element.key, fault.key];
    case 'no-children':
      return [fault.parent.element.key, 0];
    case 'root':
      return [0, 0];
    case 'text-in-container':
    case 'content-in-empty':
      return [fault.element.key, fault.holds === 'an empty string' ? 1 : 0];
    case 'value':
      return [fault.parent.element.key, valueKey(fault.element, fault.fault)];
    default:
      return [fault.parent.element.key, fault.element.key];
  }
}

/**
 * Collects faults; the same fault at many places is one. Bounded by the number of different faults the content
 * models allow, whatever the size of the input.
 */
export class FaultList {
  private known: Map<number, Fault> | undefined; // most messages have none

  /**
   * Counts one more place of a fault that is known already, without anything to be made for it.
   * @returns false where it is not known: then `add` it
   */
  again(kind: FaultKind, parent: number, own: number, token: number): boolean {
    const known = this.known?.get(sameness(kind, parent, own));
    if (!known) return false;
    known.times++;
    if (known.more.length < MAX_PLACES - 1) known.more.push(token);
    return true;
  }

  add(detail: FaultDetail, token: number): void {
    const [parent, own] = partsOf(detail);
    if (this.again(detail.kind, parent, own, token)) return;
    this.known ??= new Map();
    this.known.set(sameness(detail.kind, parent, own), { ...detail, token, times: 1, more: [] });
  }

  /** By place. */
  done(): Fault[] {
    const faults = this.known ? [...this.known.values()] : [];
    return faults.length < 2 ? faults : faults.sort((a, b) => a.token - b.token);
  }
}
