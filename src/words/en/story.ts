/** What is told of a chapter: what to do in it, in order, and the guesses it answers. */
export interface ChapterWords {
  title: string;
  question: string;
  /** Where it is done by other means on a narrow page, that in other words. */
  deeds: readonly (string | { wide: string; narrow: string })[];
  proves: string;
  theories: readonly { guess: string; answer: string }[];
}

/** Words of src/ui/story: the case, told in the order in which it would have been solved. */
export const words = {
  guess: (number: number, guess: string) => `Guess ${number}, “${guess}”:`,
  chapterOf: (number: number, count: number) => `Chapter ${number} of ${count}`,
  toDo: 'To do',
  whatItProves: 'What it proves',
  story: 'Story',
  chapterBefore: 'Chapter before',
  chapterBeforeKey: 'Chapter before  {',
  nextChapter: 'Next chapter',
  nextChapterKey: 'Next chapter  }',
  whatToDo: 'What to do',
  chapters: [
    {
      title: 'Three times 170 bytes',
      question:
        'Three replies to FolderSync, each of 170 bytes. Why did the phone show folders only after the third?',
      deeds: [
        {
          wide: 'Step through the three replies, by ] or in the list below, and read the first tag of each.',
          narrow: 'Step through the three replies, by ▶ below, and read the first tag of each.',
        },
        'See what the phones make of them.',
      ],
      proves:
        'A size proves nothing. The first reply stands on the page of Contacts, the second uses tags of another table. Only the third says FolderSync.',
      theories: [],
    },
    {
      title: '37 bytes, for ever',
      question: 'The folders have come. Why does the phone ask for its first Sync again and again?',
      deeds: [
        {
          wide: 'Step on, by ] or in the list below: the same question three times, the same answer.',
          narrow: 'Step on, by ▶ below: the same question three times, the same answer.',
        },
        'Take the switch to page 0 out: the note has a fix.',
        'Look at the phones again. Nothing has changed.',
      ],
      proves:
        'A loop is one answer that is not taken. The phone says nothing about the reason: the bytes do.',
      theories: [
        {
          guess: 'something about code pages',
          answer: 'No. That switch wastes two bytes, and no phone minds it.',
        },
      ],
    },
    {
      title: 'The five bytes',
      question: 'Which five of the 37 bytes keep the phone at key 0?',
      deeds: [
        'Compare what the phones do.',
        'Take the SyncKey under Sync out: Fix, beside the verdict.',
        '32 bytes are left. See the iPhone go on.',
      ],
      proves:
        'A SyncKey belongs in its Collection. Under FolderSync it stands at the top; under Sync it must not.',
      theories: [
        {
          guess: 'iPhones speak a variant of their own',
          answer:
            'No. Strict, which is the specification to the letter, refuses the same bytes. Android takes them, because it does not look where a key stands.',
        },
      ],
    },
    {
      title: '25 bytes, like Exchange',
      question: 'Is anything missing from the 32 bytes, or does version 14.1 want something else?',
      deeds: [
        'Ask whether a required element is missing.',
        'Read it as each version.',
        'Fix the note on the page switch, then delete the Status under Sync from the XML: 25 bytes are left.',
      ],
      proves:
        'Page switch and Status may go or stay. What is left has the shape of the recorded Exchange reply at the end of this chapter: 24 bytes and the key.',
      theories: [
        {
          guess: 'an element is required that no document names',
          answer: 'No. Nothing required is missing, and Exchange sends no more.',
        },
        {
          guess: 'the reply is not right for 14.1',
          answer: 'No. It is as right under one version as under another.',
        },
      ],
    },
    {
      title: 'Another folder',
      question: 'The Inbox works now. Why does folder 4 stay at key 0?',
      deeds: [
        {
          wide: 'Go to the request and back, by p: it asks for CollectionId 4, the reply says 1.',
          narrow: 'Go to the request and back, by ◀ ▶ below: it asks for CollectionId 4, the reply says 1.',
        },
        'Look at the ServerIds in the last reply of chapter 1: 1 to 5.',
        'Make it 4 in the reply: Fix, beside the verdict. See the iPhone go on.',
      ],
      proves:
        'A second fault hid behind the first: this server answers for folder 1 whatever was asked. The Inbox is folder 1, so it worked by luck.',
      theories: [
        {
          guess: 'Sync wants a ServerId of another form',
          answer: 'No. The ids of FolderSync are right as they are; the answer names the wrong one.',
        },
      ],
    },
    {
      title: 'The mail that says RemoteWipe',
      question: 'The key moves on, and no mail comes. What does this mail tell the phone?',
      deeds: [
        'Find RemoteWipe in the XML. The server meant the body of a mail.',
        'Ask under which table the names make sense.',
      ],
      proves:
        'A code has no meaning without its page. On page 14 these codes are a policy and an order to erase; on page 17 they are a Body.',
      theories: [],
    },
    {
      title: 'Mail on the phone',
      question: 'What does a reply look like whose mail the phone showed?',
      deeds: [
        'Find page 2 for the mail and page 17 for its body in the bytes.',
        'See with which key each phone goes on.',
      ],
      proves:
        'None of the five guesses was the reason. Two faults were: a SyncKey one level too high, and a CollectionId that was never read. Then came a wrong table. Each could be seen in the bytes.',
      theories: [],
    },
  ] as readonly ChapterWords[],
};
