/** Names that only Node has: the page may not mention them. */
export const nodeOnly = ['process', 'Buffer', 'require', 'global'];

/** What sends something: nothing leaves the page. */
export const sends = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'RTCPeerConnection'].map(
  (name) => ({ name, message: 'Nothing leaves the page.' }),
);

/** What sends something, as a property. */
export const sendingProperties = [{ property: 'sendBeacon', message: 'Nothing leaves the page.' }];

/** What only a page, a worker's host or Node offers: nothing from core.ts down may mention it. */
export const impure = [
  ...['window', 'self', 'globalThis', 'document', 'navigator', 'location', 'history', 'screen'],
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'Worker', 'BroadcastChannel', 'postMessage'],
  ...['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'crypto', 'performance', 'console'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'requestAnimationFrame', 'requestIdleCallback'],
  ...['process', 'Buffer', 'require', 'global', 'Intl'],
].map((name) => ({ name, message: 'The core is plain functions of their arguments.' }));

const ofPlace = ['LowerCase', 'UpperCase', 'String', 'DateString', 'TimeString'];
const ofZone = ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'];

/** What depends on when, where or by whom the core is run. */
export const impureProperties = [
  { object: 'Date', property: 'now', message: 'The core has no clock.' },
  { object: 'Math', property: 'random', message: 'The core has no chance in it.' },
  ...[...ofPlace.map((name) => `toLocale${name}`), 'localeCompare'].map((property) => ({
    property,
    message: "The reader's place must not change a result.",
  })),
  ...[...ofZone.flatMap((name) => [`get${name}`, `set${name}`]), 'getTimezoneOffset'].map((property) => ({
    property,
    message: "The reader's time zone must not change a result: use the UTC form.",
  })),
];
