import { behaviourFaults } from './behaviour.ts';
import { envelopeFaults } from './envelope.ts';
import { itemFaults } from './items.ts';
import { wireFaults } from './wire.ts';
import type { Fault } from './types.ts';

export type { Effect, Fault } from './types.ts';

/** Every fault that can be switched on. */
export const faults: readonly Fault[] = [...envelopeFaults, ...itemFaults, ...wireFaults, ...behaviourFaults];

const byId = new Map(faults.map((fault) => [fault.id, fault]));

export const faultById = (id: string): Fault | undefined => byId.get(id);
