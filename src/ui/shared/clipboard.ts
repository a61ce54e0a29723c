/**
 * Puts text on the clipboard. Pages from plain http have no `navigator.clipboard`; the old command still works
 * there, from a selected field.
 * @returns false where the browser refuses both
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

function copySelected(text: string): boolean {
  const before = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.style.position = 'fixed';
  field.style.opacity = '0';
  (document.querySelector('dialog[open]') ?? document.body).append(field); // beside an open dialog nothing can be selected
  field.select();
  const command: unknown = Reflect.get(document, 'execCommand');
  const copied = typeof command === 'function' && command.call(document, 'copy') === true;
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return copied;
}

/** Lets the browser save a file. */
export function saveFile(name: string, content: string | Uint8Array, type: string): void {
  const part = typeof content === 'string' ? content : new Uint8Array(content);
  const address = URL.createObjectURL(new Blob([part], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000); // the browser reads it some time after the click
}
