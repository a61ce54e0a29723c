/** Words of src/ui/verdict. */
export const words = {
  fix: (title: string) => `Fix: ${title}`,
  unpack: 'Unpack',
  lineOfXml: (line: number, text: string) => `Line ${line} of the XML: ${text}`,
  readAsOther: 'Read it as something else',
  readAs: 'Read as',
  message: 'Message',
  show: 'Show',
  verdict: 'Verdict',
  /** What a verdict often is: its room is kept while it is on its way. */
  usual: {
    text: 'SyncKey stands directly under Sync: an iPhone discards the reply and asks again with key 0.',
    place: 'bytes 12–16 · reported · MS-ASCMD 2.2.3.180, 2.2.3.181.4',
    fix: 'Take these 5 bytes out',
  },
  examine: 'Examine',
  messages: 'Messages',
  messageBefore: 'Message before',
  nextMessage: 'Next message',
  notTheSample: 'These are not the bytes of the sample any more.',
  openSample: 'Open the sample again',
  named: (name: string, message: string) => `${name} · ${message}`,
};
