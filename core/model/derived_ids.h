#pragma once

#include "model/scope.h"

namespace parvis::model {

// Ids of things of which there can be one only, so that writing one twice is harmless.
Uuid reactionId(const Uuid &target, PersonId person, const QString &emoji); // emoji fully qualified
Uuid memberId(GroupId group, PersonId person);
Uuid membershipId(const ScopeId &place, PersonId person);
Uuid readMarkId(const QString &place, PersonId person);
Uuid bookmarkId(const Uuid &target, PersonId person);
Uuid placeSettingId(const QString &place, PersonId person);
Uuid joinRequestId(const QString &place, PersonId person);
Uuid lockId(DocumentId document);
Uuid pinId(const Uuid &target, PersonId person);
Uuid documentTextId(DocumentId document);
Uuid publishedId(const Uuid &scheduledPost); // the post that a scheduled one becomes: it can be published once only
Uuid branchId(OpId op); // the second draft that a stale base makes (sync rule 29)
ViewId ownView(PersonId person); // the view that a person has of their own scope: it never changes

} // namespace parvis::model
