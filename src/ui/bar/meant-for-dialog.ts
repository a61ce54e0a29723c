import type { DialogState } from '../dialogs/open-dialog.svelte.ts';

/** Fields that hold no text, of those that are inputs all the same. */
const CHOICES = 'select, [type=checkbox], [type=radio], [type=range]';

/** True where the browser itself does nothing with a text that is pasted, though one writes in fields. */
export const holdsNoText = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches(CHOICES);

/**
 * Whether an open dialog takes what was pasted or dropped beside its fields. A field that is there for that has it;
 * a dialog without one makes room for what is opened, unless something is written in it.
 * @param text empty where files came
 */
export function isForDialog(dialogs: DialogState, text: string): boolean {
  if (!dialogs.open) return false;
  const field = document.querySelector<HTMLTextAreaElement>('[data-takes-pastes]');
  if (field && text !== '') {
    field.focus();
    field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    return true;
  }
  if (dialogs.writesAboutShown) return true; // another conversation does not take the place of that one meanwhile
  dialogs.close();
  return false;
}
