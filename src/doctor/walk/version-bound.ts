import { VERSIONS, type ElementModel, type VersionSet } from '../../eas/index.ts';
import { MAX_PLACES, type Container } from './fault.ts';

/** Something that is right in some protocol versions only: an element that stands there, or one that is missing. */
export interface VersionBound {
  kind: 'version' | 'missing-in-version';
  element: ElementModel;
  parent: Container;
  /** Versions in which this is a fault; where its parent does not exist either, the parent is the fault. */
  wrongIn: VersionSet;
  token: number;
  times: number;
  more: number[];
}

/** Collects what depends on the protocol version until it is known. Bounded by the size of the content models. */
export class VersionBoundList {
  private readonly standing = new Map<ElementModel, VersionBound>();
  private readonly missing = new Map<ElementModel, VersionBound>();
  private readonly forms = new Set<VersionSet>();

  add(
    kind: VersionBound['kind'],
    element: ElementModel,
    parent: Container,
    wrongIn: VersionSet,
    token: number,
  ): void {
    const list = kind === 'version' ? this.standing : this.missing;
    const known = list.get(element);
    if (!known) {
      list.set(element, { kind, element, parent, wrongIn, token, times: 1, more: [] });
      return;
    }
    known.times++;
    if (known.more.length < MAX_PLACES - 1) known.more.push(token);
  }

  /** Notes that something has a form that only these versions give it. */
  form(versions: VersionSet): void {
    this.forms.add(versions);
  }

  /** By place. */
  done(): VersionBound[] {
    return [...this.standing.values(), ...this.missing.values()].sort((a, b) => a.token - b.token);
  }

  /** For each of `VERSIONS`, how many different elements and forms that not every version has belong to it. */
  fits(): number[] {
    const sets = [...[...this.standing.keys()].map(({ versions }) => versions), ...this.forms];
    return VERSIONS.map((_, i) => sets.filter((set) => (set & (1 << i)) !== 0).length);
  }
}
