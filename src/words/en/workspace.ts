import { grouped } from '../../bytes/index.ts';

/** Words of what is done to the message on show, and of what it was found to be. */
export const words = {
  noDoctor: 'The rules could not be loaded.',
  stopped: 'Not examined: it was cancelled.',
  examining: 'Examining…',
  standsThere: 'It stands there.',
  version: (version: string, isGuessed: boolean) => `version ${version}${isGuessed ? ' (guessed)' : ''}`,
  key: (key: string) => `key ${key}`,
  brokenAside: 'The XML had an error and no bytes of its own; it is put aside. Undo brings it back.',
  spellingAside:
    'The XML is printed anew from the bytes: your own spelling of it could not be kept. Undo brings it back.',
  editOfXml: 'edit of the XML',
  readOtherwise: 'read otherwise',
  fixes: (count: number) => `${grouped(count)} fixes`,
};
