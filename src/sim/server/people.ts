import { itemsIn } from '../mailbox/mailbox.ts';
import { FOLDER, type Item, type Mailbox } from '../mailbox/types.ts';
import { plainText } from '../message/element.ts';

/** Somebody the server knows: the owner, or a contact with an address. */
export interface Person {
  name: string;
  address: string;
  /** A contact of the owner's; otherwise of the directory. */
  isContact: boolean;
}

/** Everybody the server knows who is meant by a text: part of a name or of an address. */
export function peopleMeant(mailbox: Mailbox, text: string): Person[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  return everybody(mailbox).filter(
    ({ name, address }) => name.toLowerCase().includes(wanted) || address.toLowerCase().includes(wanted),
  );
}

function everybody(mailbox: Mailbox): Person[] {
  const folder = mailbox.folders.find(({ type }) => type === FOLDER.contacts);
  const contacts = folder ? itemsIn(mailbox, folder.id).flatMap(personOf) : [];
  return [{ name: 'Alice', address: mailbox.owner, isContact: false }, ...contacts];
}

function personOf({ properties }: Item): Person[] {
  const text = (name: string): string =>
    plainText(properties.find((property) => property.name === `Contacts:${name}`));
  const address = /<([^>]+)>/.exec(text('Email1Address'))?.[1] ?? text('Email1Address');
  if (address === '') return [];
  const name = [text('FirstName'), text('LastName')].filter((part) => part !== '').join(' ');
  return [{ name: name === '' ? address : name, address, isContact: true }];
}
