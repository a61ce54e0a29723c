import { readView } from './difference.ts';
import type { Kept, KeptView } from './kept.ts';
import { readKept, writeKept } from './page-storage.ts';
import { readRecord } from './record.ts';

/** What this tab had on show when it was left. */
export interface Tab {
  id: string;
  /** The page that showed it. */
  page: string;
  /** The first pages kept a small conversation here too; then it is newer than what they saved elsewhere. */
  kept?: Kept;
}

const TAB = 'tab';
const VIEW = 'view:';

export function readTab(): Tab | undefined {
  try {
    const value = JSON.parse(readKept('session', TAB) ?? 'null') as Partial<
      Record<keyof Tab, unknown>
    > | null;
    if (typeof value?.id !== 'string') return undefined;
    const read = readRecord(value.kept);
    const page = typeof value.page === 'string' ? value.page : '';
    return { id: value.id, page, ...(read?.kind === 'read' && { kept: read.kept }) };
  } catch {
    return undefined; // written by hand
  }
}

/** Notes what is on show in this tab; nothing that is kept, where absent. */
export function writeTab(tab: Pick<Tab, 'id' | 'page'> | undefined): void {
  writeKept('session', TAB, tab && JSON.stringify(tab));
}

/** What was looked at last in a conversation. */
export function readLastView(id: string): KeptView | undefined {
  try {
    return readView(JSON.parse(readKept('local', VIEW + id) ?? 'null'));
  } catch {
    return undefined; // written by hand
  }
}

export function writeLastView(id: string, view: KeptView | undefined): void {
  writeKept('local', VIEW + id, view && JSON.stringify(view));
}
