import { told, type Rule } from '../rule.ts';
import { childDespiteFailure, childDespiteFailurePage } from './child-despite-failure.ts';
import { classInCollection, classInCollectionPage } from './class-in-collection.ts';
import { contentInEmptyTag, contentInEmptyTagPage } from './content-in-empty-tag.ts';
import { elementInValue, elementInValuePage } from './element-in-value.ts';
import { emptyCollections, emptyCollectionsPage } from './empty-collections.ts';
import { emptyCommands, emptyCommandsPage } from './empty-commands.ts';
import { emptyContainer, emptyContainerPage } from './empty-container.ts';
import { emptyResponses, emptyResponsesPage } from './empty-responses.ts';
import { emptyValue, emptyValuePage } from './empty-value.ts';
import { exclusiveChildren, exclusiveChildrenPage } from './exclusive-children.ts';
import { incompleteCollection, incompleteCollectionPage } from './incomplete-collection.ts';
import { legacyTag, legacyTagPage } from './legacy-tag.ts';
import { missingChild, missingChildPage } from './missing-child.ts';
import { missingInVersion, missingInVersionPage } from './missing-in-version.ts';
import { mixedClasses, mixedClassesPage } from './mixed-classes.ts';
import { notInVersion, notInVersionPage } from './not-in-version.ts';
import { opaqueValue, opaqueValuePage } from './opaque-value.ts';
import { repeatedChild, repeatedChildPage } from './repeated-child.ts';
import { requestOnlyTag, requestOnlyTagPage } from './request-only-tag.ts';
import { responseOnlyTag, responseOnlyTagPage } from './response-only-tag.ts';
import { synckeyUnderSync, synckeyUnderSyncPage } from './synckey-under-sync.ts';
import { textInContainer, textInContainerPage } from './text-in-container.ts';
import { unexpectedChild, unexpectedChildPage } from './unexpected-child.ts';
import { unreadableDate, unreadableDatePage } from './unreadable-date.ts';
import { wrongLength, wrongLengthPage } from './wrong-length.ts';
import { wrongOrder, wrongOrderPage } from './wrong-order.ts';
import { wrongRoot, wrongRootPage } from './wrong-root.ts';
import { wrongTimeZone, wrongTimeZonePage } from './wrong-time-zone.ts';
import { wrongType, wrongTypePage } from './wrong-type.ts';
import { wrongValue, wrongValuePage } from './wrong-value.ts';

/** The rules about what a walk sees, with their pages. A function, so that who does not ask for it does not carry it. */
export function faultRulePages(): Rule[] {
  return [
    told(childDespiteFailure, childDespiteFailurePage),
    told(classInCollection, classInCollectionPage),
    told(contentInEmptyTag, contentInEmptyTagPage),
    told(elementInValue, elementInValuePage),
    told(emptyCollections, emptyCollectionsPage),
    told(emptyCommands, emptyCommandsPage),
    told(emptyContainer, emptyContainerPage),
    told(emptyResponses, emptyResponsesPage),
    told(emptyValue, emptyValuePage),
    told(exclusiveChildren, exclusiveChildrenPage),
    told(incompleteCollection, incompleteCollectionPage),
    told(legacyTag, legacyTagPage),
    told(missingChild, missingChildPage),
    told(missingInVersion, missingInVersionPage),
    told(mixedClasses, mixedClassesPage),
    told(notInVersion, notInVersionPage),
    told(opaqueValue, opaqueValuePage),
    told(repeatedChild, repeatedChildPage),
    told(requestOnlyTag, requestOnlyTagPage),
    told(responseOnlyTag, responseOnlyTagPage),
    told(synckeyUnderSync, synckeyUnderSyncPage),
    told(textInContainer, textInContainerPage),
    told(unexpectedChild, unexpectedChildPage),
    told(unreadableDate, unreadableDatePage),
    told(wrongLength, wrongLengthPage),
    told(wrongOrder, wrongOrderPage),
    told(wrongRoot, wrongRootPage),
    told(wrongTimeZone, wrongTimeZonePage),
    told(wrongType, wrongTypePage),
    told(wrongValue, wrongValuePage),
  ];
}
