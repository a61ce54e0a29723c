import { readBase64Text } from './base64-text.ts';
import { readBinaryDigits } from './binary-digits.ts';
import { readCharDump } from './char-dump.ts';
import { readFoldedBase64 } from './folded-base64.ts';
import { readHeaderAndText } from './carried/header-and-text.ts';
import { readOctetStrings } from './carried/octet-string.ts';
import { readShortMessageLines } from './carried/short-message-lines.ts';
import { readEscaped } from './escaped-text.ts';
import { readHexBesideText } from './hex-beside-text.ts';
import { readHexColumns } from './hex-columns.ts';
import { readHexDump } from './hex-dump.ts';
import { readHexLines } from './hex-lines.ts';
import { readHexMarks } from './hex-marks.ts';
import { readHexText } from './hex-text.ts';
import { readIndexedList } from './indexed-list.ts';
import { readNumbers } from './number-list.ts';
import { readPercentText } from './percent-text.ts';
import { readQuotedPrintable } from './quoted-printable.ts';
import { readShownControls } from './shown-controls.ts';
import { readWiresharkTable } from './wireshark-table.ts';
import type { Reader, Reading } from './reading.ts';

/** Every family of forms in which text stands for bytes. A new one is a line here and a file beside. */
const FORMS: readonly Reader[] = [
  readShortMessageLines,
  readHeaderAndText,
  readOctetStrings,
  readWiresharkTable,
  readHexDump,
  readCharDump,
  readHexBesideText,
  readNumbers,
  readIndexedList,
  readEscaped,
  readPercentText,
  readQuotedPrintable,
  readBinaryDigits,
  readShownControls,
  readHexText,
  readHexMarks,
  readHexLines,
  readHexColumns,
  readBase64Text,
  readFoldedBase64,
];

/** All readings of a text, in no particular order. */
export const readForms = (text: string): Reading[] => FORMS.flatMap((read) => read(text));
