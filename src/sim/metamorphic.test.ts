import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgeReply } from './judge-reply.ts';
import { elementBytes } from './message/element-bytes.ts';
import { tag, type Element } from './message/element.ts';

const KEY = tag('AirSync:SyncKey', '1');
const STATUS = tag('AirSync:Status', '1');
const ID = tag('AirSync:CollectionId', '1');

const sync = (top: readonly Element[], ...children: readonly Element[]): Uint8Array =>
  elementBytes(
    tag('AirSync:Sync', ...top, tag('AirSync:Collections', tag('AirSync:Collection', ...children))),
  );
const request = sync([], tag('AirSync:SyncKey', '0'), ID);

/** The same with a SWITCH_PAGE to the page that is in force already. */
const switched = (bytes: Uint8Array): Uint8Array =>
  Uint8Array.of(...bytes.subarray(0, 4), 0x00, 0x00, ...bytes.subarray(4));

/** The answer to key 0 in every form that means the same: order, a Class, a Status above, a page switch too many. */
const forms = fc.record({
  children: fc
    .subarray([tag('AirSync:Class', 'Email'), KEY, ID, STATUS], { minLength: 3 })
    .filter((children) => [KEY, ID, STATUS].every((one) => children.includes(one)))
    .chain((children) => fc.shuffledSubarray(children, { minLength: children.length })),
  hasStatus: fc.boolean(),
  isSwitched: fc.boolean(),
  /** Where a second key is put: before all, or after the Status. */
  at: fc.nat(1),
});

test('an iPhone takes every form of the answer, and none of them with a SyncKey under Sync', () => {
  fc.assert(
    fc.property(forms, ({ children, hasStatus, isSwitched, at }) => {
      const top = hasStatus ? [STATUS] : [];
      const wrong = [...top.slice(0, at), KEY, ...top.slice(at)];
      const judge = (above: readonly Element[], phone: string) => {
        const plain = sync(above, ...children);
        const response = isSwitched ? switched(plain) : plain;
        const { verdict, next } = judgeReply({ phone, version: '14.1', request, response });
        return `${verdict}, ${next.state}`;
      };
      expect(judge(top, 'iphone')).toBe('accepts, SYNCING(1)');
      expect(judge(wrong, 'iphone')).toBe('rejects, K0-WAIT');
      expect(judge(wrong, 'android')).toBe('accepts, SYNCING(1)');
    }),
  );
});
