#pragma once

#include "model/ids.h"

#include <QList>
#include <QStringList>

#include <tuple>
#include <variant>

namespace parvis::model {

// An earlier text of a post or comment, and until when it stood.
struct Version {
    QString body;
    Time until;

    bool operator==(const Version &) const = default;
};

// What a field can hold outside its entity: in an operation, and in generic code. Enumerations and times are qint64.
using FieldValue =
    std::variant<std::monostate, bool, qint64, QString, Uuid, QStringList, QList<Uuid>, QList<Version>>;

enum class FieldType : quint8 { Bool, Integer, Time, Text, Id, TextList, IdList, Versions };

// Who may set a field, and how two values meet.
enum class Rule : quint8 {
    Replace, // the last accepted change wins
    Fixed,   // set at creation, never after
    Server,  // made by the server from other changes; a client's value is ignored
    Maximum  // the larger value wins, whatever the order of arrival
};

template<class S, class T>
struct Field {
    int number; // contiguous from 1: also the position in a row's array
    const char *name;
    T S::*member;
    Rule rule;
};

template<class S, class T>
constexpr Field<S, T> field(int number, const char *name, T S::*member, Rule rule = Rule::Replace)
{
    return {number, name, member, rule};
}

// Specialised once for every entity: `static constexpr auto fields` is a tuple of Field.
template<class S>
struct Description;

template<class S, class F>
constexpr void forEachField(F &&visit)
{
    std::apply([&](const auto &...each) { (visit(each), ...); }, Description<S>::fields);
}

template<class S>
inline constexpr int fieldCount = int(std::tuple_size_v<decltype(Description<S>::fields)>);

namespace detail {

template<class T>
struct IsId : std::false_type { };
template<class Tag>
struct IsId<base::Id<Tag>> : std::true_type { };

} // namespace detail

template<class T>
constexpr FieldType fieldTypeOf()
{
    if constexpr (std::is_same_v<T, bool>)
        return FieldType::Bool;
    else if constexpr (std::is_same_v<T, qint64> || std::is_enum_v<T>)
        return FieldType::Integer;
    else if constexpr (std::is_same_v<T, Time>)
        return FieldType::Time;
    else if constexpr (std::is_same_v<T, QString>)
        return FieldType::Text;
    else if constexpr (std::is_same_v<T, Uuid> || detail::IsId<T>::value)
        return FieldType::Id;
    else if constexpr (std::is_same_v<T, QStringList>)
        return FieldType::TextList;
    else if constexpr (std::is_same_v<T, QList<Uuid>>)
        return FieldType::IdList;
    else {
        static_assert(std::is_same_v<T, QList<Version>>, "a field of this type needs a FieldType");
        return FieldType::Versions;
    }
}

template<class T>
FieldValue toValue(const T &value)
{
    if constexpr (std::is_enum_v<T>)
        return qint64(value);
    else if constexpr (std::is_same_v<T, Time>)
        return value.us;
    else if constexpr (detail::IsId<T>::value)
        return value.uuid();
    else
        return value;
}

// False, and nothing changed, if the value is of another type. A monostate means "empty".
template<class T>
bool fromValue(const FieldValue &value, T &out)
{
    if (std::holds_alternative<std::monostate>(value)) {
        out = T{};
        return true;
    }
    if constexpr (std::is_enum_v<T> || std::is_same_v<T, Time>) {
        const auto *number = std::get_if<qint64>(&value);
        if (number)
            out = T{*number};
        return number != nullptr;
    } else if constexpr (detail::IsId<T>::value) {
        const auto *uuid = std::get_if<Uuid>(&value);
        if (uuid)
            out = T(*uuid);
        return uuid != nullptr;
    } else {
        const auto *same = std::get_if<T>(&value);
        if (same)
            out = *same;
        return same != nullptr;
    }
}

} // namespace parvis::model
