/** Parts of addresses from their `#` on, as `readHash` reads them. Ids need no escaping but those of rules. */

/** What asks for a sample, opened at a step from 1 where one is said. */
export const sampleHash = (id: string, step?: number): string =>
  step === undefined ? `#s/${id}` : `#s/${id}/${step}`;

/** What asks for a conversation that is kept in this browser. */
export const savedHash = (id: string): string => `#c/${id}`;

/** What asks for the page of a rule; of all of them where no id is given. */
export const ruleHash = (id = ''): string => `#rule/${encodeURIComponent(id)}`;
