import { mbUint32Width } from '../bytes/index.ts';
import type { Stored } from '../wbxml/index.ts';

/** A number as it stands in a text: `5`, or `5/2` where the bytes spend more on it than they need. */
export function storedText({ value, width }: Stored): string {
  return width === mbUint32Width(value) ? String(value) : `${value}/${width}`;
}

/** Reads `5` or `5/2`: 0 to 2³² − 1 in 1 to 5 bytes; `undefined` for anything else. */
export function readStored(text: string): Stored | undefined {
  const parts = /^(\d{1,10})(?:\/([1-5]))?$/.exec(text.trim());
  if (!parts) return undefined;
  const value = Number(parts[1]);
  if (value > 0xffff_ffff) return undefined;
  const short = mbUint32Width(value);
  const width = parts[2] === undefined ? short : Number(parts[2]);
  return width < short ? undefined : { value, width };
}
