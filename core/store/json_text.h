#pragma once

#include "model/enums.h"
#include "model/field.h"

#include <QByteArray>
#include <QPair>

namespace parvis::store {

// JSON whose bytes depend on the values alone: no spaces, keys in order, only what must be escaped is escaped.
QByteArray jsonText(QStringView text);
QByteArray jsonObject(QList<QPair<QByteArray, QByteArray>> members); // names as they are, values as JSON

inline QByteArray jsonValue(bool value) { return value ? "true" : "false"; }
inline QByteArray jsonValue(qint64 value) { return QByteArray::number(value); }
inline QByteArray jsonValue(const QString &value) { return jsonText(value); }
QByteArray jsonValue(base::Time value);        // RFC 3339, null if there is none
QByteArray jsonValue(const model::Uuid &value); // null if there is none
QByteArray jsonValue(const model::Version &value);
QByteArray jsonValue(model::History value);

template<class Tag>
QByteArray jsonValue(const base::Id<Tag> &value)
{
    return jsonValue(value.uuid());
}

// A number of a newer build stays a number: its word would be another's.
template<class E>
    requires std::is_enum_v<E>
QByteArray jsonValue(E value)
{
    const bool known = value == E{} || model::toString(value) != model::toString(E{});
    return known ? jsonText(model::toString(value)) : jsonValue(qint64(value));
}

template<class T>
QByteArray jsonValue(const QList<T> &list)
{
    QByteArray out = "[";
    for (qsizetype i = 0; i < list.size(); ++i)
        out += (i > 0 ? "," : "") + jsonValue(list[i]);
    return out + "]";
}

} // namespace parvis::store
