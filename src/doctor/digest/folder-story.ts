import { wentWell, type Pair } from './pair.ts';
import type { FolderChange } from './types.ts';

/** So many folders or more are not all in a digest. */
const MOST = 5000;

/** What a folder is from one exchange on; without `folder` it is gone. */
interface Told {
  from: number;
  folder?: FolderChange;
}

/**
 * The folders that a server told a phone of, as they stood before each exchange: the replies of FolderSync and its kin
 * build them up. Made in one walk; memory grows with what was told, not with its square.
 */
export class FolderStory {
  private readonly told = new Map<string, Told[]>();
  /** Exchanges whose reply was a list from key 0: what was told before counts no more from the next one on. */
  private readonly lists: { at: number; isWhole: boolean; folders: readonly FolderChange[] }[] = [];

  /** @param pairs exchanges of one phone, in order; they are named by their index in it */
  constructor(pairs: readonly Pair[]) {
    pairs.forEach((pair, i) => this.take(pair, i));
  }

  /** True where a whole list was seen before exchange `i`: what is not in it does not exist. */
  isWhole(i: number): boolean {
    return this.listBefore(i)?.isWhole ?? false;
  }

  /** A folder as it was told of before exchange `i`. */
  folder(id: string, i: number): FolderChange | undefined {
    const told = lastBefore(this.told.get(id) ?? [], i, ({ from }) => from);
    const list = this.listBefore(i);
    return told && told.from >= (list?.at ?? 0) ? told.folder : undefined;
  }

  /** The folders of the whole list that exchange `i` brought. */
  wholeList(i: number): readonly FolderChange[] | undefined {
    const list = this.listBefore(i + 1);
    return list?.at === i && list.isWhole ? list.folders : undefined;
  }

  private listBefore(i: number) {
    return lastBefore(this.lists, i, ({ at }) => at);
  }

  private take({ request, response }: Pair, from: number): void {
    if (!response?.hierarchy || !wentWell(response)) return;
    const { folders } = response.hierarchy;
    if (response.rootName !== 'FolderHierarchy:FolderSync') {
      for (const { kind, id } of folders) {
        // FolderCreate is answered with the id; what was deleted is named by the request.
        if (kind === 'Add' && id) this.put(id.text, { from, folder: folders[0] as FolderChange });
      }
      return;
    }
    if (request?.hierarchy?.key?.text === '0' && folders.some(({ kind }) => kind === 'Add')) {
      this.lists.push({ at: from, isWhole: folders.length < MOST, folders });
    }
    for (const folder of folders) {
      if (folder.id) this.put(folder.id.text, folder.kind === 'Delete' ? { from } : { from, folder });
    }
  }

  private put(id: string, told: Told): void {
    const known = this.told.get(id);
    if (known) known.push(told);
    else this.told.set(id, [told]);
  }
}

/** The last of a list in order that is before `i`. */
function lastBefore<T>(list: readonly T[], i: number, at: (one: T) => number): T | undefined {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(list[middle] as T) < i) low = middle + 1;
    else high = middle;
  }
  return list[low - 1];
}
