import { childNamed, childrenOf, flag, tag, type Element } from '../message/element.ts';
import { edited, firstKey, onRoot, onSync, type Edit } from '../faults/edit.ts';
import type { Alteration } from './draft.ts';

/** An alteration of the elements of every reply, whatever the command. */
const everywhere = (edit: Edit): Alteration => ({
  draft: (draft) => (draft.root ? { ...draft, root: edited(draft.root, edit) } : draft),
});

/** Status 1 under Sync: optional, and no fault. */
export const topStatus: Alteration = onRoot('Sync', (root) =>
  childNamed(root, 'AirSync:Status')
    ? root
    : { ...root, holds: [tag('AirSync:Status', '1'), ...(root.holds ?? [])] },
);

/** Class in Collection: before all else, or behind what names the folder. */
export const classIn = (place: 'first' | 'last'): Alteration =>
  onSync((element) => {
    if (element.name !== 'AirSync:Collection') return element;
    const id = childNamed(element, 'AirSync:CollectionId')?.holds?.[0];
    const name = id === '6' ? 'Calendar' : id === '7' ? 'Contacts' : 'Email';
    const own = tag('AirSync:Class', name);
    const holds = element.holds ?? [];
    if (place === 'first') return { ...element, holds: [own, ...holds] };
    // Last of the four that name the folder: before what it brings.
    const at = childrenOf(element).findIndex((child) => child.name === 'AirSync:Status') + 1;
    return { ...element, holds: [...holds.slice(0, at), own, ...holds.slice(at)] };
  });

/** A SWITCH_PAGE to the page in force, before the root. */
export const redundantSwitch: Alteration = {
  draft: (draft, { command }) =>
    draft.root && command === 'Sync'
      ? { ...draft, before: [...(draft.before ?? []), { mark: 'switch-page="0"' }] }
      : draft,
};

/** Commands before Responses. */
export const commandsFirst: Alteration = onSync((element) => {
  if (element.name !== 'AirSync:Collection') return element;
  const responses = childNamed(element, 'AirSync:Responses');
  if (!responses) return element;
  return tag(element.name, ...childrenOf(element).filter((child) => child !== responses), responses);
});

/** Body of a mail as SOGo writes it: Type, Truncated, Preview, Data, EstimatedDataSize, each always there. */
export const sogoBody: Alteration = everywhere((element) => {
  const isMail = childNamed(element, 'Email:From') !== undefined;
  return isMail
    ? edited(element, (child) => (child.name === 'AirSyncBase:Body' ? inSogoOrder(child) : child))
    : element;
});

function inSogoOrder(body: Element): Element {
  const part = (name: string): Element[] =>
    childrenOf(body).filter((child) => child.name === `AirSyncBase:${name}`);
  const truncated = part('Truncated');
  return tag(
    body.name,
    ...part('Type'),
    ...(truncated.length > 0 ? truncated : [tag('AirSyncBase:Truncated', '0')]),
    flag('AirSyncBase:Preview'),
    ...part('Data'),
    ...part('EstimatedDataSize'),
  );
}

/** The envelope by a table that is off: 49 for SyncKey, 4a for Status and so on. */
const SHIFTED_ENVELOPE: Readonly<Record<string, string>> = {
  'AirSync:SyncKey': 'AirSync:Fetch',
  'AirSync:Status': 'AirSync:Delete',
  'AirSync:Collections': 'AirSync:Responses',
  'AirSync:Collection': 'AirSync:Add',
  'AirSync:CollectionId': 'AirSync:Change',
};
export const shiftedEnvelope: Alteration = onRoot('Sync', (root, request) =>
  firstKey(request) === '0'
    ? edited(root, (element) => ({ ...element, name: SHIFTED_ENVELOPE[element.name] ?? element.name }))
    : root,
);

/** The Status of each answer behind what it is about. */
const statusLast = (command: string, part: string): Alteration =>
  onRoot(command, (root) =>
    edited(root, (element) => {
      const status =
        element.name === part ? childrenOf(element).find(({ name }) => name.endsWith(':Status')) : undefined;
      return status ? tag(part, ...childrenOf(element).filter((child) => child !== status), status) : element;
    }),
  );

/** MoveItems and MeetingResponse with their Status last. */
export const statusesLast: readonly Alteration[] = [
  statusLast('MoveItems', 'Move:Response'),
  statusLast('MeetingResponse', 'MeetingResponse:Result'),
];

/** Settings without what was asked for of the device, and the user without a Status. */
export const bareSettings: Alteration = onRoot('Settings', (root) =>
  edited(root, (element, parent) => {
    if (element.name === 'Settings:DeviceInformation') return undefined;
    return element.name === 'Settings:Status' && parent?.name === 'Settings:UserInformation'
      ? undefined
      : element;
  }),
);

/** Provision with its Status before DeviceInformation. */
export const statusBeforeDevice: Alteration = onRoot('Provision', (root) => {
  const status = childNamed(root, 'Provision:Status');
  return status ? tag(root.name, status, ...childrenOf(root).filter((child) => child !== status)) : root;
});

/** Truncated in every Body, 0 where it is whole. */
export const alwaysTruncated: Alteration = everywhere((element) => {
  if (element.name !== 'AirSyncBase:Body' || childNamed(element, 'AirSyncBase:Truncated')) return element;
  return tag(
    element.name,
    ...childrenOf(element).flatMap((child) =>
      child.name === 'AirSyncBase:Data' ? [tag('AirSyncBase:Truncated', '0'), child] : [child],
    ),
  );
});
