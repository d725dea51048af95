#include "model/derived_ids.h"

#include "base/random.h"

namespace parvis::model {

using base::derivedUuid;

Uuid reactionId(const Uuid &target, PersonId person, const QString &emoji)
{
    return derivedUuid({"reaction", target.view(), person.uuid().view(), emoji.toUtf8()});
}

Uuid memberId(GroupId group, PersonId person)
{
    return derivedUuid({"member", group.uuid().view(), person.uuid().view()});
}

Uuid membershipId(const ScopeId &place, PersonId person)
{
    return derivedUuid({"membership", place.toString().toUtf8(), person.uuid().view()});
}

Uuid readMarkId(const QString &place, PersonId person)
{
    return derivedUuid({"read_mark", place.toUtf8(), person.uuid().view()});
}

Uuid bookmarkId(const Uuid &target, PersonId person)
{
    return derivedUuid({"bookmark", target.view(), person.uuid().view()});
}

Uuid placeSettingId(const QString &place, PersonId person)
{
    return derivedUuid({"place_setting", place.toUtf8(), person.uuid().view()});
}

Uuid joinRequestId(const QString &place, PersonId person)
{
    return derivedUuid({"join_request", place.toUtf8(), person.uuid().view()});
}

Uuid lockId(DocumentId document)
{
    return derivedUuid({"lock", document.uuid().view()});
}

Uuid pinId(const Uuid &target, PersonId person)
{
    return derivedUuid({"pin", target.view(), person.uuid().view()});
}

Uuid documentTextId(DocumentId document)
{
    return derivedUuid({"document_text", document.uuid().view()});
}

Uuid publishedId(const Uuid &scheduledPost)
{
    return derivedUuid({"published", scheduledPost.view()});
}

Uuid branchId(OpId op)
{
    return derivedUuid({"branch", op.uuid().view()});
}

ViewId ownView(PersonId person)
{
    return ViewId(derivedUuid({"own_view", person.uuid().view()}));
}

} // namespace parvis::model
