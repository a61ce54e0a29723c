import type { Message, MessagePlace } from '../../../conversation/index.ts';
import { readXml } from '../../../xml/index.ts';
import { asSent } from '../../as-sent.ts';
import { CUT_ASSUMED, cutMessage, printedBytes } from '../../printed-bytes.ts';
import { count } from '../../reading.ts';
import { faultAt, type Catch, type Stretch } from '../catch.ts';

/** Bytes of the XML up to the place where the log cuts it off, which is told; `undefined` where it is wrong otherwise. */
function bytesUntilCut(caught: Catch, at: MessagePlace, xml: string, place: Stretch): Uint8Array | undefined {
  const read = cutMessage(xml);
  if (!read) return undefined;
  const { cut, bytes } = read;
  const found = `XML that is cut off: ${cut.found}`;
  caught.fault(
    faultAt(at, 'cut-off', 'error', place, 'the whole message', found, CUT_ASSUMED),
    `the log cuts its XML off (${cut.found}), and the bytes end there`,
  );
  return bytes;
}

/**
 * A message from the XML that a log prints in the place of its bytes. What the log left out, and XML that is not whole,
 * is said in the exchange's note. Where the log cuts it off, so are the bytes.
 * @param place the XML in the log
 * @returns without bytes where it is no XML; with none where the log prints nothing
 */
export function messageOfXml(caught: Catch, at: MessagePlace, printed: string, place: Stretch): Message {
  const { xml, leftOut, placed } = asSent(printed.trim(), true);
  if (xml === '' || xml === '(null)') return { bytes: new Uint8Array(0) };
  const bytes = printedBytes(xml) ?? bytesUntilCut(caught, at, xml, place);
  if (!bytes) {
    const assumed = 'the message is left without bytes';
    const wrong = readXml(xml, { doctype: 'activesync' }).problems.find(
      ({ severity }) => severity === 'error',
    );
    const found = `XML that cannot be read${wrong ? `: ${wrong.found} where ${wrong.expected} was expected` : ''}`;
    caught.fault(
      faultAt(at, 'not-captured', 'error', place, 'XML', found, assumed),
      `the log holds ${found}`,
    );
    return {};
  }
  caught.note(at, 'made from the XML the log prints, not the bytes that were sent');
  if (leftOut > 0) {
    caught.note(at, `the log left out the contents of ${count(leftOut, 'element')}, which are empty here`);
  }
  if (placed > 0)
    caught.note(
      at,
      `${placed === 1 ? 'a value was' : `${placed} values were`} replaced by a word in the log`,
    );
  return { bytes };
}
