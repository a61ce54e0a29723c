import { isHtml, isSigned } from '../mailbox/mails.ts';
import type { Asked } from '../mailbox/render.ts';
import type { Change } from './known.ts';
import type { Habits } from './types.ts';

/** How each change of a window is rendered, and whether what comes after it goes out as MIME. */
export interface Bodies {
  readonly asked: readonly Asked[];
  readonly asMime: boolean;
}

/** A mail in a form that was not asked for goes out whole: such servers cut only what they were asked for. */
const whole = (asked: Asked, bodyType: string): Asked => ({ ...asked, bodyType, truncation: Infinity });

/**
 * In which form the server sends each item of a window.
 * @param asMime true where the folder had a mail before that turned this server to MIME
 * @see Habits.bodies
 */
export function bodiesOf(
  changes: readonly Change[],
  asked: Asked,
  habit: Habits['bodies'],
  asMime: boolean,
): Bodies {
  let mime = asMime;
  const each = changes.map((change): Asked => {
    if (change.kind === 'delete' || change.item.class !== 'Email') return asked;
    if (habit === 'signed-as-mime') return isSigned(change.item) ? whole(asked, '4') : asked;
    if (habit !== 'mime-after-html' || asked.bodyType === '2') return asked;
    if (mime) return whole(asked, '4');
    if (!isHtml(change.item)) return asked;
    mime = true;
    return whole(asked, '2');
  });
  return { asked: each, asMime: mime };
}
