#pragma once

#include "base/random.h"
#include "client/client.h"

namespace parvis::client {

// What a person's wish is as one operation: pure functions of what the reader found, with the clock and the dice passed
// in. Nothing here looks at a disk. Errors: Usage (bad input), Refused (an access rule that is known here).

struct Maker {
    PersonId me;
    const base::Clock &clock;
    base::Random &random;
};

// An entity that is there, with what waits laid over it.
struct Target {
    Uuid id;
    store::Reader::Found found;
};

// Whom a body mentions, people and groups, resolved to ids, and its tags.
struct References {
    QList<Uuid> mentions;
    QStringList tags;
};

base::Result<void> checkBody(const QString &body, bool withFiles = false); // not empty unless files go with it, at most protocol::maxBodyBytes of UTF-8

base::Result<model::Operation> makePost(const Maker &maker, const ScopeId &place, PersonId wall, const QString &body,
                                        const References &references, bool withFiles = false);
// `parent`: the post, or the comment of its thread that is answered.
base::Result<model::Operation> makeComment(const Maker &maker, const Target &parent, const QString &body,
                                           const References &references, bool withFiles = false);
base::Result<model::Operation> makeEdit(const Maker &maker, const Target &target, const QString &body, const References &references);
base::Result<model::Operation> makeRemove(const Maker &maker, const Target &target);
base::Result<model::Operation> makePin(const Maker &maker, const Target &post, bool pinned);
base::Result<model::Operation> makeReaction(const Maker &maker, const Target &target, const QString &emoji, bool on);
model::Operation makeReadMark(const Maker &maker, const QString &place,
                              qint64 upTo); // a scope as text, or model/notice.h

base::Result<model::Operation> makeGroup(const Maker &maker, const Client::NewGroup &group);
model::Operation makeArchive(const Maker &maker, GroupId group, qint64 baseRev, bool archived);
model::Operation makeJoin(const Maker &maker, GroupId group);
// `held`: the member row if there is one; then its role changes.
model::Operation makeRole(const Maker &maker, GroupId group, PersonId person, model::Role role, const std::optional<Target> &held);
model::Operation makeMemberRemoval(const Maker &maker, GroupId group, PersonId person, qint64 baseRev);

// `held`: the draft that is written on, if it is there; `seen`: the operation that made the content that its writer saw. An empty
// body deletes it; nothing if there is nothing to do.
std::optional<model::Operation> makeDraft(const Maker &maker, const QString &place, const QString &body,
                                          const std::optional<Target> &held, OpId seen = {});
model::Operation makeBookmark(const Maker &maker, const Uuid &target, const ScopeId &place, bool on);

// The waiting operations that must come first: those that make one of `entities`, the group of the scope, or one's own
// membership of it. Error Refused if one of them was refused itself: what hung on it could never go.
base::Result<QList<OpId>> prerequisites(const QList<store::OutboxEntry> &waiting, PersonId me, const ScopeId &scope,
                                        const QList<Uuid> &entities);

// A post or comment and what it hangs on: its parent comment and the root of its thread.
QList<Uuid> chainOf(const Target &target);

} // namespace parvis::client
