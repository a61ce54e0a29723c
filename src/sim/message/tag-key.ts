import { activeSyncPages, keyOf } from '../../doctypes/index.ts';

const keys = new Map<string, number>(
  activeSyncPages.flatMap(({ page, namespace = '', tags }) =>
    tags.map(([code, name]) => [`${namespace}:${name}`, keyOf(page, code)] as const),
  ),
);

const names = new Map<number, string>([...keys].map(([name, key]) => [key, name]));

/** `Page:Local` of a tag by page and code as one number; `undefined` where its page has none. */
export const tagName = (key: number): string | undefined => names.get(key);

/** Page and code as one number (`keyOf`) of a tag called `Page:Local`; `undefined` where no page has it. */
export const tagKey = (name: string): number | undefined => keys.get(name);
