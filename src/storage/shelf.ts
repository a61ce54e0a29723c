import { createStore, delMany, get, set, update, type UseStore } from 'idb-keyval';

/** What is kept of a conversation: its JSON form, the message on show, and text that could not be encoded yet. */
export interface Kept {
  json: string;
  exchange: number;
  side: 'request' | 'response';
  draft?: string;
}

/** Conversations that are kept; the oldest goes when one more comes. */
const MOST_KEPT = 40;
const LIST = 'list';

let store: UseStore | undefined;
/** What is kept while the page stands, and all there is where the browser refuses to store. */
const inMemory = new Map<string, Kept>();

const open = (): UseStore => (store ??= createStore('wbxml-playground', 'conversations'));

/** Keeps a conversation under its local id. @returns false where it lives in this page only */
export async function keep(id: string, kept: Kept): Promise<boolean> {
  inMemory.set(id, kept);
  try {
    await set(id, kept, open());
    await update<string[]>(LIST, (list = []) => [...list.filter((other) => other !== id), id], open());
    await dropOldest();
    return true;
  } catch {
    return false;
  }
}

/** The conversation with that local id, or `undefined`. */
export async function find(id: string): Promise<Kept | undefined> {
  const here = inMemory.get(id);
  if (here) return here;
  try {
    const found: unknown = await get(id, open());
    return isKept(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

async function dropOldest(): Promise<void> {
  const list = (await get<string[]>(LIST, open())) ?? [];
  const old = list.slice(0, Math.max(0, list.length - MOST_KEPT));
  if (old.length === 0) return;
  await update<string[]>(LIST, (now = []) => now.filter((id) => !old.includes(id)), open());
  await delMany(old, open());
}

/** True for what `keep` writes; another build may have left something else. */
export function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false;
  const { json, exchange, side, draft } = value as Partial<Record<keyof Kept, unknown>>;
  const sideFits = side === 'request' || side === 'response';
  return (
    typeof json === 'string' &&
    Number.isInteger(exchange) &&
    sideFits &&
    (draft === undefined || typeof draft === 'string')
  );
}
