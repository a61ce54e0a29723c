import { expect, test } from 'vitest';
import { conversationFileName, messageFileName } from './file-name.ts';

test.each([
  { message: { side: 'response', command: 'Sync', step: 3 }, ending: 'wbxml', name: '03-sync-reply.wbxml' },
  { message: { side: 'request', command: 'FolderSync' }, ending: 'xml', name: 'foldersync-request.xml' },
  { message: { side: 'response', step: 120 }, ending: 'bin', name: '120-reply.bin' },
  { message: { side: 'request', command: '../..\\x' }, ending: 'bin', name: 'x-request.bin' },
] as const)('$name', ({ message, ending, name }) => {
  expect(messageFileName(message, ending)).toBe(name);
});

test.each([
  { title: 'The 37 bytes', name: 'the-37-bytes.conversation.json' },
  { title: 'Grüße  aus/Köln', name: 'gru-e-aus-koln.conversation.json' },
  { title: '', name: 'message.conversation.json' },
  { title: '挨拶', name: 'message.conversation.json' },
  { title: 'CON', name: 'message-con.conversation.json' },
  { title: `${'a'.repeat(59)}-b`, name: `${'a'.repeat(59)}.conversation.json` },
])('“$title” is saved as $name', ({ title, name }) => {
  expect(conversationFileName(title)).toBe(name);
});
