import { wentWell, type FolderChange, type Pair } from '../digest/index.ts';

/** So many folders or more are not all in a digest. */
const MOST = 5000;

/** The folders that a server told a phone of, as the replies of FolderSync and its kin build them up. */
export class FolderTree {
  /** Set when a whole list was seen: what is not in it does not exist. */
  isWhole = false;
  readonly folders = new Map<string, FolderChange>();

  /** Takes one exchange in. @returns the folders of a whole list */
  take({ request, response }: Pair): FolderChange[] | undefined {
    if (!response?.hierarchy || !wentWell(response)) return undefined;
    const { folders } = response.hierarchy;
    if (response.rootName !== 'FolderHierarchy:FolderSync') {
      for (const { kind, id } of folders) {
        // FolderCreate is answered with the id; what was deleted is named by the request.
        if (kind === 'Add' && id) this.folders.set(id.text, folders[0] as FolderChange);
      }
      return undefined;
    }
    const isList = request?.hierarchy?.key?.text === '0' && folders.some(({ kind }) => kind === 'Add');
    const isWhole = isList && folders.length < MOST;
    if (isList) {
      this.isWhole = isWhole;
      this.folders.clear();
    }
    for (const folder of folders) {
      if (!folder.id) continue;
      if (folder.kind === 'Delete') this.folders.delete(folder.id.text);
      else this.folders.set(folder.id.text, folder);
    }
    return isWhole ? folders : undefined;
  }
}
