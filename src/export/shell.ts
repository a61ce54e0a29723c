/** A text as one word of a POSIX shell. */
export const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** A command that prints bytes. Every shell's printf knows octal, not every one knows hex. */
export const printed = (bytes: Uint8Array): string =>
  `printf '${Array.from(bytes, (byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('')}'`;
