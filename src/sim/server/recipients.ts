import { fromBase64 } from '../../bytes/index.ts';
import { versionBit, versionsOf } from '../../eas/index.ts';
import { tag, type Element } from '../message/element.ts';
import { all, child, type Node } from '../message/tree.ts';
import { ok } from './draft.ts';
import { peopleMeant, type Person } from './people.ts';
import type { Request } from './request.ts';
import type { Step } from './sync.ts';
import type { ServerState } from './types.ts';

const page = (name: string): string => `ResolveRecipients:${name}`;

/** Answers ResolveRecipients: who is meant by each To. Nobody has certificates or a photo, or shows when they are free. */
export function resolveRecipients(state: ServerState, request: Request): Step {
  const root = request.tree?.root;
  const options = child(root, page('Options'));
  const asked = all(root, page('To'));
  if (asked.length === 0) {
    const draft = ok(tag(page('ResolveRecipients'), tag(page('Status'), '5')));
    return { state, draft, rows: [{ row: 'S89', why: 'It names nobody.' }] };
  }
  const rows: Step['rows'] = [];
  const responses = asked.map((to): Element => {
    const people = peopleMeant(state.mailbox, to.text);
    rows.push({
      row: 'S89',
      why: `“${to.text}”: ${people.length === 1 ? '1 is' : `${people.length} are`} meant.`,
    });
    const status = people.length === 0 ? '4' : people.length === 1 ? '1' : '2';
    return tag(
      page('Response'),
      tag(page('To'), to.text),
      tag(page('Status'), status),
      tag(page('RecipientCount'), String(people.length)),
      ...people.map((person) => recipient(person, options, request.version)),
    );
  });
  return { state, draft: ok(tag(page('ResolveRecipients'), tag(page('Status'), '1'), ...responses)), rows };
}

function recipient(
  { name, address, isContact }: Person,
  options: Node | undefined,
  version: string,
): Element {
  const isFrom = (range: string): boolean => (versionBit(version) & versionsOf(range)) !== 0;
  const parts = [
    tag(page('Type'), isContact ? '2' : '1'),
    tag(page('DisplayName'), name),
    tag(page('EmailAddress'), address),
  ];
  if (child(options, page('Availability')) && isFrom('14.0-16.1'))
    parts.push(tag(page('Availability'), tag(page('Status'), '163')));
  const retrieval = child(options, page('CertificateRetrieval'))?.text ?? '1';
  if (retrieval !== '1') parts.push(tag(page('Certificates'), tag(page('Status'), '7')));
  if (child(options, page('Picture')) && isFrom('14.1-16.1'))
    parts.push(tag(page('Picture'), tag(page('Status'), '173')));
  return tag(page('Recipient'), ...parts);
}

/** Answers ValidateCert. The server trusts no issuer: a certificate that can be read is good for nothing here. */
export function validateCert(state: ServerState, request: Request): Step {
  const root = request.tree?.root;
  const asked = all(child(root, 'ValidateCert:Certificates'), 'ValidateCert:Certificate');
  if (asked.length === 0) {
    const draft = ok(tag('ValidateCert:ValidateCert', tag('ValidateCert:Status', '2')));
    return { state, draft, rows: [{ row: 'S90', why: 'It brings no certificate.' }] };
  }
  const rows: Step['rows'] = [];
  const answers = asked.map(({ text }): Element => {
    // A certificate is a SEQUENCE in DER.
    const isRead = fromBase64(text.trim())?.[0] === 0x30;
    rows.push({ row: 'S90', why: isRead ? 'This server trusts no issuer.' : 'This is no certificate.' });
    return tag('ValidateCert:Certificate', tag('ValidateCert:Status', isRead ? '4' : '10'));
  });
  const answer = tag('ValidateCert:ValidateCert', tag('ValidateCert:Status', '1'), ...answers);
  return { state, draft: ok(answer), rows };
}
