import type { Focus } from './commands/dispatch.ts';

/** Something that Space acts on by itself. */
const ACTS =
  'button, a, summary, [role=tab], [role=menuitem], [role=menuitemradio], [role=option], [role=separator]';
const FIELDS = 'input, textarea, select, .native-edit-context, [role=textbox]';

/** True where letters are text: in a field or an editor. */
export function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches(FIELDS));
}

/** Where the focus is, for keys. */
export function focusOf(target: EventTarget | null): Focus {
  const isWithin = (selector: string) => target instanceof Element && target.closest(selector) !== null;
  const writing = isWriting(target);
  return {
    writing,
    inXml: writing && isWithin('#panel-xml'),
    actsOnSpace: isWithin(ACTS),
    inDialog: document.querySelector('dialog[open]') !== null,
  };
}
