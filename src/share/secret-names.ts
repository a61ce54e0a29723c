/** Names of what only its owner should know: AUTHSECRET, PXAUTH-PW, PIN, NewPINValue, Password, WEPKey. */
const SECRET =
  /(?:secret|passw(?:or)?d|pass(?:phrase|code)?|pwd?|pin|psk|(?:^|[-_. ]|wep|wpa|psk|presh|shared|secret|private|encryption|network|recovery|auth|api|admin|session|licen[cs]e|product)key)(?:value|material|\d{1,2})?$/i;
/** Names of who somebody is to a service: AUTHNAME, PXAUTH-ID. */
const ACCOUNT = /(?:auth-?(?:name|id)|user-?(?:name|id)|login)$/i;
/** Names of what is asked of a password, and is none: AllowSimpleDevicePassword. */
const DEMAND = /^(?:Allow|Block|Disable|Enable|Has|Is|Max|Min|Prevent|Require|Use)(?=[A-Z])/;

/** A kind of thing that only its owner should know, or that tells who that is. */
export type SecretKind = 'secret' | 'account';

/** Of what kind a thing of this name is, whatever document it stands in; `undefined` for most. */
export function kindOfName(name: string): SecretKind | undefined {
  if (DEMAND.test(name)) return undefined;
  return SECRET.test(name) ? 'secret' : ACCOUNT.test(name) ? 'account' : undefined;
}

/** Of what kind the node of a management tree is that this address names: `./SyncML/DMAcc/1/AAuthSecret`. */
export function kindOfUri(uri: string): SecretKind | undefined {
  const path = uri.split('?', 1)[0] ?? '';
  // the nodes of a list are numbered
  const name = path.split('/').findLast((segment) => !/^\d*$/.test(segment));
  return name === undefined ? undefined : kindOfName(name);
}
