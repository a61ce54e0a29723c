import { expect, test } from 'vitest';
import { chordWords, isMac, matches, type Pressed } from './chords.ts';

const plain: Pressed = { key: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const altGraph = { getModifierState: (name: string) => name === 'AltGraph' };

test.each<{ what: string; pressed: Partial<Pressed>; chord: string; pc: boolean; mac: boolean }>([
  { what: 'a letter', pressed: { key: 'p' }, chord: 'p', pc: true, mac: true },
  { what: 'its capital', pressed: { key: 'N', shiftKey: true }, chord: 'N', pc: true, mac: true },
  {
    what: 'a capital for the letter',
    pressed: { key: 'N', shiftKey: true },
    chord: 'n',
    pc: false,
    mac: false,
  },
  { what: 'a letter with Ctrl', pressed: { key: 'n', ctrlKey: true }, chord: 'n', pc: false, mac: false },
  { what: 'Ctrl K', pressed: { key: 'k', ctrlKey: true }, chord: 'Mod+k', pc: true, mac: false },
  {
    what: 'Ctrl K under caps lock',
    pressed: { key: 'K', ctrlKey: true },
    chord: 'Mod+k',
    pc: true,
    mac: false,
  },
  {
    what: 'Ctrl Shift K',
    pressed: { key: 'K', ctrlKey: true, shiftKey: true },
    chord: 'Mod+k',
    pc: false,
    mac: false,
  },
  { what: '⌘ K', pressed: { key: 'k', metaKey: true }, chord: 'Mod+k', pc: false, mac: true },
  { what: 'F8', pressed: { key: 'F8' }, chord: 'F8', pc: true, mac: true },
  { what: 'F8 with Shift', pressed: { key: 'F8', shiftKey: true }, chord: 'F8', pc: false, mac: false },
  { what: 'Shift F8', pressed: { key: 'F8', shiftKey: true }, chord: 'Shift+F8', pc: true, mac: true },
  { what: 'Alt F6', pressed: { key: 'F6', altKey: true }, chord: 'F6', pc: false, mac: false },
  { what: 'a sign behind Shift', pressed: { key: '?', shiftKey: true }, chord: '?', pc: true, mac: true },
  {
    what: 'a sign behind AltGr',
    pressed: { key: '[', ctrlKey: true, altKey: true, ...altGraph },
    chord: '[',
    pc: true,
    mac: false,
  },
  {
    what: 'a sign behind a Mac’s Alt',
    pressed: { key: '[', altKey: true },
    chord: '[',
    pc: false,
    mac: true,
  },
  { what: 'a sign with Ctrl', pressed: { key: '[', ctrlKey: true }, chord: '[', pc: false, mac: false },
  { what: 'Space', pressed: { key: ' ' }, chord: 'Space', pc: true, mac: true },
])('$what is $chord: $pc, on a Mac $mac', ({ pressed, chord, pc, mac }) => {
  expect(matches({ ...plain, ...pressed }, chord, false)).toBe(pc);
  expect(matches({ ...plain, ...pressed }, chord, true)).toBe(mac);
});

test.each([
  { chord: 'Mod+k', pc: 'Ctrl K', mac: '⌘ K' },
  { chord: 'Shift+F8', pc: 'Shift F8', mac: '⇧ F8' },
  { chord: 'N', pc: 'Shift n', mac: '⇧ n' },
  { chord: '[', pc: '[', mac: '[' },
  { chord: 'Mod+Home', pc: 'Ctrl Home', mac: '⌘ Home' },
  { chord: 'Escape>Tab', pc: 'Esc then Tab', mac: 'Esc then Tab' },
])('$chord is read as $pc, on a Mac as $mac', ({ chord, pc, mac }) => {
  expect(chordWords(chord, false)).toBe(pc);
  expect(chordWords(chord, true)).toBe(mac);
});

test.each([
  ['MacIntel', true],
  ['iPhone', true],
  ['Win32', false],
  ['Linux x86_64', false],
])('%s is a Mac: %s', (platform, mac) => expect(isMac(platform)).toBe(mac));
