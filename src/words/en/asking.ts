/** Words about requests that a person puts to the simulated server. */
export const words = {
  held: 'The server holds the request until something happens: there is no answer yet.',
  title: (server: string, version: string) => `Your requests to a server: ${server}, ${version}`,
};
