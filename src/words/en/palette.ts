import { grouped } from '../../bytes/index.ts';

/** Words of src/ui/palette. */
export const words = {
  find: 'Find a command',
  placeholder: 'what to do, a sample, a rule',
  commands: 'Commands',
  found: (shown: number, all: number) =>
    shown < all
      ? `The first ${grouped(shown)} of ${grouped(all)}; type on to find others.`
      : `${grouped(all)} command${all === 1 ? '' : 's'}`,
  nothing: 'No command is called so.',
  /** Words that people type for a command though its label has others, by its id. */
  also: {
    paste: 'import load decode parse new',
    'open-file': 'import upload load browse',
    conversations: 'history saved recent kept rename delete remove',
    samples: 'examples demo gallery',
    simulate: 'run play test mock server phone iphone',
    share: 'link url export save download send redact anonymise anonymize',
    'read-as': 'parse interpret format codepage charset encoding override',
    theme: 'dark light theme night day mode colors',
    settings: 'preferences options configure font theme dark light mode erase',
    help: 'shortcuts keyboard hotkeys manual about',
    'find-exchanges': 'search filter status errors timeline',
    undo: 'revert back',
    redo: 'repeat again',
    'show-worst': 'error problem jump',
    'fix-worst': 'repair correct mend',
    'fix-all': 'repair correct mend',
    unpack: 'gunzip unzip decompress inflate',
    listing: 'dump tokens disassemble annotated format',
    hex: 'dump binary hexdump raw',
    'edit-bytes': 'hex change modify write patch',
    'go-to-byte': 'offset address jump position',
    'dock-findings': 'errors problems warnings validate lint doctor',
    'dock-byte': 'explain inspect token',
    'dock-checks': 'validate verify lint',
    'dock-phones': 'iphone android device ios',
    'dock-versions': 'protocol 2.5 12.1 14.0 14.1 16.0 16.1',
    'dock-compare': 'diff difference',
    'dock-sizes': 'length count shrink',
    'dock-tables': 'codepage vocabulary document type',
    'all-rules': 'documentation reference list',
    'copy-xml-xml': 'format prettify pretty print beautify indent',
  } as Readonly<Record<string, string>>,
  /** The same for every command of a group. */
  alsoInGroup: {
    copy: 'export download clipboard',
    message: 'rename remove clone split join new',
    script: 'run play test mock server phone',
    sample: 'example demo',
  } as Readonly<Record<string, string>>,
};
