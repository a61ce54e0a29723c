/** What a key does that works wherever no text is being written. */
export interface KeyActions {
  walk(by: number): void;
  partner(): void;
  nextFinding(by: number): void;
  goTo(): void;
  help(): void;
  nextPane(by: number): void;
}

/** True where letters are text: in a field or an editor. */
export function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.matches('input, textarea, select, .native-edit-context, [role=textbox]')
  );
}

/** True in the XML, of whichever editor. */
const inEditor = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[aria-label="XML"]') !== null && isWriting(target);

/** Does what a key says. @returns true where the key was one of ours */
export function actOnKey(event: KeyboardEvent, actions: KeyActions): boolean {
  if (event.key === 'F6' && !event.ctrlKey && !event.altKey) {
    actions.nextPane(event.shiftKey ? -1 : 1);
    return true;
  }
  if (event.key === 'F8' && !event.ctrlKey && !event.altKey) {
    if (event.defaultPrevented || inEditor(event.target)) return false; // it steps through its own marks
    actions.nextFinding(event.shiftKey ? -1 : 1);
    return true;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return false;
  const by: Record<string, () => void> = {
    '[': () => actions.walk(-1),
    ']': () => actions.walk(1),
    p: () => actions.partner(),
    n: () => actions.nextFinding(1),
    N: () => actions.nextFinding(-1),
    g: () => actions.goTo(),
    '?': () => actions.help(),
  };
  const act = by[event.key];
  act?.();
  return act !== undefined;
}
