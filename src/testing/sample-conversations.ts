import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { conversationFromValue, type Conversation } from '../conversation/index.ts';

const SAMPLES = join(import.meta.dirname, '../../samples');

/** Every sample that ships with the page, as a conversation. */
export function sampleConversations(): { name: string; conversation: Conversation }[] {
  return readdirSync(SAMPLES)
    .sort()
    .filter((name) => existsSync(join(SAMPLES, name, 'conversation.json')))
    .map((name) => ({ name, conversation: read(join(SAMPLES, name)) }));
}

function read(folder: string): Conversation {
  const plain: unknown = JSON.parse(
    readFileSync(join(folder, 'conversation.json'), 'utf8'),
    (_, value: unknown) => (isFile(value) ? withBytes(folder, value) : value),
  );
  const made = conversationFromValue(plain);
  if (!made.ok) throw new Error(made.problem.text);
  return made.value;
}

const isFile = (value: unknown): value is { file: string } =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'file') === 'string';

function withBytes(folder: string, { file, ...rest }: { file: string }): object {
  return { ...rest, bytes: readFileSync(join(folder, file)).toString('base64') };
}
