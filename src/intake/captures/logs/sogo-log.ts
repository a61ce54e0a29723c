import { Catch, withinLimits, type Capture } from '../catch.ts';
import { logLines } from './log-lines.ts';
import { messageOfXml } from './printed-xml.ts';

const BEGIN = /EAS - (request|response|reply|answer) (?:for|to|from|of) device ([^:]{0,200}): ?/;
const METHOD = /starting method '([A-Z]{3,16})' on uri '([^']{1,500})/;
const ACCESS = /"([A-Z]{3,16}) (\S{1,500}) HTTP\/[\d.]+" (\d{3}) /;
const PROCESS = /\[(\d{1,10})\]:/;
/** What syslog and containers put in front of every line of a message. */
const PREFIX =
  /^(?:[\w.-]{1,80} +\| ?)?(?:[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d (?:[\w.-]{1,80} )?)?(?:[\w-]{1,40} ?\[\d{1,10}\]: )?(?:Error processing log message: )?/;
/** A line that is another entry of the log, once the prefix is gone. */
const ENTRY = /^(?:\|SOGo\||<0x|\[[A-Z]+\]|[\da-f.:]{7,45} "|\d{4}-\d\d-\d\d )/;

interface Printed {
  side: 'request' | 'response';
  start: number;
  end: number;
  lines: string[];
}

interface Open {
  exchange: number;
  method?: string;
  url?: string;
}

/** Puts what the log says together, exchange by exchange. */
class SogoTalk {
  readonly caught = new Catch();
  private readonly open = new Map<string, Open>();

  begin(process: string, method: string, url: string): void {
    this.open.set(process, { exchange: -1, method, url });
  }

  message(process: string, printed: Printed): void {
    let open = this.open.get(process);
    const known = open && this.caught.exchanges[open.exchange];
    if (!open || known?.[printed.side] || (printed.side === 'request' && known?.response)) {
      open = { exchange: -1 };
      this.open.set(process, open);
    }
    if (open.exchange < 0) open.exchange = this.caught.add({});
    const target = this.caught.exchanges[open.exchange];
    if (!target) return;
    const { method, url } = open;
    const http = withinLimits({ ...(method !== undefined && { method }), ...(url !== undefined && { url }) });
    const facts = Object.keys(http).length > 0 ? { http } : {};
    const at = { exchange: open.exchange, side: printed.side };
    const message = messageOfXml(this.caught, at, printed.lines.join('\n'), printed);
    if (printed.side === 'response') target.request ??= facts;
    target[printed.side] = printed.side === 'request' ? { ...message, ...facts } : message;
  }

  /** The line of the access log, which the server writes last. */
  access(process: string, status: number): void {
    const open = this.open.get(process);
    this.open.delete(process);
    const response = open && this.caught.exchanges[open.exchange]?.response;
    if (response) response.http = { status };
  }
}

/**
 * Reads a log of SOGo with its ActiveSync debugging on: requests and replies as XML. Prefixes that syslog or a
 * container put on each line are dropped. `undefined` where the text is none.
 */
export function readSogoLog(text: string): Capture | undefined {
  if (!/EAS - (?:request|response|reply|answer) (?:for|to|from|of) device /.test(text)) return undefined;
  const talk = new SogoTalk();
  let process = '';
  let printed: Printed | undefined;
  const close = (): void => {
    if (printed) talk.message(process, printed);
    printed = undefined;
  };
  for (const { start, end, head } of logLines(text)) {
    const begin = BEGIN.exec(head);
    const method = begin ? null : METHOD.exec(head);
    const access = begin || method ? null : ACCESS.exec(head);
    const prefix = PREFIX.exec(head)?.[0].length ?? 0;
    if (!begin && !method && !access && printed && !ENTRY.test(head.slice(prefix))) {
      printed.lines.push(text.slice(start + prefix, end));
      printed.end = end;
      continue;
    }
    close();
    if (!begin && !method && !access) continue;
    process = PROCESS.exec(head)?.[1] ?? '';
    if (begin) {
      const side = begin[1] === 'request' ? 'request' : 'response';
      printed = { side, start, end, lines: [text.slice(start + begin.index + begin[0].length, end)] };
    } else if (method) {
      talk.begin(process, method[1] ?? '', method[2] ?? '');
    } else if (access) {
      talk.access(process, Number(access[3]));
    }
  }
  close();
  const { caught } = talk;
  if (caught.exchanges.length === 0) return undefined;
  caught.remarks.push(
    'SOGo logs XML, so the bytes are made from it and may differ from those that were sent',
  );
  return { kind: 'server-log', form: 'a log of SOGo', caught };
}
