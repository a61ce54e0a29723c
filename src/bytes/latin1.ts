/** Far below the most arguments that a call may have. */
const STEP = 0x2000;

/** Each byte as one character, U+0000 to U+00FF: offsets in the text are offsets in the bytes. Time is linear. */
export function latin1Text(bytes: Uint8Array): string {
  let text = '';
  // spread out, the same takes four times as long: what is spread is asked for one by one
  for (let at = 0; at < bytes.length; at += STEP)
    text += Reflect.apply(String.fromCharCode, undefined, bytes.subarray(at, at + STEP));
  return text;
}
