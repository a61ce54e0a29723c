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

const NOTHING_FITS: readonly number[] = VERSIONS.map(() => 0);

/** Collects what depends on the protocol version until it is known. Bounded by the size of the content models. */
export class VersionBoundList {
  // Made when first needed: most messages are the same in every version.
  private standing: Map<ElementModel, VersionBound> | undefined;
  private missing: Map<ElementModel, VersionBound> | undefined;
  private forms: Set<VersionSet> | undefined;

  add(
    kind: VersionBound['kind'],
    element: ElementModel,
    parent: Container,
    wrongIn: VersionSet,
    token: number,
  ): void {
    if (kind === 'version') this.standing ??= new Map<ElementModel, VersionBound>();
    else this.missing ??= new Map<ElementModel, VersionBound>();
    const list = kind === 'version' ? this.standing : this.missing;
    const known = list?.get(element);
    if (!known) {
      list?.set(element, { kind, element, parent, wrongIn, token, times: 1, more: [] });
      return;
    }
    known.times++;
    if (known.more.length < MAX_PLACES - 1) known.more.push(token);
  }

  /** Notes that something has a form that only these versions give it. */
  form(versions: VersionSet): void {
    (this.forms ??= new Set()).add(versions);
  }

  /** By place. */
  done(): VersionBound[] {
    const { standing, missing } = this;
    if (!standing && !missing) return [];
    const bound = [...(standing?.values() ?? []), ...(missing?.values() ?? [])];
    return bound.length < 2 ? bound : bound.sort((a, b) => a.token - b.token);
  }

  /** For each of `VERSIONS`, how many different elements and forms that not every version has belong to it. */
  fits(): readonly number[] {
    const { standing, forms } = this;
    if (!standing && !forms) return NOTHING_FITS;
    const fits = [...NOTHING_FITS];
    if (standing) for (const { versions } of standing.keys()) addFits(fits, versions);
    if (forms) for (const versions of forms) addFits(fits, versions);
    return fits;
  }
}

function addFits(fits: number[], versions: VersionSet): void {
  for (let i = 0; i < fits.length; i++) fits[i] = (fits[i] as number) + ((versions >> i) & 1);
}
