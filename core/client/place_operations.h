#pragma once

#include "client/operations.h"

namespace parvis::client {

// As in operations.h: how one wants to hear of a place, the group's own row, requests to be added, and scheduled posts.

// `position`: given when the place is moved among the pinned ones.
model::Operation makePlaceSetting(const Maker &maker, const ScopeId &place, const PlaceChange &change,
                                  std::optional<qint64> position);

// Where each of the places that must be written stands, so that `place` is below `below` (nothing: the first); as few as
// there can be. `pinned`: the others, in their order.
struct Pinned {
    ScopeId place;
    qint64 position = 0;
};
QList<Pinned> positionsAfterMove(const QList<Pinned> &pinned, const ScopeId &place,
                                 const std::optional<ScopeId> &below);
inline constexpr qint64 pinStep = qint64(1) << 20;

base::Result<model::Operation> makeGroupChange(const Maker &maker, GroupId group, qint64 baseRev,
                                               const GroupChange &change);

base::Result<model::Operation> makeJoinRequest(const Maker &maker, GroupId group, const QString &note);
model::Operation makeWithdrawal(const Maker &maker, GroupId group);
model::Operation makeRefusal(const Maker &maker, GroupId group, PersonId person);

base::Result<model::Operation> makeScheduled(const Maker &maker, const ScopeId &place, PersonId wall,
                                             const QString &body, const References &references, base::Time at);
base::Result<model::Operation> makeScheduledChange(const Maker &maker, const Target &scheduled,
                                                   const ScheduleChange &change, const References &references);
base::Result<model::Operation> makeScheduledRemoval(const Maker &maker, const Target &scheduled);

} // namespace parvis::client
