/** Words of src/ui/dialogs. */
export const words = {
  asFoundNow: (found: string) => `as found: ${found}`,
  notKnown: 'not known',
  doctype: 'Document type',
  command: 'Command',
  side: 'Side',
  version: 'Protocol version',
  request: 'request, from the phone',
  response: 'reply, from the server',
  copyByHand: 'Copy by hand',
  selected: 'This browser does not let the page copy. It is selected: press Ctrl C.',
  keysAndHelp: 'Keys and help',
  promise:
    'Nothing you paste leaves this page: its policy forbids every connection, and no address holds your bytes until you press Share.',
  key: 'Key',
  whatItDoes: 'What it does',
  pasteAMessage: 'Paste a message',
  forms:
    'Hex in any form, base64, a dump, an array from source code, an HTTP message, XML. It stays in this browser.',
  example: '03 01 6a 00 …',
  openAFile: 'Open a file…',
  read: 'Read',
  readMessageAs: 'Read this message as',
  nothingSaysSo: 'Nothing says so.',
  asFound: 'As found',
  samples: 'Samples',
  listFailed: 'The list could not be loaded.',
};
