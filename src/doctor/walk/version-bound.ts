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

  /** By place. */
  done(): VersionBound[] {
    return [...this.standing.values(), ...this.missing.values()].sort((a, b) => a.token - b.token);
  }

  /** For each of `VERSIONS`, how many different elements that not every version has belong to it. */
  fits(): number[] {
    const elements = [...this.standing.keys()];
    return VERSIONS.map((_, i) => elements.filter((element) => (element.versions & (1 << i)) !== 0).length);
  }
}
