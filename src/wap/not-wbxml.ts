import { lookUp } from '../bytes/index.ts';

/** What is pushed to phones and begins like anything, WBXML too: formats of their own, by their media type. */
const NAMES: Readonly<Record<string, string>> = {
  'application/vnd.wap.mms-message': 'an MMS message, mostly a notification that one waits',
  'application/vnd.syncml.notification': 'a notification of OMA DM',
  'application/vnd.syncml.ds.notification': 'a notification of OMA Data Sync',
  'application/vnd.omaloc-supl-init': 'a SUPL INIT',
  'application/vnd.wap.sia': 'a Session Initiation Application',
};

/** What a media type is that is pushed and no WBXML, in words; `undefined` for any other. */
export const notWbxmlName = (type: string): string | undefined => lookUp(NAMES, type);
