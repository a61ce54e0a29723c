/**
 * Small modules that the first paint needs and later parts of the page too. Left to itself, the bundler gives each its
 * own file, as other parts import others of them; all are loaded at once anyway, so that they are better one.
 * A module that the first paint stops needing has no place here.
 */
export const FIRST = [
  'bytes/(?:base64|byte-writer|common-ends|grouped|joined|short-text)',
  'conversation/(?:bytes-around|limits|places|reading)',
  'doctor/further-places',
  'eas/(?:commands|http|http-headers|multipart|versions)',
  'explain/(?:shown-text|token-meaning|token-names|token-parts|typed-data)',
  'ui/shared/severity',
  'ui/xml/(?:text-fix|text-lines)',
  'wap/not-wbxml',
  'words/counted',
  'words/en/(?:dock|shared)',
  'xml/(?:characters|names|references)',
];

/** The file that holds them, for the bundler. */
export const firstParts = {
  name: 'first',
  test: new RegExp(`/src/(?:${FIRST.join('|')})\\.ts$`),
};
