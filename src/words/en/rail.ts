import { grouped } from '../../bytes/index.ts';

/** Words of the timeline. */
export const words = {
  phone: 'phone',
  server: 'server',
  messages: 'Messages',
  menu: 'Message menu',
  add: '+ message',
  http: 'HTTP',
  filter: 'Filter of the timeline',
  find: 'Find exchanges',
  show: 'Show',
  all: 'All',
  errors: 'Errors',
  errorsAndWarnings: 'Errors and warnings',
  notOk: 'Not HTTP 200',
  only: (command: string) => `Only ${command}`,
  choice: (what: string, count: number) => `${what} (${grouped(count)})`,
  shown: (count: number, all: number) =>
    count === all ? grouped(all) : `${grouped(count)} of ${grouped(all)}`,
  nothing: 'No exchange is like this.',
  showAll: 'Show all',
};
