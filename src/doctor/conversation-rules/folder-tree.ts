import { wentWell, type FolderChange, type Pair } from '../digest/index.ts';

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
    const isWhole = request?.hierarchy?.key?.text === '0' && folders.some(({ kind }) => kind === 'Add');
    if (isWhole) {
      this.isWhole = true;
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
