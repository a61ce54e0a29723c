import { promisifyRequest } from 'idb-keyval';
import { bytesOf, messagesOf } from '../conversation/index.ts';
import { inDatabase, type Answer, type Refusal } from './database.ts';
import { newName, type Kept, type Summary } from './kept.ts';
import { partsBeside, readRecord, writeRecord, type RecordRead, type Written } from './record.ts';

// In the database: `record:<id>`, `summary:<id>`, and further parts of a long record, `part:<id>:<number>`.
// The first pages wrote `<id>` and a list of ids, `list`.
const RECORD = 'record:';
const PART = 'part:';
const SUMMARY = 'summary:';
const OLD_LIST = 'list';

/** A summary as it is kept. */
export interface SummaryKept extends Summary {
  /** Stamp of the record it is about. */
  stamp: string;
  /** The page that saved that. */
  page: string;
  /** The title is one given in the list; the record has its own still. */
  renamed?: boolean;
}

/** What lies under an id. */
export type Found = RecordRead | { kind: 'none' } | { kind: 'refused'; why: Refusal };

/** What came of saving: it is saved; something else was saved there meanwhile; or the browser refuses. */
export type Put = 'saved' | 'other' | Refusal;

/** Looks up a conversation. */
export async function find(id: string): Promise<Found> {
  const answer = await inDatabase('readonly', async (store) => {
    const [record, summary] = await Promise.all([get(store, RECORD + id), get(store, SUMMARY + id)]);
    const keys = partsBeside(record) > 0 ? await partKeys(store, id) : [];
    const parts = await Promise.all(keys.map((key) => get(store, key)));
    return { record: record ?? (await get(store, id)), parts, summary: summary as SummaryKept | undefined };
  });
  if (!answer.ok) return { kind: 'refused', why: answer.why };
  const { record, parts, summary } = answer.value;
  const read = id === OLD_LIST ? undefined : readRecord(record, parts);
  if (read?.kind !== 'read' || !summary?.renamed) return read ?? { kind: 'none' };
  const conversation = { ...read.kept.conversation, title: summary.title };
  return { ...read, kept: { ...read.kept, conversation } };
}

/** What is saved of a conversation, and under which names. */
export interface Saving {
  id: string;
  kept: Kept;
  stamp: string;
  page: string;
  /** Stamp of the state that this one follows; absent where it is a new one. */
  after: string | undefined;
  /** Its title before, where it had another. */
  titleBefore: string | undefined;
  facts: Pick<Summary, 'saved' | 'worst' | 'copy'>;
}

/**
 * Saves a conversation, unless something else than what it follows lies there by now. What lies there with its own
 * stamp is not written again, but for the facts about it.
 */
export async function put(saving: Saving): Promise<Put> {
  const { id, kept, stamp, page, after, titleBefore, facts } = saving;
  const own = summaryOf(id, kept); // in another turn than the record
  const answer = await inDatabase<Put>('readwrite', async (store) => {
    const [there, old] = await Promise.all([get(store, SUMMARY + id), get(store, id)]);
    const summary = there as SummaryKept | undefined;
    const lies = summary?.stamp ?? stampOf(old);
    // Nothing there: new, or deleted in another tab while it is edited here, and then what is here stays.
    // The page's own: saved, though it never heard of that.
    if (lies !== undefined && lies !== after && summary?.page !== page) return 'other';
    const { title } = kept.conversation;
    const stays = summary?.renamed === true && title === titleBefore;
    const next: SummaryKept = {
      ...own,
      ...(summary?.copy && { copy: true }),
      ...facts,
      stamp,
      page,
      ...(stays && { title: summary.title, renamed: true }),
    };
    if (lies !== stamp) await putRecord(store, id, writeRecord(kept, stamp, page));
    store.put(next, SUMMARY + id);
    if (old !== undefined) forgetOld(store, id);
    return 'saved';
  });
  return answer.ok ? answer.value : answer.why;
}

/**
 * Puts a record in the place of what lies there. Its parts go one by one, each in a turn of the browser of its own; the
 * transaction ends with the last of them, so that all of it is saved or nothing.
 */
async function putRecord(store: IDBObjectStore, id: string, { record, rest }: Written): Promise<void> {
  store.delete(partRange(id));
  let last: IDBRequest = store.put(record, RECORD + id);
  let count = 0;
  for (const part of rest) {
    await promisifyRequest(last);
    last = store.put(part, `${PART}${id}:${String(count++).padStart(6, '0')}`);
  }
}

/** The summary of a conversation, as it is without what others know of it. */
function summaryOf(id: string, { conversation }: Kept): Omit<SummaryKept, 'stamp' | 'page' | 'saved'> {
  const { title } = conversation;
  return { id, title, messages: messagesOf(conversation).length, bytes: bytesOf(conversation) };
}

/** All that is kept, the last one saved first. */
export async function list(): Promise<Answer<Summary[]>> {
  return inDatabase('readonly', async (store) => {
    const [summaries, keys] = await Promise.all([
      promisifyRequest(store.getAll(IDBKeyRange.bound(SUMMARY, `${SUMMARY}\uffff`)) as IDBRequest<unknown[]>),
      promisifyRequest(store.getAllKeys()),
    ]);
    const known = summaries.filter(isSummary);
    const old = keys.filter((key): key is string => typeof key === 'string' && isOldId(key));
    const records = await Promise.all(old.map((id) => get(store, id)));
    const listed = new Set(known.map(({ id }) => id));
    const added = old.map((id, i) => (listed.has(id) ? undefined : oldSummary(id, records[i])));
    return [...known, ...added.filter((one) => one !== undefined)].sort((a, b) => b.saved - a.saved);
  });
}

/** How many are kept, and how many bytes they are. */
export async function sums(): Promise<{ count: number; bytes: number }> {
  const all = await list();
  const items = all.ok ? all.value : [];
  return { count: items.length, bytes: items.reduce((sum, { bytes }) => sum + bytes, 0) };
}

/** What was taken out, to be put back. */
export type Taken = readonly (readonly [key: string, value: unknown])[];

/** Takes conversations out. */
export async function take(ids: readonly string[]): Promise<Answer<Taken>> {
  return inDatabase('readwrite', async (store) => {
    const parts = await Promise.all(ids.map((id) => partKeys(store, id)));
    const keys = ids.flatMap((id, i) => [RECORD + id, SUMMARY + id, id, ...(parts[i] ?? [])]);
    const values = await Promise.all(keys.map((key) => get(store, key)));
    for (const key of keys) store.delete(key);
    return keys.flatMap((key, i) => (values[i] === undefined ? [] : [[key, values[i]] as const]));
  });
}

/** Puts back what was taken out; not over what another tab saved there meanwhile, which had the same open and is newer. */
export async function putBack(taken: Taken): Promise<Answer<void>> {
  return inDatabase('readwrite', async (store) => {
    const summaries = taken.map(([key]) => key).filter((key) => key.startsWith(SUMMARY));
    const there = await Promise.all(summaries.map((key) => get(store, key)));
    if (there.some((value) => value !== undefined)) return;
    for (const [key, value] of taken) store.put(value, key);
  });
}

/** Gives a conversation another title in the list and where it is opened; whoever has it open is not disturbed. */
export async function rename(id: string, title: string): Promise<Answer<void>> {
  return inDatabase('readwrite', async (store) => {
    const there = (await get(store, SUMMARY + id)) ?? oldSummary(id, await get(store, id));
    if (isSummary(there)) store.put({ ...there, title, renamed: true }, SUMMARY + id);
  });
}

/** Saves a state as a conversation of its own. @returns its id */
export async function saveNew(kept: Kept, facts: Saving['facts']): Promise<Answer<string>> {
  const id = newName();
  const given = { id, kept, stamp: newName(), page: '', after: undefined, titleBefore: undefined };
  const result = await put({ ...given, facts });
  if (result === 'saved') return { ok: true, value: id };
  return { ok: false, why: result === 'other' ? 'refused' : result }; // nobody else has this id
}

/** Forgets all conversations. */
export async function eraseConversations(): Promise<Answer<void>> {
  return inDatabase('readwrite', async (store) => {
    await promisifyRequest(store.clear());
  });
}

const get = (store: IDBObjectStore, key: string): Promise<unknown> =>
  promisifyRequest(store.get(key) as IDBRequest<unknown>);

const partRange = (id: string): IDBKeyRange => IDBKeyRange.bound(`${PART}${id}:`, `${PART}${id}:\uffff`);

/** Where the parts beside a record lie, in order. */
const partKeys = (store: IDBObjectStore, id: string): Promise<string[]> =>
  promisifyRequest(store.getAllKeys(partRange(id)) as IDBRequest<string[]>);

const isOldId = (key: string): boolean => key !== OLD_LIST && !key.includes(':');

/** The summary of what an early page kept; when that was nobody knows. */
function oldSummary(id: string, old: unknown): SummaryKept | undefined {
  const read = readRecord(old);
  return read?.kind === 'read'
    ? { ...summaryOf(id, read.kept), stamp: read.stamp, page: '', saved: 0 }
    : undefined;
}

function stampOf(old: unknown): string | undefined {
  const read = readRecord(old);
  return read?.kind === 'read' ? read.stamp : undefined;
}

function isSummary(value: unknown): value is SummaryKept {
  if (typeof value !== 'object' || value === null) return false;
  const { id, title, messages, bytes, saved } = value as Partial<Record<keyof Summary, unknown>>;
  return (
    typeof id === 'string' && typeof title === 'string' && [messages, bytes, saved].every(Number.isFinite)
  );
}

function forgetOld(store: IDBObjectStore, id: string): void {
  store.delete(id);
  const request = store.get(OLD_LIST) as IDBRequest<unknown>;
  request.onsuccess = () => {
    if (!Array.isArray(request.result)) return;
    store.put(
      request.result.filter((other) => other !== id),
      OLD_LIST,
    );
  };
}
