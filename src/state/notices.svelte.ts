/** Something a person should read before going on, or what was `done` for them; it stays until closed. */
export interface Banner {
  tone: 'error' | 'note' | 'done';
  text: string;
  action?: { label: string; act: () => void } | undefined;
}

/** What the page tells a person beside the message itself. */
export class Notices {
  #banner = $state.raw<Banner>();
  #reload = $state.raw<Banner>();
  #status = $state('');
  /** It is about what was asked for alone, and gone with the next thing that is done. */
  #passing = false;

  get banner(): Banner | undefined {
    return this.#banner;
  }

  /** Why the page should be reloaded; nothing else takes its place. */
  get reload(): Banner | undefined {
    return this.#reload;
  }

  /** The last thing done, in a few words: “37 bytes copied as hex.” */
  get status(): string {
    return this.#status;
  }

  show(banner: Banner): void {
    this.#banner = banner;
  }

  /** Says why something is not done. */
  refuse(text: string): false {
    this.show({ tone: 'error', text });
    return false;
  }

  close(): void {
    this.#banner = undefined;
  }

  /** Asks a person to reload; nothing: not any more. */
  askReload(banner: Banner | undefined): void {
    this.#reload = banner;
  }

  say(status: string, passing = false): void {
    this.#status = status;
    this.#passing = passing;
  }

  /** A person does something else: what was said in passing is gone. */
  pass(): void {
    if (this.#passing) this.say('');
  }
}
