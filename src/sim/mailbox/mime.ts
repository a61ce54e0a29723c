import { encodedWord } from '../message/text.ts';
import { plainText } from '../message/element.ts';
import { isSigned } from './mails.ts';
import type { Item } from './types.ts';

/** Where a part of a mail begins. */
const BOUNDARY = 'part-of-this-mail';

/** A mail as a server hands it over where MIME is the form: its headers, and its text in every form it has. */
export function mimeOf(item: Pick<Item, 'properties' | 'body'>): string {
  const { text = '', html } = item.body ?? {};
  const value = (name: string): string =>
    plainText(item.properties.find((property) => property.name === name));
  const head = [
    `From: ${address(value('Email:From'))}`,
    `To: ${address(value('Email:To'))}`,
    `Subject: ${encodedWord(value('Email:Subject'))}`,
    `Date: ${new Date(value('Email:DateReceived')).toUTCString().replace('GMT', '+0000')}`,
    'MIME-Version: 1.0',
  ];
  const plain = part('text/plain', text);
  if (isSigned(item)) return [...head, ...parts('signed', [plain, SIGNATURE])].join('\r\n');
  if (html === undefined) return [...head, ...plain].join('\r\n');
  return [...head, ...parts('alternative', [plain, part('text/html', html)])].join('\r\n');
}

const part = (type: string, text: string): string[] => [
  `Content-Type: ${type}; charset=utf-8`,
  'Content-Transfer-Encoding: 8bit',
  '',
  text,
];

/** Stands for the signature: nobody here checks one. */
const SIGNATURE = [
  'Content-Type: application/pkcs7-signature; name=smime.p7s',
  'Content-Transfer-Encoding: base64',
  '',
  'MAAA',
];

const parts = (kind: 'signed' | 'alternative', each: readonly string[][]): string[] => [
  `Content-Type: multipart/${kind}; boundary=${BOUNDARY}`,
  '',
  ...each.flatMap((lines) => [`--${BOUNDARY}`, ...lines]),
  `--${BOUNDARY}--`,
  '',
];

/** An address with its name in the form of a header. */
function address(text: string): string {
  const named = /^"(.*)" (<.*>)$/.exec(text);
  return named ? `${encodedWord(named[1] ?? '')} ${named[2] ?? ''}` : text;
}
