#pragma once

#include "model/entities.h"

namespace parvis::model {

enum class Action : quint8 {
    Create = 1,
    Change = 2,
    Delete = 3,      // a post or comment that is answered to is blanked instead
    DeleteThread = 4 // a post with all that hangs on it
};

struct FieldChange {
    int number = 0;
    FieldValue value;

    bool operator==(const FieldChange &) const = default;
};

// One write, made on a client, applied by the server exactly once. Never changes once it has been sent (sync rule 20).
struct Operation {
    OpId id;
    Action action = Action::Create;
    Kind kind = Kind::Post;
    ScopeId scope;
    Uuid entity;
    QList<FieldChange> changes; // sorted by number
    qint64 baseRev = 0;         // rev of the row that the author saw; 0 if none
    OpId baseOp;                // the operation that made the content seen, for content that can conflict (rule 29)
    QList<OpId> dependsOn;
    Time at; // the author's clock

    bool operator==(const Operation &) const = default;
};

template<class S, class T>
void addChange(Operation &op, T S::*member, const T &value)
{
    forEachField<S>([&](const auto &f) {
        if constexpr (std::is_same_v<decltype(f.member), T S::*>) {
            if (f.member == member)
                op.changes.append({f.number, toValue(value)});
        }
    });
}

// All fields that a creator sets, as changes: those that differ from the empty entity and are not the server's.
QList<FieldChange> creationChanges(const Entity &entity);

QString toString(Action action);

} // namespace parvis::model
