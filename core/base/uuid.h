#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHashFunctions>
#include <QString>

#include <array>
#include <compare>
#include <optional>

namespace parvis::base {

// 128 bits in network order (RFC 9562). The null UUID means "none".
class Uuid {
public:
    constexpr Uuid() = default;
    static Uuid fromBytes(QByteArrayView sixteen); // null unless the view has 16 bytes
    static std::optional<Uuid> fromString(QStringView text); // 8-4-4-4-12 hexadecimal digits

    bool isNull() const;
    QByteArray toBytes() const;
    QByteArrayView view() const { return {reinterpret_cast<const char *>(m_bytes.data()), 16}; }
    QString toString() const;
    std::array<quint8, 16> &data() { return m_bytes; }

    auto operator<=>(const Uuid &) const = default;

private:
    std::array<quint8, 16> m_bytes{};
};

inline size_t qHash(const Uuid &uuid, size_t seed = 0)
{
    return qHashBits(uuid.view().data(), 16, seed);
}

} // namespace parvis::base

template<>
struct std::hash<parvis::base::Uuid> {
    size_t operator()(const parvis::base::Uuid &uuid) const { return parvis::base::qHash(uuid); }
};
