/** Words about addresses that name nothing which can be shown. */
export const words = {
  notOpened: (why: string) => `${why} Nothing was opened.`,
  former: (why: string) => `${why} On show is what this tab had before.`,
  noConversation: (name: string) => `There is no conversation called “${name}”. Nothing was opened.`,
  noSample: (name: string) => `There is no sample “${name}”. Nothing was opened.`,
  sampleNotLoaded: 'The sample could not be loaded.',
  kept: {
    none: 'This conversation was kept in another browser, or is kept no more.',
    newer: 'This conversation was saved by a newer version of this page: reload it to get that.',
    unreadable: 'What is kept of this conversation cannot be read.',
    refused: 'This browser does not let the page read what it kept.',
    unread: 'The part of this page that reads it could not be loaded.',
    full: 'This browser does not let the page read what it kept: it has no room left.',
  },
};
