import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { conversationFromJson, conversationToJson, type Conversation } from '../conversation/index.ts';
import { fromLink, isLinkProblem, linkFacts, MAX_LINK, toLink } from './index.ts';

const CAPTURES = new URL('../../../shared/corpus/captures/', import.meta.url);

/** All recorded bodies of a server, each as a reply. */
function recorded(server: string): Conversation {
  const folder = new URL(`${server}/`, CAPTURES);
  const names = readdirSync(folder).filter((name) => /\.(wbxml|eml|multipart)$/.test(name));
  const exchanges = names.map((id) => ({
    id,
    response: { bytes: new Uint8Array(readFileSync(new URL(id, folder))) },
  }));
  return { format: 1, title: server, exchanges };
}

if (!existsSync(CAPTURES)) {
  console.log('../shared/corpus is not there: recorded messages are not put into links.');
  test('without the corpus there is nothing to share', () => {
    expect(existsSync(CAPTURES)).toBe(false);
  });
} else {
  describe.each(readdirSync(CAPTURES))('%s', (server) => {
    const conversation = recorded(server);

    test('comes back from a link and from JSON', async () => {
      const link = await toLink(conversation);
      expect(link.length).toBeLessThan(MAX_LINK);
      const opened = await fromLink(link);
      if (isLinkProblem(opened)) throw new Error(opened.text);
      expect(conversationToJson(opened.conversation)).toBe(conversationToJson(conversation));
      expect(conversationFromJson(conversationToJson(conversation))).toMatchObject({ ok: true });
    });

    test('has personal things in it, and says so', () => {
      const facts = linkFacts('#', conversation);
      expect(facts.personal.find(({ id }) => id === 'address')?.count).toBeGreaterThan(10);
      expect(facts.personalWords).toMatch(/\d+ addresses, .*\d+ subjects/);
    });
  });
}
