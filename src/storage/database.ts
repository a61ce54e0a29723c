import { createStore, type UseStore } from 'idb-keyval';

/** Why the browser keeps nothing: it has no room left, or gives none. */
export type Refusal = 'full' | 'refused';

/** What came of asking the database. */
export type Answer<T> = { ok: true; value: T } | { ok: false; why: Refusal };

const open = (): UseStore => createStore('wbxml-playground', 'conversations');
const opened: { store?: UseStore } = {};

/**
 * Does something in one transaction. A connection that the browser has closed meanwhile is opened once more.
 * @param work gets the object store; what it gives back counts when the transaction has gone through
 */
export async function inDatabase<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => Promise<T>,
): Promise<Answer<T>> {
  try {
    return { ok: true, value: await once(mode, work) };
  } catch (fault) {
    if (isFull(fault)) return { ok: false, why: 'full' };
    delete opened.store;
  }
  try {
    return { ok: true, value: await once(mode, work) };
  } catch (fault) {
    delete opened.store;
    return { ok: false, why: isFull(fault) ? 'full' : 'refused' };
  }
}

async function once<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => Promise<T>): Promise<T> {
  opened.store ??= open();
  return opened.store(mode, async (store) => {
    const { transaction } = store;
    const through = new Promise<void>((done, fail) => {
      transaction.oncomplete = () => done();
      transaction.onabort = () => fail(transaction.error ?? new Error('aborted'));
    });
    through.catch(() => undefined); // it is awaited below, unless the work fails first
    try {
      const value = await work(store);
      await through;
      return value;
    } catch (fault) {
      abort(transaction); // what was put before the fault is half of something
      throw fault;
    }
  });
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // it has ended
  }
}

const isFull = (fault: unknown): boolean =>
  fault instanceof DOMException && fault.name === 'QuotaExceededError';
