#pragma once

#include "server/auth_store.h"

#include <QIODevice>
#include <QJsonObject>

#include <map>
#include <vector>

namespace parvis::server {

// What was not taken: `what` is "folder/ts", `why` a short fixed word.
struct Skipped {
    QString what;
    QString why;
    bool operator==(const Skipped &) const = default;
};

// One entry for each message not taken. There can be a million, so each is kept in 16 bytes.
class SkippedList {
public:
    // `ts`: microseconds since 1970 and how many digits of a fraction the archive wrote.
    void add(const QString &folder, qint64 us, int fractionDigits, const QString &why);
    qint64 size() const { return qint64(m_entries.size()); }
    Skipped at(qint64 index) const;

private:
    struct Entry {
        qint64 us;
        quint32 folder;
        quint16 why;
        quint8 digits;
    };
    static quint32 number(QStringList &words, const QString &word);

    QStringList m_folders;
    QStringList m_words;
    std::vector<Entry> m_entries;
};

// What was left out besides whole messages, in the order of (what, why).
struct Note {
    QString what;
    QString why;
    qint64 count = 0;
    bool operator==(const Note &) const = default;
};

// Counts are what this run added. posts + comments + already + skipped.size() is the number of messages in the archive.
struct ImportReport {
    qint64 people = 0;
    qint64 groups = 0;
    qint64 posts = 0;
    qint64 comments = 0;
    qint64 reactions = 0;
    qint64 files = 0;
    qint64 already = 0;
    SkippedList skipped;
    QList<Note> notes;
    QList<Account> accounts; // to be put into the AuthStore after the commit; never printed

    QJsonObject toJson() const;
    // The same as one compact JSON document, written piece by piece: `skipped` may be longer than memory likes.
    void writeJson(QIODevice &out) const;
};

// Microseconds with the digits that the archive wrote: "1459032936.000002".
QString slackTime(qint64 us, int fractionDigits);

} // namespace parvis::server
