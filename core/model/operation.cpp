#include "model/operation.h"

namespace parvis::model {

QList<FieldChange> creationChanges(const Entity &entity)
{
    QList<FieldChange> changes;
    const Entity empty = emptyEntity(kindOf(entity));
    const quint64 bits = changedFields(empty, entity);
    for (int number = 1; number <= numberOfFields(kindOf(entity)); ++number) {
        if ((bits & (quint64(1) << (number - 1))) && fieldRule(kindOf(entity), number) != Rule::Server)
            changes.append({number, *fieldValue(entity, number)});
    }
    return changes;
}

QString toString(Action action)
{
    switch (action) {
    case Action::Create: return QStringLiteral("create");
    case Action::Change: return QStringLiteral("change");
    case Action::Delete: return QStringLiteral("delete");
    case Action::DeleteThread: return QStringLiteral("delete_thread");
    }
    return QString();
}

} // namespace parvis::model
