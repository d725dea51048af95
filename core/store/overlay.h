#pragma once

#include "model/merge.h"
#include "store/reader.h"

#include <QHash>
#include <QSet>

namespace parvis::store {

// What one entity looks like with the outbox laid over it.
struct Laid {
    std::optional<model::Entity> entity; // nothing: there is no such thing. Of a deleted one: as it was before
    bool deleted = false;
    bool wholeThread = false; // deleted with all that hangs on it
    bool created = false;     // by the outbox: the cache does not have it
    ItemState state = ItemState::Acked;
    qint64 order = 0; // of a created one
    model::OpId op;   // the last operation laid
    QString why;
};

// The outbox as views see it: operations by the entity that they change, without void ones and those of lost scopes.
// A rejected creation is laid (state Rejected), a rejected change is not. Plain value, made anew when the outbox moves.
class Overlay {
public:
    Overlay() = default;
    Overlay(const QList<OutboxEntry> &entries, const QSet<model::ScopeId> &purged, model::PersonId me);

    struct Target {
        model::Kind kind;
        model::ScopeId scope;
        model::Uuid id;
    };

    bool touches(const model::Uuid &id) const { return m_byEntity.contains(id); }
    // `base`: the row as held, nothing if it is not.
    Laid lay(model::Kind kind, const model::ScopeId &scope, const model::Uuid &id,
             const std::optional<model::Entity> &base) const;

    // Entities that some operation creates, in order of writing; rejected ones too. Some may be in the cache already.
    QList<Target> created(model::Kind kind) const { return m_created.value(kind); }
    // Entities that an operation changes which was not refused; created ones may be among them.
    QList<Target> changed(model::Kind kind) const { return m_changed.value(kind); }
    // Entities that an operation deletes which was not refused.
    QList<Target> deleted(model::Kind kind) const { return m_deleted.value(kind); }
    // Ids of created comments by their post, and of created reactions by their target.
    QList<Target> commentsOf(const model::Uuid &post) const { return m_comments.value(post); }
    QList<Target> reactionsOn(const model::Uuid &target) const { return m_reactions.value(target); }
    // Posts of which all that hangs on them goes too.
    bool deletesThread(const model::Uuid &post) const { return m_deletedThreads.contains(post); }

private:
    void note(const OutboxEntry &entry);

    QHash<model::Uuid, QList<OutboxEntry>> m_byEntity;
    QHash<model::Kind, QList<Target>> m_created;
    QHash<model::Kind, QList<Target>> m_changed;
    QHash<model::Kind, QList<Target>> m_deleted;
    QHash<model::Uuid, QList<Target>> m_comments;
    QHash<model::Uuid, QList<Target>> m_reactions;
    QSet<model::Uuid> m_deletedThreads;
    model::PersonId m_me;
};

} // namespace parvis::store
