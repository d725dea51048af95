#include "server/import/json_list.h"

#include "server/import/bad_archive.h"

#include <QJsonDocument>

#include <cmath>

namespace parvis::server {

JsonList::JsonList(QByteArrayView bytes, QString place) : m_bytes(bytes), m_place(std::move(place))
{
    if (m_bytes.startsWith("\xEF\xBB\xBF"))
        m_pos = 3;
    skipBlanks();
    if (m_pos == m_bytes.size())
        refuse("is empty", m_pos);
    if (m_bytes[m_pos] != '[')
        refuse("is not a JSON list", m_pos);
    ++m_pos;
}

void JsonList::refuse(const char *why, qsizetype at) const
{
    refuseArchive(
        m_place, QStringLiteral("This file %1 (byte %2). Export the workspace again.").arg(QLatin1String(why)).arg(at));
}

void JsonList::skipBlanks()
{
    while (m_pos < m_bytes.size()) {
        const char c = m_bytes[m_pos];
        if (c != ' ' && c != '\n' && c != '\r' && c != '\t')
            return;
        ++m_pos;
    }
}

qsizetype JsonList::endOfValue(qsizetype begin) const
{
    int depth = 0;
    bool inString = false;
    for (qsizetype i = begin; i < m_bytes.size(); ++i) {
        const char c = m_bytes[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if ((c == '}' || c == ']') && --depth == 0) {
            return i + 1;
        }
    }
    refuse("ends in the middle of its JSON", m_bytes.size());
}

QJsonObject JsonList::parse(qsizetype begin, qsizetype end) const
{
    const auto piece = m_bytes.sliced(begin, end - begin);
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(QByteArray::fromRawData(piece.data(), piece.size()), &error);
    if (error.error == QJsonParseError::DeepNesting)
        refuse("is nested deeper than Slack writes", begin + error.offset);
    if (error.error == QJsonParseError::IllegalUTF8String)
        refuse("holds text that is not UTF-8", begin + error.offset);
    if (error.error != QJsonParseError::NoError)
        refuse("is broken JSON", begin + error.offset);
    return document.object();
}

std::optional<QJsonObject> JsonList::next()
{
    skipBlanks();
    if (m_pos < m_bytes.size() && m_bytes[m_pos] == ']') {
        ++m_pos;
        skipBlanks();
        if (m_pos != m_bytes.size())
            refuse("goes on after its list", m_pos);
        return std::nullopt;
    }
    if (!m_first) {
        if (m_pos == m_bytes.size())
            refuse("ends in the middle of its JSON", m_pos);
        if (m_bytes[m_pos] != ',')
            refuse("is broken JSON", m_pos);
        ++m_pos;
        skipBlanks();
    }
    m_first = false;
    if (m_pos == m_bytes.size())
        refuse("ends in the middle of its JSON", m_pos);
    if (m_bytes[m_pos] != '{')
        refuse("holds something else than objects in its list", m_pos);
    m_begin = m_pos;
    m_pos = endOfValue(m_begin);
    return parse(m_begin, m_pos);
}

QJsonObject JsonList::objectAt(qsizetype begin)
{
    return parse(begin, endOfValue(begin));
}

void JsonFields::refuse(const char *key, const char *wanted) const
{
    refuseArchive(
        m_place,
        QStringLiteral("\"%1\" is not %2. Export the workspace again.").arg(QLatin1String(key), QLatin1String(wanted)));
}

bool JsonFields::has(const char *key) const
{
    const QJsonValue found = value(key);
    return !found.isUndefined() && !found.isNull();
}

QString JsonFields::text(const char *key) const
{
    const QJsonValue found = value(key);
    if (!has(key))
        return {};
    if (!found.isString())
        refuse(key, "a text");
    return found.toString();
}

QString JsonFields::looseText(const char *key) const
{
    return value(key).toVariant().toString();
}

bool JsonFields::flag(const char *key) const
{
    const QJsonValue found = value(key);
    if (has(key) && !found.isBool())
        refuse(key, "true or false");
    return found.toBool();
}

qint64 JsonFields::seconds(const char *key) const
{
    const QJsonValue found = value(key);
    if (!has(key))
        return 0;
    bool good = true;
    qint64 number = 0;
    if (found.isDouble()) {
        const double given = found.toDouble();
        good = given >= 0 && given < 1e12 && given == std::floor(given);
        number = good ? qint64(given) : 0;
    } else if (found.isString()) {
        number = found.toString().isEmpty() ? 0 : found.toString().toLongLong(&good);
        good = good && number >= 0 && number < 1'000'000'000'000;
    } else {
        good = false;
    }
    if (!good)
        refuse(key, "a time in seconds");
    return number;
}

QJsonArray JsonFields::list(const char *key) const
{
    const QJsonValue found = value(key);
    if (has(key) && !found.isArray())
        refuse(key, "a list");
    return found.toArray();
}

JsonFields JsonFields::object(const char *key) const
{
    const QJsonValue found = value(key);
    if (has(key) && !found.isObject())
        refuse(key, "an object");
    return {found.toObject(), m_place};
}

QStringList JsonFields::texts(const char *key) const
{
    QStringList all;
    const QJsonArray array = list(key);
    for (const QJsonValue &each : array) {
        if (!each.isString())
            refuse(key, "a list of texts");
        all.append(each.toString());
    }
    return all;
}

QList<JsonFields> JsonFields::objects(const char *key) const
{
    QList<JsonFields> all;
    const QJsonArray array = list(key);
    for (const QJsonValue &each : array) {
        if (!each.isObject())
            refuse(key, "a list of objects");
        all.append(JsonFields(each.toObject(), m_place));
    }
    return all;
}

} // namespace parvis::server
