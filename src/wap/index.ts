export { readWspHead, type WspHead } from './wsp.ts';
export { mediaTypeText, type MediaType, type WspHeader, type WspText } from './wsp-fields.ts';
export { readShortMessage, type ShortMessage } from './short-message.ts';
export { PORTS } from './user-data-header.ts';
export { writeSeptets, type SmsAddress } from './sms-address.ts';
export { writeSemiOctets } from './digits.ts';
export { joinParts, placed, type Datagram, type Placed } from './datagram.ts';
export { readObex, type ObexObject } from './obex.ts';
export { notWbxmlName } from './not-wbxml.ts';
