import type { DocumentType, TagPage } from '../types.ts';
import { airSync } from './00-airsync.ts';
import { contacts } from './01-contacts.ts';
import { email } from './02-email.ts';
import { airNotify } from './03-airnotify.ts';
import { calendar } from './04-calendar.ts';
import { move } from './05-move.ts';
import { getItemEstimate } from './06-getitemestimate.ts';
import { folderHierarchy } from './07-folderhierarchy.ts';
import { meetingResponse } from './08-meetingresponse.ts';
import { tasks } from './09-tasks.ts';
import { resolveRecipients } from './10-resolverecipients.ts';
import { validateCert } from './11-validatecert.ts';
import { contacts2 } from './12-contacts2.ts';
import { ping } from './13-ping.ts';
import { provision } from './14-provision.ts';
import { search } from './15-search.ts';
import { gal } from './16-gal.ts';
import { airSyncBase } from './17-airsyncbase.ts';
import { settings } from './18-settings.ts';
import { documentLibrary } from './19-documentlibrary.ts';
import { itemOperations } from './20-itemoperations.ts';
import { composeMail } from './21-composemail.ts';
import { email2 } from './22-email2.ts';
import { notes } from './23-notes.ts';
import { rightsManagement } from './24-rightsmanagement.ts';
import { find } from './25-find.ts';

/** The code pages of Exchange ActiveSync, 0 to 25, in order. */
export const activeSyncPages: readonly TagPage[] = [
  airSync,
  contacts,
  email,
  airNotify,
  calendar,
  move,
  getItemEstimate,
  folderHierarchy,
  meetingResponse,
  tasks,
  resolveRecipients,
  validateCert,
  contacts2,
  ping,
  provision,
  search,
  gal,
  airSyncBase,
  settings,
  documentLibrary,
  itemOperations,
  composeMail,
  email2,
  notes,
  rightsManagement,
  find,
];

/**
 * Exchange ActiveSync, 2.5 to 16.1. Public id 1 ("unknown") is all its header ever says.
 * @see MS-ASWBXML
 */
export const activeSync: DocumentType = {
  id: 'activesync',
  title: 'Exchange ActiveSync',
  publicId: 1,
  // What libwbxml writes into a string table.
  otherFpis: ['-//AIRSYNC//DTD AirSync//EN', '-//MICROSOFT//DTD ActiveSync//EN'],
  mediaTypes: ['application/vnd.ms-sync.wbxml', 'application/vnd.ms-sync'],
  roots: activeSyncPages.flatMap((page) => page.roots ?? []),
  namespaced: true,
  tagPages: activeSyncPages,
};
