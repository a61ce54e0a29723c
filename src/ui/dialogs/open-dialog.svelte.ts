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

/** Which dialog is open; one at a time. */
export class DialogState {
  #open = $state.raw<OpenDialog>();

  get open(): OpenDialog | undefined {
    return this.#open;
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
}
