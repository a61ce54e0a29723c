import { words } from '#words/simulate.ts';
import {
  faults,
  phoneProfiles,
  scripts,
  serverProfiles,
  type Fault,
  type Parameters,
  type PhoneProfile,
  type Script,
  type ServerProfile,
  type Setup,
} from '../../sim/index.ts';

type Chosen = Partial<Pick<Setup, 'script' | 'server' | 'phone' | 'version' | 'faults' | 'parameters'>>;

/** A setup while a person puts it together. */
export class SetupForm {
  script = $state('');
  server = $state('');
  phone = $state('');
  #version = $state('');
  #faults = $state.raw<readonly string[]>([]);
  #parameters = $state.raw<Partial<Parameters>>({});

  constructor({ script, server, phone, version, faults: on, parameters }: Chosen = {}) {
    this.script = scripts.find(({ id }) => id === script)?.id ?? scripts[0]?.id ?? '';
    this.server = serverProfiles.find(({ id }) => id === server)?.id ?? serverProfiles[0]?.id ?? '';
    this.phone = phoneProfiles.find(({ id }) => id === phone)?.id ?? phoneProfiles[0]?.id ?? '';
    this.#version = version ?? '';
    this.#faults = on ?? [];
    this.#parameters = parameters ?? {};
  }

  get scriptTold(): Script | undefined {
    return scripts.find(({ id }) => id === this.script);
  }

  get serverTold(): ServerProfile | undefined {
    return serverProfiles.find(({ id }) => id === this.server);
  }

  get phoneTold(): PhoneProfile | undefined {
    return phoneProfiles.find(({ id }) => id === this.phone);
  }

  /** The versions that both speak, oldest first. */
  get versions(): readonly string[] {
    const phone = this.phoneTold?.versions ?? [];
    return (this.serverTold?.versions ?? []).filter((version) => phone.includes(version));
  }

  /** The one that was chosen where both speak it; else the newest of theirs. */
  get version(): string {
    return this.versions.includes(this.#version) ? this.#version : (this.versions.at(-1) ?? '');
  }

  set version(version: string) {
    this.#version = version;
  }

  get faults(): readonly string[] {
    return this.#faults;
  }

  /** Faults that are on and show in another script than the one that is chosen. */
  get elsewhere(): readonly Fault[] {
    const on = faults.filter(({ id }) => this.#faults.includes(id));
    // Adding the account is what every script begins with.
    return on.filter(({ script }) => script !== this.script && script !== scripts[0]?.id);
  }

  switchFault(id: string): void {
    const on = this.#faults.includes(id);
    this.#faults = on ? this.#faults.filter((each) => each !== id) : [...this.#faults, id];
  }

  noFaults(): void {
    this.#faults = [];
  }

  /** What is assumed of the phone: what was set, else what its profile says. */
  parameter(name: keyof Parameters): number {
    return this.#parameters[name] ?? this.phoneTold?.parameters[name] ?? 0;
  }

  assume(name: keyof Parameters, value: number): void {
    if (!Number.isFinite(value) || value < 1) return;
    this.#parameters = { ...this.#parameters, [name]: Math.round(value) };
  }

  get setup(): Partial<Setup> {
    return {
      script: this.script,
      server: this.server,
      phone: this.phone,
      version: this.version,
      faults: [...this.#faults],
      parameters: this.#parameters,
    };
  }
}

/** Faults that say all the words of a search, in any order and case: of themselves, or of what comes of them. */
export function faultsFor(search: string, all: readonly Fault[] = faults): readonly Fault[] {
  const asked = search.toLowerCase().split(/\s+/).filter(Boolean);
  return all.filter((fault) => {
    const text = `${fault.id} ${fault.title} ${words.faultAbout(fault)} ${fault.effect}`.toLowerCase();
    return asked.every((word) => text.includes(word));
  });
}
