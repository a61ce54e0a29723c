import { activeSyncPages, keyOf } from '../../doctypes/index.ts';

const keys = new Map<string, number>(
  activeSyncPages.flatMap(({ page, namespace = '', tags }) =>
    tags.map(([code, name]) => [`${namespace}:${name}`, keyOf(page, code)] as const),
  ),
);

/** Page and code as one number (`keyOf`) of a tag called `Page:Local`; `undefined` where no page has it. */
export const tagKey = (name: string): number | undefined => keys.get(name);
