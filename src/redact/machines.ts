import { KEEP_SHORT, type Invention } from './invention.ts';

/** IPv4: four groups of digits; IPv6: eight of hexadecimal, or fewer with `::` for what is left out. */
const MACHINE =
  /(?<![\w.:])(?:\d{1,3}(?:\.\d{1,3}){3}(?![\w.])|(?:[\da-f]{1,4}:){7}[\da-f]{1,4}(?![\w:])|(?=[\da-f:]*::)[\da-f:]{3,39}(?![\w:]))/gi;

/** A text in which servers may stand: their numbers on the net are replaced whole, of names what is not short. */
export function replaceMachines(text: string, invention: Invention): string {
  let made = '';
  let at = 0;
  for (const found of text.matchAll(MACHINE)) {
    made += invention.text(text.slice(at, found.index), KEEP_SHORT) + invention.machine(found[0]);
    at = found.index + found[0].length;
  }
  return made + invention.text(text.slice(at), KEEP_SHORT);
}
