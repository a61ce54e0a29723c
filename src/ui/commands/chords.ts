import { words } from '#words/commands.ts';
import type { Chord } from './command.ts';

/** What of a key event matters. */
export type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> &
  Partial<Pick<KeyboardEvent, 'getModifierState'>>;

const MAC_KEYS: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' };
const NAMES: Readonly<Record<string, string>> = words.keys;

/** True on a Mac, an iPad or an iPhone. */
export const isMac = (platform = navigator.platform): boolean => /^(Mac|iP)/.test(platform);

/** Whether a key event is this chord. @param mac whether ⌘ is held in the place of Ctrl */
export function matches(event: Pressed, chord: Chord, mac: boolean): boolean {
  const held = chord.split('+');
  const key = held.pop() ?? '';
  const mod = mac ? event.metaKey : event.ctrlKey;
  const other = mac ? event.ctrlKey : event.metaKey;
  if (held.length === 0 && isSymbol(key))
    return event.key === key && (isAltGr(event, mac) || (!mod && !other && !event.altKey));
  if (other || mod !== held.includes('Mod') || event.altKey !== held.includes('Alt')) return false;
  if (held.length === 0 && key.length === 1) return event.key === key; // its case says whether Shift is held
  return event.shiftKey === held.includes('Shift') && sameKey(event.key, key);
}

const isSymbol = (key: string): boolean => key.length === 1 && key.toLowerCase() === key.toUpperCase();

/** Many keyboards have `[` and `{` behind AltGr, which Windows reports as Ctrl and Alt; on a Mac it is Alt alone. */
const isAltGr = (event: Pressed, mac: boolean): boolean =>
  mac
    ? event.altKey && !event.ctrlKey && !event.metaKey
    : event.getModifierState?.('AltGraph') === true && !event.metaKey;

const sameKey = (pressed: string, key: string): boolean =>
  key === 'Space' ? pressed === ' ' : pressed.toLowerCase() === key.toLowerCase();

/** A chord as a person reads it: `Ctrl K`, `⌘ K`, `Shift n`. */
export function chordWords(chord: Chord, mac = isMac()): string {
  const name = (key: string) => (mac ? (MAC_KEYS[key] ?? NAMES[key] ?? key) : (NAMES[key] ?? key));
  return chord
    .split('>')
    .map((one) => {
      const held = one.split('+');
      const key = held.pop() ?? '';
      const isUpper = held.length === 0 && key.length === 1 && key !== key.toLowerCase();
      const shown = isUpper
        ? [name('Shift'), key.toLowerCase()]
        : [name(key.length === 1 && held.length > 0 ? key.toUpperCase() : key)];
      return [...held.map(name), ...shown].join(' ');
    })
    .join(` ${words.then} `);
}
