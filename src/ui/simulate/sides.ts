import { words } from '#words/simulate.ts';
import {
  collectionLabel,
  folderLabel,
  hierarchyLabel,
  phoneRows,
  pingLabel,
  policyLabel,
  serverRows,
  type Row,
  type Step,
  type Taken,
} from '../../sim/index.ts';
import { stateWords } from './state-words.ts';

/** A machine, or the part of it for one folder. */
export interface Machine {
  id: string;
  /** `Account`, `Policy`, or the folder's name. */
  name: string;
  /** What it is doing, in plain words. */
  words: string;
  /** The same as the rows call it. */
  label: string;
  /** It is another than before the step. */
  changed: boolean;
}

/** A transition that was taken in a step. */
export interface TakenRow {
  /** The folder's name, where it was taken for one. */
  folder?: string | undefined;
  why: string;
  id: string;
  before: string;
  after: string;
  row: Row | undefined;
}

const ROWS: Record<Taken['machine'], ReadonlyMap<string, Row>> = {
  phone: new Map(phoneRows.map((row) => [row.id, row])),
  server: new Map(serverRows.map((row) => [row.id, row])),
};

/** The phone's machines after a step. @param before the step before it */
export function phoneMachines(step: Step, before?: Step): Machine[] {
  const labels = ({ phone }: Step): Labels => [
    { id: 'account', name: words.account, label: phone.account },
    ...Object.keys(phone.collections).map((id) => ({
      id,
      name: folderName(step, id),
      label: folderLabel(phone, id),
    })),
  ];
  return machines(labels(step), before && labels(before));
}

/** The server's machines after a step. @param before the step before it */
export function serverMachines(step: Step, before?: Step): Machine[] {
  const labels = ({ server }: Step): Labels => [
    { id: 'policy', name: words.policy, label: policyLabel(server) },
    { id: 'folders', name: words.folders, label: hierarchyLabel(server) },
    { id: 'ping', name: words.ping, label: pingLabel(server) },
    ...Object.entries(server.collections).map(([id, collection]) => ({
      id,
      name: folderName(step, id),
      label: collectionLabel(collection),
    })),
  ];
  return machines(labels(step), before && labels(before));
}

/** What one side did in a step. */
export function takenRows(step: Step, machine: Taken['machine']): TakenRow[] {
  return step.taken
    .filter((taken) => taken.machine === machine)
    .map(({ row, why, folder, before, after }) => ({
      folder: folder === undefined ? undefined : folderName(step, folder),
      why,
      id: row,
      before,
      after,
      row: ROWS[machine].get(row),
    }));
}

/** A folder's name, as the server has it, or the phone where the server has it no more. */
export function folderName({ server, phone }: Pick<Step, 'server' | 'phone'>, id: string): string {
  const named = [...server.mailbox.folders, ...phone.folders].find((folder) => folder.id === id);
  return named?.name ?? words.folder(id);
}

type Labels = Pick<Machine, 'id' | 'name' | 'label'>[];

function machines(now: Labels, before: Labels | undefined): Machine[] {
  return now.map((machine) => ({
    ...machine,
    words: stateWords(machine.label),
    changed: before !== undefined && before.find(({ id }) => id === machine.id)?.label !== machine.label,
  }));
}
