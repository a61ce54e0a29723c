import { grouped } from '../../bytes/index.ts';

/** Words of src/ui/checks. */
export const words = {
  andMore: (places: number) => `and ${grouped(places)} more`,
  answers: { yes: 'yes', no: 'no', 'cannot tell': 'cannot tell' },
  elsewhere: (exchange: number, side: string) => `exchange ${grouped(exchange)}, ${side}: `,
  request: 'request',
  reply: 'reply',
  examining: 'Examining…',
  nothingAsked: 'There is nothing to check: it is not WBXML, or has no bytes.',
  checks: 'Checks',
};
