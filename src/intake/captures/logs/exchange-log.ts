import type { Exchange, Http, Message, Side } from '../../../conversation/index.ts';
import { readXml } from '../../../xml/index.ts';
import { readHead } from '../../http-head.ts';
import { Catch, faultAt, withinLimits, type Capture } from '../catch.ts';
import { logLines } from './log-lines.ts';

/** A name on a line of its own, what it names on the lines below: `RequestBody : `. */
const NAME = /^(?:(Request|Response)(Header|Body) ?:|[A-Z]\w{2,40} :)\s*$/;
const ENTRY = /^\s*(?:-{5,}|Log Entry: \d+)\s*$/;
/** What people wrote is left out of such a log, but for its length. */
const LEFT_OUT = / bytes="\d{1,10}"(?=\s*\/>)/g;

interface Section {
  side: Side;
  part: 'Header' | 'Body';
  start: number;
  end: number;
}

/** The headers and bodies of a log, in order. */
function sectionsOf(text: string): Section[] {
  const sections: Section[] = [];
  let open: Section | undefined;
  for (const { end, head } of logLines(text)) {
    const name = NAME.exec(head);
    if (!name && !ENTRY.test(head)) {
      if (open) open.end = end;
      continue;
    }
    open = undefined;
    const [, side, part] = name ?? [];
    if (!side || (part !== 'Header' && part !== 'Body')) continue;
    open = { side: side === 'Request' ? 'request' : 'response', part, start: end, end };
    sections.push(open);
  }
  return sections;
}

/** Puts the sections together, exchange by exchange. */
class MailboxTalk {
  readonly caught = new Catch();
  private exchange = -1;

  take(text: string, section: Section): void {
    const { side, part } = section;
    const before = this.target?.[side];
    const isNew = part === 'Body' ? before?.bytes !== undefined : before !== undefined;
    if (!this.target || isNew || (side === 'request' && this.target.response)) {
      this.exchange = this.caught.add({});
    }
    const { target } = this;
    if (!target) return;
    const found = part === 'Body' ? this.body(text, section) : headOf(text, section);
    target[side] = { ...target[side], ...found };
  }

  private get target(): Exchange | undefined {
    return this.caught.exchanges[this.exchange];
  }

  private body(text: string, { side, start, end }: Section): Message {
    const at = { exchange: this.exchange, side };
    const xml = text.slice(start, end).trim();
    if (!xml.startsWith('<')) return { bytes: new Uint8Array(0) }; // [No XmlResponse]
    const { bytes } = readXml(xml.replace(LEFT_OUT, ''), { doctype: 'activesync' });
    if (bytes) {
      const cut = xml.replace(LEFT_OUT, '') === xml ? '' : '; texts are left out of the log';
      this.caught.note(at, `made from the XML the log prints, not the bytes that were sent${cut}`);
      return { bytes };
    }
    const assumed = 'the message is left without bytes';
    const fault = faultAt(
      at,
      'not-captured',
      'error',
      { start, end },
      'XML',
      'XML that is not whole',
      assumed,
    );
    this.caught.fault(fault, 'the log does not hold all of its XML');
    return {};
  }
}

function headOf(text: string, { start, end }: Section): { http?: Http } {
  const head = readHead(`${text.slice(start, end).trim()}\n`, 0);
  return head ? { http: withinLimits(head.http) } : {};
}

/**
 * Reads the mailbox log of Exchange: what an administrator gets for one phone, headers as they were and bodies as XML.
 * `undefined` where the text is none.
 */
export function readExchangeLog(text: string): Capture | undefined {
  if (!/^(?:Request|Response)Body ?:\s*$/m.test(text)) return undefined;
  const talk = new MailboxTalk();
  for (const section of sectionsOf(text)) talk.take(text, section);
  const { caught } = talk;
  if (caught.exchanges.length === 0) return undefined;
  caught.remarks.push(
    'Exchange logs XML, so the bytes are made from it and may differ from those that were sent',
  );
  return { kind: 'server-log', form: 'a mailbox log of Exchange', caught };
}
