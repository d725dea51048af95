#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace parvis::server {

// The objects of a JSON array, parsed one at a time, so that memory follows one object and not the file.
// Throws BadArchive at what is not JSON, not UTF-8, not an array, or not an object in it.
class JsonList {
public:
    JsonList(QByteArrayView bytes, QString place);

    std::optional<QJsonObject> next();
    qsizetype at() const { return m_begin; } // where the object last given begins
    QJsonObject objectAt(qsizetype begin);   // again, for a place that at() told

private:
    void skipBlanks();
    qsizetype endOfValue(qsizetype begin) const;
    QJsonObject parse(qsizetype begin, qsizetype end) const;
    [[noreturn]] void refuse(const char *why, qsizetype at) const;

    QByteArrayView m_bytes;
    QString m_place;
    qsizetype m_pos = 0;
    qsizetype m_begin = 0;
    bool m_first = true;
};

// The fields of one object, with their types checked: a field that is absent or null is the empty value, one of another
// type is refused by throwing BadArchive.
class JsonFields {
public:
    JsonFields(QJsonObject object, QString place) : m_object(std::move(object)), m_place(std::move(place)) { }

    bool has(const char *key) const;
    QString text(const char *key) const;
    QString looseText(const char *key) const; // numbers as digits, other types empty: for what programs write by hand
    bool flag(const char *key) const;
    qint64 seconds(const char *key) const; // a whole number, or digits in a string
    QJsonArray list(const char *key) const;
    JsonFields object(const char *key) const;
    QStringList texts(const char *key) const;
    QList<JsonFields> objects(const char *key) const;
    const QString &place() const { return m_place; }

private:
    QJsonValue value(const char *key) const { return m_object.value(QLatin1String(key)); }
    [[noreturn]] void refuse(const char *key, const char *wanted) const;

    QJsonObject m_object;
    QString m_place;
};

} // namespace parvis::server
