import { itemsIn } from '../mailbox/mailbox.ts';
import { renderItem } from '../mailbox/render.ts';
import type { Item, Mailbox } from '../mailbox/types.ts';
import { flag, plainText, tag, type Element } from '../message/element.ts';
import { all, child, textAt, type Node } from '../message/tree.ts';
import { ok, type Draft } from './draft.ts';
import { peopleMeant, type Person } from './people.ts';
import type { Request } from './request.ts';
import type { Step } from './sync.ts';
import type { ServerState } from './types.ts';

/** An item that was found, and where. */
interface Found {
  folder: string;
  item: Item;
}

/** How many results are sent where no Range is asked for. */
const USUAL = 100;

/** Answers Search in the mailbox or in the directory. */
export function search(state: ServerState, request: Request): Step {
  const store = child(request.tree?.root, 'Search:Store');
  const query = child(store, 'Search:Query');
  const range = rangeOf(textAt(store, 'Search:Options', 'Search:Range'));
  switch (textAt(store, 'Search:Name')?.toLowerCase()) {
    case 'gal': {
      const people = peopleMeant(state.mailbox, query?.text ?? '');
      const rows: Step['rows'] = [{ row: 'S87', why: `${people.length} people are meant.` }];
      const results = people
        .slice(range.first, range.last + 1)
        .map((person) => tag('Search:Result', tag('Search:Properties', ...directoryProperties(person))));
      return { state, draft: searchAnswer(results, range.first, people.length), rows };
    }
    case 'mailbox': {
      const and = child(query, 'Search:And') ?? query;
      const found = mailsFound(state.mailbox, and, 'Search:FreeText');
      const rows: Step['rows'] = [{ row: 'S87', why: `${found.length} items are found.` }];
      const results = found
        .slice(range.first, range.last + 1)
        .map(({ folder, item }) =>
          tag(
            'Search:Result',
            tag('AirSync:Class', item.class),
            tag('Search:LongId', item.id),
            tag('AirSync:CollectionId', folder),
            tag('Search:Properties', ...renderItem(item, bodyAsked(request.version, store))),
          ),
        );
      return { state, draft: searchAnswer(results, range.first, found.length), rows };
    }
    case undefined: {
      const refused = tag('Search:Store', tag('Search:Status', '2'));
      const draft = ok(tag('Search:Search', tag('Search:Status', '1'), tag('Search:Response', refused)));
      return { state, draft, rows: [{ row: 'S87', why: 'It says not where to look.' }] };
    }
    default: {
      const why = 'This server has a mailbox and a directory to search, and no documents.';
      return { state, draft: { status: 501 }, rows: [{ row: 'S64', why }] };
    }
  }
}

function searchAnswer(results: readonly Element[], first: number, total: number): Draft {
  const store =
    results.length === 0
      ? [flag('Search:Result')]
      : [
          ...results,
          tag('Search:Range', `${first}-${first + results.length - 1}`),
          tag('Search:Total', String(total)),
        ];
  return ok(
    tag(
      'Search:Search',
      tag('Search:Status', '1'),
      tag('Search:Response', tag('Search:Store', tag('Search:Status', '1'), ...store)),
    ),
  );
}

/** Answers Find, which takes the place of Search at 16.1. */
export function find(state: ServerState, request: Request): Step {
  const execute = child(request.tree?.root, 'Find:ExecuteSearch');
  const directory = child(execute, 'Find:GalSearchCriterion');
  const criterion = directory ?? child(execute, 'Find:MailBoxSearchCriterion');
  const range = rangeOf(textAt(criterion, 'Find:Options', 'Find:Range'));
  const query = child(criterion, 'Find:Query');
  if (!query) {
    const draft = ok(tag('Find:Find', tag('Find:Status', '2')));
    return { state, draft, rows: [{ row: 'S88', why: 'It says not what to look for.' }] };
  }
  if (range.first > 0) {
    const answer = tag('Find:Response', tag('Find:Status', '4'));
    const draft = ok(tag('Find:Find', tag('Find:Status', '1'), answer));
    return { state, draft, rows: [{ row: 'S88', why: 'A range begins at 0.' }] };
  }
  const people = directory ? peopleMeant(state.mailbox, query.text) : [];
  const items = directory ? [] : mailsFound(state.mailbox, query, 'Find:FreeText');
  const results = directory
    ? people.map((person) => tag('Find:Result', tag('Find:Properties', ...directoryProperties(person))))
    : items.map(({ folder, item }) =>
        tag(
          'Find:Result',
          tag('AirSync:Class', item.class),
          tag('AirSync:ServerId', item.id),
          tag('AirSync:CollectionId', folder),
          tag('Find:Properties', ...foundProperties(item)),
        ),
      );
  const sent = results.slice(0, range.last + 1);
  const answer = tag(
    'Find:Response',
    tag('ItemOperations:Store', directory ? 'GAL' : 'Mailbox'),
    tag('Find:Status', '1'),
    ...sent,
    ...(sent.length === 0 ? [] : [tag('Find:Range', `0-${sent.length - 1}`)]),
    tag('Find:Total', String(results.length)),
  );
  const draft = ok(tag('Find:Find', tag('Find:Status', '1'), answer));
  return { state, draft, rows: [{ row: 'S88', why: `${results.length} are found.` }] };
}

/** Mails that hold a text in subject or body, newest first; in one folder where one is named. */
function mailsFound(mailbox: Mailbox, query: Node | undefined, text: string): Found[] {
  const wanted = all(query, text).map((node) => node.text.toLowerCase());
  const only = textAt(query, 'AirSync:CollectionId');
  const folders = mailbox.folders.filter(({ id }) => only === undefined || only === id);
  return folders.flatMap(({ id: folder }) =>
    itemsIn(mailbox, folder)
      .filter((item) => {
        const held = `${subjectOf(item)}\n${item.body?.text ?? ''}`.toLowerCase();
        return item.class === 'Email' && wanted.every((each) => held.includes(each));
      })
      .map((item) => ({ folder, item }))
      .reverse(),
  );
}

const subjectOf = ({ properties }: Item): string =>
  plainText(properties.find(({ name }) => name === 'Email:Subject'));

const bodyAsked = (version: string, store: Node | undefined): Parameters<typeof renderItem>[1] => {
  const preference = child(child(store, 'Search:Options'), 'AirSyncBase:BodyPreference');
  return {
    version,
    bodyType: textAt(preference, 'AirSyncBase:Type') ?? '1',
    truncation: Number(textAt(preference, 'AirSyncBase:TruncationSize') ?? 0),
  };
};

const FOUND = ['Subject', 'DateReceived', 'DisplayTo', 'Importance', 'Read', 'From'].map(
  (name) => `Email:${name}`,
);

/** What Find says of a mail: a few properties, and the beginning of its text. */
function foundProperties({ properties, body }: Item): Element[] {
  const attached = properties.some(({ name }) => name === 'AirSyncBase:Attachments');
  const preview = (body?.text ?? '').slice(0, 255);
  return [
    ...properties.filter(({ name }) => FOUND.includes(name)),
    ...(preview === '' ? [] : [tag('Find:Preview', preview)]),
    ...(attached ? [tag('Find:HasAttachments', '1')] : []),
  ];
}

const directoryProperties = ({ name, address }: Person): Element[] => [
  tag('Gal:DisplayName', name),
  tag('Gal:EmailAddress', address),
];

/** Which results are wanted: `0-9`. */
function rangeOf(text: string | undefined): { first: number; last: number } {
  const [, first, last] = /^(\d{1,6})-(\d{1,6})$/.exec(text ?? '') ?? [];
  return { first: Number(first ?? 0), last: Number(last ?? USUAL - 1) };
}
