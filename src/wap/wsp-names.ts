/**
 * What WSP writes as a number. Numbers that are not here are shown as they are.
 * @see WAP-230-WSP Appendix A, and what the WAP Forum and OMNA registered since
 */

/** Media types by their number, from 00 on. */
const MEDIA_TYPES: readonly string[] = [
  ...['*/*', 'text/*', 'text/html', 'text/plain', 'text/x-hdml', 'text/x-ttml', 'text/x-vCalendar'],
  ...['text/x-vCard', 'text/vnd.wap.wml', 'text/vnd.wap.wmlscript', 'text/vnd.wap.wta-event'],
  ...['multipart/*', 'multipart/mixed', 'multipart/form-data', 'multipart/byteranges'],
  ...['multipart/alternative', 'application/*', 'application/java-vm'],
  ...['application/x-www-form-urlencoded', 'application/x-hdmlc', 'application/vnd.wap.wmlc'],
  ...['application/vnd.wap.wmlscriptc', 'application/vnd.wap.wta-eventc', 'application/vnd.wap.uaprof'],
  ...['application/vnd.wap.wtls-ca-certificate', 'application/vnd.wap.wtls-user-certificate'],
  ...['application/x-x509-ca-cert', 'application/x-x509-user-cert', 'image/*', 'image/gif', 'image/jpeg'],
  ...['image/tiff', 'image/png', 'image/vnd.wap.wbmp', 'application/vnd.wap.multipart.*'],
  ...['application/vnd.wap.multipart.mixed', 'application/vnd.wap.multipart.form-data'],
  ...['application/vnd.wap.multipart.byteranges', 'application/vnd.wap.multipart.alternative'],
  ...['application/xml', 'text/xml', 'application/vnd.wap.wbxml', 'application/x-x968-cross-cert'],
  ...['application/x-x968-ca-cert', 'application/x-x968-user-cert', 'text/vnd.wap.si'],
  ...['application/vnd.wap.sic', 'text/vnd.wap.sl', 'application/vnd.wap.slc', 'text/vnd.wap.co'],
  ...['application/vnd.wap.coc', 'application/vnd.wap.multipart.related', 'application/vnd.wap.sia'],
  ...['text/vnd.wap.connectivity-xml', 'application/vnd.wap.connectivity-wbxml'],
  ...['application/pkcs7-mime', 'application/vnd.wap.hashed-certificate'],
  ...['application/vnd.wap.signed-certificate', 'application/vnd.wap.cert-response'],
  ...['application/xhtml+xml', 'application/wml+xml', 'text/css', 'application/vnd.wap.mms-message'],
  ...['application/vnd.wap.rollover-certificate', 'application/vnd.wap.locc+wbxml'],
  ...['application/vnd.wap.loc+xml', 'application/vnd.syncml.dm+wbxml', 'application/vnd.syncml.dm+xml'],
  ...['application/vnd.syncml.notification', 'application/vnd.wap.xhtml+xml'],
  ...['application/vnd.wv.csp.cir', 'application/vnd.oma.dd+xml', 'application/vnd.oma.drm.message'],
  ...['application/vnd.oma.drm.content', 'application/vnd.oma.drm.rights+xml'],
  ...['application/vnd.oma.drm.rights+wbxml', 'application/vnd.wv.csp+xml', 'application/vnd.wv.csp+wbxml'],
  ...['application/vnd.syncml.ds.notification', 'audio/*', 'video/*'],
  'application/vnd.oma.dd2+xml',
];

/** Media types registered by others than the WAP Forum. */
const REGISTERED: Readonly<Record<number, string>> = {
  0x0201: 'application/vnd.uplanet.cacheop-wbxml',
  0x0202: 'application/vnd.uplanet.signal',
  0x0203: 'application/vnd.uplanet.alert-wbxml',
  0x0204: 'application/vnd.uplanet.list-wbxml',
  0x0205: 'application/vnd.uplanet.listcmd-wbxml',
  0x0206: 'application/vnd.uplanet.channel-wbxml',
  0x0209: 'application/vnd.uplanet.bearer-choice-wbxml',
  0x020a: 'application/vnd.phonecom.mmc-wbxml',
  0x020b: 'application/vnd.nokia.syncset+wbxml',
  0x0300: 'application/iota.mmc-wbxml',
  0x0301: 'application/iota.mmc-xml',
  0x0302: 'application/vnd.syncml+xml',
  0x0303: 'application/vnd.syncml+wbxml',
  0x0304: 'text/vnd.wap.emn+xml',
  0x0305: 'text/calendar',
  0x030a: 'application/vnd.wap.emn+wbxml',
  0x030e: 'application/vnd.cmcc.setting+wbxml',
  0x030f: 'application/vnd.cmcc.bombing+wbxml',
  0x0312: 'application/vnd.omaloc-supl-init',
};

export const mediaTypeName = (code: number): string | undefined => MEDIA_TYPES[code] ?? REGISTERED[code];

/** Header names of code page 1 by their number, from 00 on. */
const HEADERS: readonly string[] = [
  ...['Accept', 'Accept-Charset', 'Accept-Encoding', 'Accept-Language', 'Accept-Ranges', 'Age', 'Allow'],
  ...['Authorization', 'Cache-Control', 'Connection', 'Content-Base', 'Content-Encoding'],
  ...['Content-Language', 'Content-Length', 'Content-Location', 'Content-MD5', 'Content-Range'],
  ...['Content-Type', 'Date', 'Etag', 'Expires', 'From', 'Host', 'If-Modified-Since', 'If-Match'],
  ...['If-None-Match', 'If-Range', 'If-Unmodified-Since', 'Location', 'Last-Modified', 'Max-Forwards'],
  ...['Pragma', 'Proxy-Authenticate', 'Proxy-Authorization', 'Public', 'Range', 'Referer', 'Retry-After'],
  ...['Server', 'Transfer-Encoding', 'Upgrade', 'User-Agent', 'Vary', 'Via', 'Warning'],
  ...['WWW-Authenticate', 'Content-Disposition', 'X-Wap-Application-Id', 'X-Wap-Content-URI'],
  ...['X-Wap-Initiator-URI', 'Accept-Application', 'Bearer-Indication', 'Push-Flag', 'Profile'],
  ...['Profile-Diff', 'Profile-Warning', 'Expect', 'TE', 'Trailer', 'Accept-Charset', 'Accept-Encoding'],
  ...['Cache-Control', 'Content-Range', 'X-Wap-Tod', 'Content-ID', 'Set-Cookie', 'Cookie'],
  ...['Encoding-Version', 'Profile-Warning', 'Content-Disposition', 'X-WAP-Security', 'Cache-Control'],
  ...['Expect', 'X-Wap-Loc-Invocation', 'X-Wap-Loc-Delivery'],
];

export const headerName = (code: number): string => HEADERS[code] ?? `X-WSP-${hex2(code)}`;

/** Headers whose value is a date, as seconds since 1970. */
export const DATES: ReadonlySet<string> = new Set([
  ...['Date', 'Expires', 'If-Modified-Since', 'If-Unmodified-Since', 'Last-Modified', 'X-Wap-Tod'],
]);

/** Headers whose value is a number, in one byte or several. */
export const NUMBERS: ReadonlySet<string> = new Set([
  ...['Age', 'Bearer-Indication', 'Content-Length', 'Max-Forwards', 'X-Wap-Application-Id'],
]);

/** Parameters of a media type by their number; `value` says how its value is written, where not as any value is. */
export const PARAMETERS: Readonly<
  Record<number, { name: string; value?: 'q' | 'charset' | 'version' | 'type' | 'security' | 'date' }>
> = {
  0x00: { name: 'q', value: 'q' },
  0x01: { name: 'charset', value: 'charset' },
  0x02: { name: 'level', value: 'version' },
  0x03: { name: 'type' },
  0x05: { name: 'name' },
  0x06: { name: 'filename' },
  0x07: { name: 'differences' },
  0x08: { name: 'padding' },
  0x09: { name: 'type', value: 'type' },
  0x0a: { name: 'start' },
  0x0b: { name: 'start-info' },
  0x0c: { name: 'comment' },
  0x0d: { name: 'domain' },
  0x0e: { name: 'max-age' },
  0x0f: { name: 'path' },
  0x10: { name: 'secure' },
  0x11: { name: 'SEC', value: 'security' },
  0x12: { name: 'MAC' },
  0x13: { name: 'creation-date', value: 'date' },
  0x14: { name: 'modification-date', value: 'date' },
  0x15: { name: 'read-date', value: 'date' },
  0x16: { name: 'size' },
  0x17: { name: 'name' },
  0x18: { name: 'filename' },
  0x19: { name: 'start' },
  0x1a: { name: 'start-info' },
  0x1b: { name: 'comment' },
  0x1c: { name: 'domain' },
  0x1d: { name: 'path' },
};

/** How the MAC of a provisioning document is keyed. @see OMA-WAP-ProvBoot §5 */
export const SECURITY: readonly string[] = ['NETWPIN', 'USERPIN', 'USERNETWPIN', 'USERPINMAC'];

const CHARSETS: Readonly<Record<number, string>> = {
  0: '*',
  3: 'us-ascii',
  4: 'iso-8859-1',
  5: 'iso-8859-2',
  6: 'iso-8859-3',
  7: 'iso-8859-4',
  8: 'iso-8859-5',
  9: 'iso-8859-6',
  10: 'iso-8859-7',
  11: 'iso-8859-8',
  12: 'iso-8859-9',
  17: 'shift_jis',
  106: 'utf-8',
  1000: 'iso-10646-ucs-2',
  1015: 'utf-16',
  2025: 'gb2312',
  2026: 'big5',
};

/** A character set by its MIBenum. */
export const charsetName = (mib: number): string => CHARSETS[mib] ?? String(mib);

const APPLICATIONS: Readonly<Record<number, string>> = {
  0x00: 'x-wap-application:*',
  0x01: 'x-wap-application:push.sia',
  0x02: 'x-wap-application:wml.ua',
  0x03: 'x-wap-application:wta.ua',
  0x04: 'x-wap-application:mms.ua',
  0x05: 'x-wap-application:push.syncml',
  0x06: 'x-wap-application:loc.ua',
  0x07: 'x-wap-application:syncml.dm',
  0x08: 'x-wap-application:drm.ua',
  0x09: 'x-wap-application:emn.ua',
  0x0a: 'x-wap-application:wv.ua',
  0x10: 'x-oma-application:ulp.ua',
  0x11: 'x-oma-application:dlota.ua',
  0x12: 'x-oma-application:java-ams',
  0x13: 'x-oma-application:bcast.ua',
  0x14: 'x-oma-application:dpe.ua',
  0x15: 'x-oma-application:cpm:ua',
  0x8000: 'x-wap-microsoft:localcontent.ua',
  0x8001: 'x-wap-microsoft:IMclient.ua',
  0x8002: 'x-wap-docomo:imode.mail.ua',
  0x8003: 'x-wap-docomo:imode.mr.ua',
  0x8004: 'x-wap-docomo:imode.mf.ua',
  0x8005: 'x-motorola:location.ua',
  0x8006: 'x-motorola:now.ua',
  0x8007: 'x-motorola:otaprov.ua',
  0x8008: 'x-motorola:browser.ua',
  0x8009: 'x-motorola:splash.ua',
  0x800b: 'x-wap-nai:mvsw.command',
  0x8010: 'x-wap-openwave:iota.ua',
};

/** Who a push is for, by its number. */
export const applicationName = (id: number): string => APPLICATIONS[id] ?? String(id);

/** What stands in a value of one byte of these headers. */
export const CODED: Readonly<Record<string, readonly string[]>> = {
  'Content-Encoding': ['gzip', 'compress', 'deflate'],
  'Content-Disposition': ['form-data', 'attachment', 'inline'],
  Connection: ['close'],
};

const hex2 = (code: number): string => code.toString(16).padStart(2, '0');
