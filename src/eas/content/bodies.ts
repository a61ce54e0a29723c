import { sendMail, smartForward, smartReply } from './compose-mail.ts';
import { find } from './find.ts';
import { folderCreate, folderDelete, folderUpdate } from './folder-changes.ts';
import { folderSyncRequest } from './folder-sync-request.ts';
import { folderSyncResponse } from './folder-sync-response.ts';
import { getHierarchyResponse } from './get-hierarchy-response.ts';
import { getItemEstimate } from './get-item-estimate.ts';
import { itemOperationsRequest } from './item-operations-request.ts';
import { itemOperationsResponse } from './item-operations-response.ts';
import { meetingResponse } from './meeting-response.ts';
import { moveItems } from './move-items.ts';
import { ping } from './ping.ts';
import { provisionRequest } from './provision-request.ts';
import { provisionResponse } from './provision-response.ts';
import { resolveRecipientsRequest } from './resolve-recipients-request.ts';
import { resolveRecipientsResponse } from './resolve-recipients-response.ts';
import { searchRequest } from './search-request.ts';
import { searchResponse } from './search-response.ts';
import { settingsRequest } from './settings-request.ts';
import { settingsResponse } from './settings-response.ts';
import { syncRequest } from './sync-request.ts';
import { syncResponse } from './sync-response.ts';
import type { CommandContent } from './types.ts';
import { validateCert } from './validate-cert.ts';

export type Direction = 'request' | 'response';

/** The bodies of one command; a direction whose body is no WBXML is absent. */
export type Bodies = Readonly<Partial<Record<Direction, CommandContent>>>;

/** The bodies of every command that has WBXML in one direction at least. */
export const bodies: Readonly<Record<string, Bodies>> = {
  Sync: { request: syncRequest, response: syncResponse },
  SendMail: sendMail,
  SmartForward: smartForward,
  SmartReply: smartReply,
  GetHierarchy: { response: getHierarchyResponse },
  FolderSync: { request: folderSyncRequest, response: folderSyncResponse },
  FolderCreate: folderCreate,
  FolderDelete: folderDelete,
  FolderUpdate: folderUpdate,
  MoveItems: moveItems,
  GetItemEstimate: getItemEstimate,
  MeetingResponse: meetingResponse,
  Search: { request: searchRequest, response: searchResponse },
  Settings: { request: settingsRequest, response: settingsResponse },
  Ping: ping,
  ItemOperations: { request: itemOperationsRequest, response: itemOperationsResponse },
  Provision: { request: provisionRequest, response: provisionResponse },
  ResolveRecipients: { request: resolveRecipientsRequest, response: resolveRecipientsResponse },
  ValidateCert: validateCert,
  Find: find,
};
