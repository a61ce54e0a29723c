import { grouped } from '../../bytes/index.ts';

/** Words of what is done to the message on show, and of what it was found to be. */
export const words = {
  noDoctor: 'The rules could not be loaded.',
  doctorBroke: 'Not examined: the rules failed, a fault of this page.',
  stopped: 'Not examined: it was cancelled.',
  examining: 'Examining…',
  standsThere: 'It stands there.',
  version: (version: string, isGuessed: boolean) => `version ${version}${isGuessed ? ' (guessed)' : ''}`,
  key: (key: string) => `key ${key}`,
  brokenAside:
    'The XML had an error, so it had no bytes of its own; now it is written anew from the bytes. Undo brings it back.',
  spellingAside:
    'The XML is written anew from the bytes: what you had written otherwise could not be kept. Undo brings it back.',
  editOfXml: 'edit of the XML',
  fixes: (count: number) => `${grouped(count)} fixes`,
};
