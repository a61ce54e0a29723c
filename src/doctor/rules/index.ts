import type { FaultRule } from '../rule.ts';
import type { FaultKind } from '../walk/fault.ts';
import { childDespiteFailure } from './child-despite-failure.ts';
import { classInCollection } from './class-in-collection.ts';
import { contentInEmptyTag } from './content-in-empty-tag.ts';
import { elementInValue } from './element-in-value.ts';
import { emptyCollections } from './empty-collections.ts';
import { emptyCommands } from './empty-commands.ts';
import { emptyContainer } from './empty-container.ts';
import { emptyResponses } from './empty-responses.ts';
import { emptyValue } from './empty-value.ts';
import { exclusiveChildren } from './exclusive-children.ts';
import { incompleteCollection } from './incomplete-collection.ts';
import { legacyTag } from './legacy-tag.ts';
import { missingChild } from './missing-child.ts';
import { missingInVersion } from './missing-in-version.ts';
import { mixedClasses } from './mixed-classes.ts';
import { notInVersion } from './not-in-version.ts';
import { opaqueValue } from './opaque-value.ts';
import { repeatedChild } from './repeated-child.ts';
import { requestOnlyTag } from './request-only-tag.ts';
import { responseOnlyTag } from './response-only-tag.ts';
import { synckeyUnderSync } from './synckey-under-sync.ts';
import { textInContainer } from './text-in-container.ts';
import { unexpectedChild } from './unexpected-child.ts';
import { unreadableDate } from './unreadable-date.ts';
import { wrongLength } from './wrong-length.ts';
import { wrongOrder } from './wrong-order.ts';
import { wrongRoot } from './wrong-root.ts';
import { wrongTimeZone } from './wrong-time-zone.ts';
import { wrongType } from './wrong-type.ts';
import { wrongValue } from './wrong-value.ts';

/** Every rule about what a walk sees; for one kind of fault the more specific stand before the more general. */
export const faultRules: readonly FaultRule[] = [
  wrongRoot,
  synckeyUnderSync,
  requestOnlyTag,
  responseOnlyTag,
  legacyTag,
  unexpectedChild,
  repeatedChild,
  exclusiveChildren,
  incompleteCollection,
  missingChild,
  childDespiteFailure,
  missingInVersion,
  wrongOrder,
  emptyCollections,
  emptyCommands,
  emptyResponses,
  emptyContainer,
  mixedClasses,
  textInContainer,
  contentInEmptyTag,
  elementInValue,
  unreadableDate,
  wrongType,
  wrongValue,
  wrongLength,
  wrongTimeZone,
  opaqueValue,
  emptyValue,
  classInCollection,
  notInVersion,
];

const rulesOf = new Map<FaultKind, FaultRule[]>();
for (const rule of faultRules) rulesOf.set(rule.sees, [...(rulesOf.get(rule.sees) ?? []), rule]);

/** The rules for one kind of fault, in their order. */
export const faultRulesFor = (kind: FaultKind): readonly FaultRule[] => rulesOf.get(kind) ?? [];
