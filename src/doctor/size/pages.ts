import type { Decoded } from '../../doctypes/index.ts';
import { KIND } from '../../wbxml/index.ts';

/** A SWITCH_PAGE, in bytes, half-open. */
interface Switch {
  start: number;
  end: number;
  needed: boolean;
}

/** What counts bytes. */
interface Count {
  bytes: number;
}

/**
 * Tells the SWITCH_PAGEs that a message needs from those it does not, where some of its elements go: a switch that
 * only they needed goes with them, and one of theirs that what follows needs stays.
 */
export class Pages {
  private readonly list: Switch[] = [];
  /** Since the last tag that stays: switches between elements, and those of elements that go. */
  private open: Switch[] = [];
  private lent: { own: Switch; of: Count }[] = [];
  /** The page in force in what stays. */
  private page = 0;

  /** A SWITCH_PAGE between elements that stay. */
  seen(start: number, end: number): void {
    const own = { start, end, needed: false };
    this.list.push(own);
    this.open.push(own);
  }

  /** A tag that stays. */
  tag(page: number): void {
    if (page !== this.page) {
      const last = this.open.at(-1);
      const lent = this.lent.at(-1);
      if (last) last.needed = true;
      else if (lent) {
        lent.of.bytes -= 2;
        this.list.push({ ...lent.own, needed: true });
      }
    }
    this.page = page;
    this.open = [];
    this.lent = [];
  }

  /** An element that goes; its bytes are counted in `of` already. */
  leaveOut({ tokens }: Decoded, tag: number, past: number, of: Count): void {
    const own = this.open.at(-1);
    if (own && tokens.page(tag) !== this.page) {
      this.open.pop();
      this.list.splice(this.list.indexOf(own), 1);
      of.bytes += 2;
      this.lent.push({ own, of });
    }
    for (let i = tag + 1; i < past; i++) {
      if (tokens.kind(i) !== KIND.switchPage || tokens.inAttributes(i)) continue;
      this.lent.push({ own: { start: tokens.start(i), end: tokens.end(i), needed: false }, of });
    }
  }

  /** Every SWITCH_PAGE that is not part of an element that goes. */
  done(): readonly Switch[] {
    return this.list;
  }
}
