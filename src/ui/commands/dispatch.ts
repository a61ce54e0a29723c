import { isMac, matches, type Pressed } from './chords.ts';
import type { Chord, Command } from './command.ts';

/** Where the focus is when a key is pressed. */
export interface Focus {
  /** Letters are text there. */
  writing: boolean;
  /** It is the XML, of whichever editor. */
  inXml: boolean;
  /** It acts on Space by itself: a button, a link, a tab. */
  actsOnSpace: boolean;
  /** A dialog lies over the page. */
  inDialog: boolean;
}

/**
 * The command that a key stands for where the focus is.
 * @param mac whether ⌘ is held in the place of Ctrl
 */
export function commandFor(
  event: Pressed,
  commands: readonly Command[],
  focus: Focus,
  mac = isMac(),
): Command | undefined {
  return commands.find(
    (command) =>
      command.keys?.some((chord) => matches(event, chord, mac) && isTaken(command, chord, focus)) === true &&
      command.applies?.() !== false,
  );
}

/** It would put a letter, a sign or a space into a text. */
const writes = (chord: Chord): boolean => chord.length === 1 || chord === 'Space';

function isTaken({ taken }: Command, chord: Chord, focus: Focus): boolean {
  if (taken === 'first') return true;
  if (focus.inDialog) return false; // what lies under it is out of reach, for the mouse too
  if (writes(chord)) return !focus.writing && !(chord === 'Space' && focus.actsOnSpace);
  if (taken === 'not in text') return !focus.writing;
  return taken !== 'not in XML' || !focus.inXml;
}
