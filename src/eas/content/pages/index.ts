import type { PageContent } from '../types.ts';
import { airSyncContent } from './air-sync.ts';
import { airSyncBaseContent } from './air-sync-base.ts';
import { calendarContent } from './calendar.ts';
import { composeMailContent } from './compose-mail.ts';
import { contactsContent } from './contacts.ts';
import { documentLibraryContent } from './document-library.ts';
import { emailContent } from './email.ts';
import { email2Content } from './email2.ts';
import { findContent } from './find.ts';
import { folderHierarchyContent } from './folder-hierarchy.ts';
import { galContent } from './gal.ts';
import { getItemEstimateContent } from './get-item-estimate.ts';
import { itemOperationsContent } from './item-operations.ts';
import { meetingResponseContent } from './meeting-response.ts';
import { moveContent } from './move.ts';
import { notesContent } from './notes.ts';
import { pingContent } from './ping.ts';
import { provisionContent } from './provision.ts';
import { resolveRecipientsContent } from './resolve-recipients.ts';
import { rightsManagementContent } from './rights-management.ts';
import { searchContent } from './search.ts';
import { settingsContent } from './settings.ts';
import { tasksContent } from './tasks.ts';
import { validateCertContent } from './validate-cert.ts';

/** The declarations of the code pages, in their order. Pages 3 and 12 have nothing to declare. */
export const pageContents: readonly PageContent[] = [
  airSyncContent,
  contactsContent,
  emailContent,
  calendarContent,
  moveContent,
  getItemEstimateContent,
  folderHierarchyContent,
  meetingResponseContent,
  tasksContent,
  resolveRecipientsContent,
  validateCertContent,
  pingContent,
  provisionContent,
  searchContent,
  galContent,
  airSyncBaseContent,
  settingsContent,
  documentLibraryContent,
  itemOperationsContent,
  composeMailContent,
  email2Content,
  notesContent,
  rightsManagementContent,
  findContent,
];
