/** Words of src/ui/tables. */
export const words = {
  onPage: (page: number, code: string) => `page ${page}, ${code}`,
  times: (times: number) => `${times} times`,
  fix: (title: string) => `Fix: ${title}`,
  of: (done: number, all: number) => `${done} of ${all}`,
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
  noBytes: 'There are no bytes to be read otherwise.',
  tryOtherTables: 'Try other tables',
  large: 'It is large: this takes a moment.',
};
