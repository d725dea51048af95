#include "store/json_text.h"

#include <algorithm>

namespace parvis::store {

QByteArray jsonText(QStringView text)
{
    static const char digits[] = "0123456789abcdef";
    QByteArray out = "\"";
    const QByteArray utf8 = text.toUtf8();
    out.reserve(utf8.size() + 2);
    for (const char c : utf8) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (quint8(c) < 0x20) {
            out += "\\u00";
            out += digits[quint8(c) >> 4];
            out += digits[quint8(c) & 15];
        } else {
            out += c;
        }
    }
    return out + '"';
}

QByteArray jsonObject(QList<QPair<QByteArray, QByteArray>> members)
{
    std::sort(members.begin(), members.end());
    QByteArray out = "{";
    for (const auto &[name, value] : members) {
        if (out.size() > 1)
            out += ',';
        out += '"' + name + "\":" + value;
    }
    return out + '}';
}

QByteArray jsonValue(base::Time value)
{
    return value.isNull() ? QByteArray("null") : jsonText(value.toRfc3339());
}

QByteArray jsonValue(const model::Uuid &value)
{
    return value.isNull() ? QByteArray("null") : jsonText(value.toString());
}

QByteArray jsonValue(const model::Version &value)
{
    return jsonObject({{"body", jsonValue(value.body)}, {"until", jsonValue(value.until)}});
}

QByteArray jsonValue(model::History value)
{
    switch (value) {
    case model::History::All: return "\"all\"";
    case model::History::FromJoin: return "\"from_join\"";
    }
    return jsonValue(qint64(value));
}

} // namespace parvis::store
