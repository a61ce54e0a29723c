import type { PageContent } from '../types.ts';
import { airSyncBaseContent } from './air-sync-base.ts';
import { airSyncContent } from './air-sync.ts';
import { calendarContent } from './calendar.ts';
import { composeMailContent } from './compose-mail.ts';
import { contactsContent } from './contacts.ts';
import { documentLibraryContent } from './document-library.ts';
import { email2Content } from './email2.ts';
import { emailContent } from './email.ts';
import { folderHierarchyContent } from './folder-hierarchy.ts';
import { meetingResponseContent } from './meeting-response.ts';
import { notesContent } from './notes.ts';
import { rightsManagementContent } from './rights-management.ts';
import { tasksContent } from './tasks.ts';

/** The declarations of the code pages that Sync and FolderSync reach. */
export const pageContents: readonly PageContent[] = [
  airSyncContent,
  contactsContent,
  emailContent,
  calendarContent,
  folderHierarchyContent,
  meetingResponseContent,
  tasksContent,
  airSyncBaseContent,
  documentLibraryContent,
  composeMailContent,
  email2Content,
  notesContent,
  rightsManagementContent,
];
