import { grouped } from '../../bytes/index.ts';

/** Words of src/ui/tables. */
export const words = {
  onPage: (page: number, code: string) => `page ${page}, ${code}`,
  times: (times: number) => `${grouped(times)} times`,
  fix: (title: string) => `Fix: ${title}`,
  of: (done: number, all: number) => `${grouped(done)} of ${grouped(all)}`,
  theTable: 'The table',
  pageCode: 'Page, code',
  readsAs: 'Reads as',
  wouldBe: 'Would be',
  why: 'Why',
  bytes: 'Bytes',
  itsPlace: 'its place',
  whatItHolds: 'what it holds',
  noneFound:
    'No other table was found under which this message makes more sense. Its names fit, or too little of it can be read.',
  stopped: 'Stopped.',
  tryAgain: 'Try again',
  trying: 'Trying other pages and known wrong tables…',
  cancel: 'Cancel',
  noBytes: 'There are no bytes to be read with another table.',
  tryOtherTables: 'Try other tables',
  large: 'It is large: this takes a moment.',
  failed: 'The search could not be run: this page was replaced or is offline. Reload it.',
};
