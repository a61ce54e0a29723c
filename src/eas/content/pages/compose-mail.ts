import type { PageContent } from '../types.ts';

/** Code page 21, as far as items use it: whom a meeting was forwarded to. */
export const composeMailContent: PageContent = {
  page: 'ComposeMail',
  document: 'MS-ASCMD',
  contents: {
    Forwardees: { source: 'MS-ASCMD, Forwardees', children: [['Forwardee', '0-*']] },
    Forwardee: {
      source: 'MS-ASCMD, Forwardee',
      children: [
        ['Email', '1'],
        ['Name', '0-1'],
      ],
    },
  },
};
