import type { DockId } from '../looks.svelte.ts';

/** Something to do, and the tab of the dock in which it is seen. */
export interface Deed {
  text: string;
  dock?: { id: DockId; label: string };
}

/** One of the five guesses of the person whose server it was, and what the deed of a chapter says to it. */
export interface Theory {
  number: 1 | 2 | 3 | 4 | 5;
  guess: string;
  answer: string;
}

/** A chapter of the story. It opens at the reply of its first exchange. */
export interface Chapter {
  title: string;
  question: string;
  deeds: readonly Deed[];
  proves: string;
  theories: readonly Theory[];
  /** The tab of the dock that is open when it begins. */
  dock: DockId;
}

const PHONES: Deed['dock'] = { id: 'phones', label: 'Phones' };
const FINDINGS: Deed['dock'] = { id: 'findings', label: 'Findings' };

/** The case, told in the order in which it would have been solved. */
export const chapters: readonly Chapter[] = [
  {
    title: 'Three times 170 bytes',
    question:
      'Three replies to FolderSync, each of 170 bytes. Why did the phone show folders only after the third?',
    deeds: [
      { text: 'Step through the three replies, by ] or ▶, and read the first tag of each.' },
      { text: 'See what the phones make of them.', dock: PHONES },
    ],
    proves:
      'A size proves nothing. The first reply stands on the page of Contacts, the second uses tags of another table. Only the third says FolderSync.',
    theories: [],
    dock: 'phones',
  },
  {
    title: '37 bytes, for ever',
    question: 'The folders have come. Why does the phone ask for its first Sync again and again?',
    deeds: [
      { text: 'Step on, by ] or ▶: the same question three times, the same answer.' },
      { text: 'Take the switch to page 0 out: the note has a fix.', dock: FINDINGS },
      { text: 'Look at the phones again. Nothing has changed.', dock: PHONES },
    ],
    proves: 'A loop is one answer that is not taken. The phone says nothing about the reason: the bytes do.',
    theories: [
      {
        number: 1,
        guess: 'something about code pages',
        answer: 'No. That switch wastes two bytes, and no phone minds it.',
      },
    ],
    dock: 'findings',
  },
  {
    title: 'The five bytes',
    question: 'Which five of the 37 bytes keep the phone at key 0?',
    deeds: [
      { text: 'Compare what the phones do.', dock: PHONES },
      { text: 'Take the SyncKey under Sync out: Fix, beside the verdict.' },
      { text: '32 bytes are left. See the iPhone go on.', dock: PHONES },
    ],
    proves:
      'A SyncKey belongs in its Collection. Under FolderSync it stands at the top; under Sync it must not.',
    theories: [
      {
        number: 2,
        guess: 'iPhones speak a variant of their own',
        answer:
          'No. Strict, which is the specification to the letter, refuses the same bytes. Android takes them, because it does not look where a key stands.',
      },
    ],
    dock: 'phones',
  },
  {
    title: '25 bytes, like Exchange',
    question: 'Is anything missing from the 32 bytes, or does version 14.1 want something else?',
    deeds: [
      { text: 'Ask whether a required element is missing.', dock: { id: 'checks', label: 'Checks' } },
      { text: 'Read it as each version.', dock: { id: 'versions', label: 'Versions' } },
      {
        text: 'Fix the note on the page switch, then delete the Status under Sync from the XML: 25 bytes are left.',
        dock: FINDINGS,
      },
    ],
    proves:
      'Page switch and Status may go or stay. What is left has the shape of the recorded Exchange reply at the end of this chapter: 24 bytes and the key.',
    theories: [
      {
        number: 3,
        guess: 'an element is required that no document names',
        answer: 'No. Nothing required is missing, and Exchange sends no more.',
      },
      {
        number: 4,
        guess: 'the reply is not right for 14.1',
        answer: 'No. It is as right under one version as under another.',
      },
    ],
    dock: 'checks',
  },
  {
    title: 'Another folder',
    question: 'The Inbox works now. Why does folder 4 stay at key 0?',
    deeds: [
      { text: 'Go to the request and back, by p or ◀ ▶: it asks for CollectionId 4, the reply says 1.' },
      { text: 'Look at the ServerIds in the last reply of chapter 1: 1 to 5.' },
      { text: 'Make it 4 in the reply: Fix, beside the verdict. See the iPhone go on.', dock: PHONES },
    ],
    proves:
      'A second fault hid behind the first: this server answers for folder 1 whatever was asked. The Inbox is folder 1, so it worked by luck.',
    theories: [
      {
        number: 5,
        guess: 'Sync wants a ServerId of another form',
        answer: 'No. The ids of FolderSync are right as they are; the answer names the wrong one.',
      },
    ],
    dock: 'findings',
  },
  {
    title: 'The mail that says RemoteWipe',
    question: 'The key moves on, and no mail comes. What does this mail tell the phone?',
    deeds: [
      { text: 'Find RemoteWipe in the XML. The server meant the body of a mail.' },
      { text: 'Ask under which table the names make sense.', dock: { id: 'tables', label: 'Other tables' } },
    ],
    proves:
      'A code has no meaning without its page. On page 14 these codes are a policy and an order to erase; on page 17 they are a Body.',
    theories: [],
    dock: 'findings',
  },
  {
    title: 'Mail on the phone',
    question: 'What does a reply look like whose mail the phone showed?',
    deeds: [
      { text: 'Find page 2 for the mail and page 17 for its body in the bytes.' },
      { text: 'See with which key each phone goes on.', dock: PHONES },
    ],
    proves:
      'None of the five guesses was the reason. Two faults were: a SyncKey one level too high, and a CollectionId that was never read. Then came a wrong table. Each could be seen in the bytes.',
    theories: [],
    dock: 'phones',
  },
];
