/** A dialog, with what it needs to begin. */
export type OpenDialog =
  /** `text`: what was read, but not opened, and why. */
  | { kind: 'paste'; text?: string; why?: string | undefined }
  | { kind: 'samples' }
  | { kind: 'simulate' }
  | { kind: 'share' }
  | { kind: 'kept' }
  | { kind: 'help' }
  | { kind: 'palette' }
  | { kind: 'settings' }
  | { kind: 'read-as' }
  /** `half`: what the exchange on show lacks. */
  | { kind: 'add-message'; half: boolean }
  | { kind: 'names' }
  | { kind: 'http' }
  | { kind: 'copy'; text: string };

/** Dialogs about the conversation on show, where a person writes something about it. */
const WRITES_ABOUT_SHOWN: readonly OpenDialog['kind'][] = ['names', 'http', 'read-as', 'add-message'];

/** Which dialog is open; one at a time. */
export class DialogState {
  #open = $state.raw<OpenDialog>();

  get open(): OpenDialog | undefined {
    return this.#open;
  }

  /** What is written in the one that is open is about the conversation on show. */
  get writesAboutShown(): boolean {
    return this.#open !== undefined && WRITES_ABOUT_SHOWN.includes(this.#open.kind);
  }

  show(dialog: OpenDialog): void {
    this.#open = dialog;
  }

  /** Shows a dialog, or closes it where it is open. */
  toggle(dialog: OpenDialog): void {
    this.#open = this.#open?.kind === dialog.kind ? undefined : dialog;
  }

  close(): void {
    this.#open = undefined;
  }

  /** Another conversation is on show: what is about the one before would be done to it. */
  leaveShown(): void {
    if (this.writesAboutShown || this.#open?.kind === 'share') this.close();
  }
}
