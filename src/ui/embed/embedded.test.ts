import { expect, test } from 'vitest';
import { embedded } from './embedded.ts';

test.each([
  { search: '', view: undefined },
  { search: '?view=hex', view: undefined },
  { search: '?embed', view: 'both' },
  { search: '?embed=', view: 'both' },
  { search: '?embed&view=hex', view: 'hex' },
  { search: '?view=xml&embed', view: 'xml' },
  { search: '?embed&view=both', view: 'both' },
  { search: '?embed&view=nonsense', view: 'both' },
])('$search → $view', ({ search, view }) => {
  expect(embedded(search)).toBe(view);
});
