import { decode, type Decoded } from '../doctypes/index.ts';
import { mayBeginWbxml } from '../wbxml/index.ts';

/** A whole WBXML document that stands as data in another: device information in SyncML. */
export interface NestedDocument {
  /** Its bytes in the message around it, half-open. */
  start: number;
  end: number;
  /** Id and title of its type. */
  type: string;
  title: string;
}

/** Larger data is no document that anybody nests. */
const LARGEST = 1 << 20;
/** A public id of 1 says nothing: then these bytes may be anything. */
const UNKNOWN = 1;

/** The document that a span of a message holds; `undefined` where it is none, or does not say which type it is. */
export function nestedDocument(
  { bytes }: Decoded,
  { start, end }: { start: number; end: number },
): NestedDocument | undefined {
  if (end - start < 5 || end - start > LARGEST || !mayBeginWbxml(bytes[start])) return undefined;
  const inner = decode(bytes.subarray(start, end));
  const id = inner.document.header?.publicId;
  if (!id || (!id.index && id.value === UNKNOWN) || inner.doctype.id === 'none') return undefined;
  if (inner.problems.length > 0) return undefined;
  return { start, end, type: inner.doctype.id, title: inner.vocabulary.type.title };
}
