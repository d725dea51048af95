#pragma once

#include "base/uuid.h"

namespace parvis::base {

// A UUID that says what it names: an Id<PostTag> cannot be passed where an Id<GroupTag> is wanted.
template<class Tag>
class Id {
public:
    constexpr Id() = default;
    explicit constexpr Id(Uuid uuid) : m_uuid(uuid) { }

    const Uuid &uuid() const { return m_uuid; }
    bool isNull() const { return m_uuid.isNull(); }
    QString toString() const { return m_uuid.toString(); }

    auto operator<=>(const Id &) const = default;

private:
    Uuid m_uuid;
};

template<class Tag>
size_t qHash(const Id<Tag> &id, size_t seed = 0)
{
    return qHash(id.uuid(), seed);
}

} // namespace parvis::base
