import type { Decoded } from '../doctypes/index.ts';
import { versionsOf, versionsText } from '../eas/index.ts';
import { KIND } from '../wbxml/index.ts';
import { documentOf, elementMeaning } from './element-meanings.ts';
import type { ElementFacts } from './explanation.ts';
import { pageName, tagName } from './token-names.ts';

/** What is known of the element (or PI) whose tag is token `i`. */
export function elementFacts(decoded: Decoded, i: number): ElementFacts {
  const { tokens, vocabulary } = decoded;
  const page = tokens.page(i);
  const name = pageName(decoded, page);
  const facts: ElementFacts = {
    name: tagName(decoded, i),
    start: tokens.start(i),
    end: tokens.end(tokens.past(i) - 1),
    page,
    ...(name !== undefined && { pageName: name }),
    legacy: false,
  };
  if (tokens.kind(i) !== KIND.tag) return facts;
  facts.code = tokens.tagCode(i);
  const entry = vocabulary.tag(page, facts.code);
  if (!entry) return facts;
  const source = vocabulary.page(page)?.source;
  const meaning = name === undefined ? undefined : elementMeaning(name, entry.name);
  const isActiveSync = vocabulary.type.id === 'activesync' && name !== undefined;
  if (entry.type) facts.type = entry.type;
  if (entry.versions) facts.versions = versionsText(versionsOf(entry.versions));
  facts.legacy = entry.legacy;
  if (isActiveSync && meaning !== undefined) facts.meaning = meaning;
  const sources = [source, isActiveSync ? documentOf(name) : undefined].filter((part) => part !== undefined);
  if (sources.length > 0) facts.source = sources.join(', ');
  return facts;
}
