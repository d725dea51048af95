#include "base/uuid.h"

#include <cstring>

namespace parvis::base {

Uuid Uuid::fromBytes(QByteArrayView sixteen)
{
    Uuid uuid;
    if (sixteen.size() == 16)
        std::memcpy(uuid.m_bytes.data(), sixteen.data(), 16);
    return uuid;
}

std::optional<Uuid> Uuid::fromString(QStringView text)
{
    if (text.size() != 36)
        return std::nullopt;
    Uuid uuid;
    int nibble = 0;
    for (int i = 0; i < 36; ++i) {
        const char16_t c = text[i].unicode();
        if (i == 8 || i == 13 || i == 18 || i == 23) {
            if (c != u'-')
                return std::nullopt;
            continue;
        }
        int digit = -1;
        if (c >= u'0' && c <= u'9')
            digit = c - u'0';
        else if (c >= u'a' && c <= u'f')
            digit = c - u'a' + 10;
        else if (c >= u'A' && c <= u'F')
            digit = c - u'A' + 10;
        if (digit < 0)
            return std::nullopt;
        auto &byte = uuid.m_bytes[size_t(nibble / 2)];
        byte = quint8(nibble % 2 == 0 ? digit << 4 : byte | digit);
        ++nibble;
    }
    return uuid;
}

bool Uuid::isNull() const
{
    return *this == Uuid{};
}

QByteArray Uuid::toBytes() const
{
    return view().toByteArray();
}

QString Uuid::toString() const
{
    static const char digits[] = "0123456789abcdef";
    QString text(36, u'-');
    int at = 0;
    for (size_t i = 0; i < 16; ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            ++at;
        text[at++] = QLatin1Char(digits[m_bytes[i] >> 4]);
        text[at++] = QLatin1Char(digits[m_bytes[i] & 15]);
    }
    return text;
}

} // namespace parvis::base
