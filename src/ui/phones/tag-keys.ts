import { keyOf } from '../../doctypes/index.ts';

/** The tags that a question is made of, by the names of the specification. @see MS-ASWBXML §2.1.2.1 */
export const TAG = {
  sync: keyOf(0, 0x05),
  syncKey: keyOf(0, 0x0b),
  collection: keyOf(0, 0x0f),
  collectionId: keyOf(0, 0x12),
  commands: keyOf(0, 0x16),
  collections: keyOf(0, 0x1c),
  treeKey: keyOf(7, 0x12),
  folderSync: keyOf(7, 0x16),
  provision: keyOf(14, 0x05),
  policies: keyOf(14, 0x06),
  policy: keyOf(14, 0x07),
  policyType: keyOf(14, 0x08),
  policyKey: keyOf(14, 0x09),
  policyData: keyOf(14, 0x0a),
  provisionStatus: keyOf(14, 0x0b),
} as const;
