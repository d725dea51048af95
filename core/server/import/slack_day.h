#pragma once

#include "server/import/import_report.h"
#include "server/import/order_book.h"
#include "server/import/slack_channels.h"

#include <map>

namespace parvis::server {

// Times met in one channel: nearly always ascending, which then costs 8 bytes each.
class SeenTimes {
public:
    bool add(qint64 us); // false: was there
private:
    std::vector<qint64> m_ascending;
    QSet<qint64> m_others;
};

// Counts of what is left out, by (what, why).
class SlackNotes {
public:
    void add(const char *what, const char *why, qint64 count = 1) { add(QString::fromLatin1(what), why, count); }
    void add(const QString &what, const char *why, qint64 count = 1);
    QList<Note> list() const;

private:
    std::map<std::pair<QString, QString>, qint64> m_counts;
};

// Takes the day files of one channel, oldest first, into its group. Throws BadArchive and store::Failure.
class SlackDayWriter {
public:
    struct Parts {
        WriteView &view;
        SlackPeople &people;
        SlackChannels &channels;
        OrderBook &orders;
        ImportReport &report;
        SlackNotes &notes;
        qint64 nowUs;
    };
    SlackDayWriter(const Parts &parts, int channel);

    // `place` names the file in errors, `folder` in `skipped`.
    void take(QByteArrayView bytes, const QString &place, const QString &folder);
    bool hasWritten() const { return m_written; }

private:
    struct Root {
        Uuid post;
        model::CommentId parent;
        qint64 rootRev = 0;
        bool dead = false;
    };

    void takeMessage(const JsonFields &message, const SlackStamp &stamp, const QString &folder);
    // Nothing: not a reply, or one whose root is not here.
    std::optional<Root> rootOf(const JsonFields &message, const SlackStamp &stamp);
    void writeMessage(const JsonFields &message, const SlackStamp &stamp, const Uuid &id, const SlackBody &body,
                      const std::optional<Root> &root);
    void takeReactions(const JsonFields &message, const SlackStamp &stamp, const Uuid &target);
    qint64 writeRow(StoredRow &row, const model::Entity &entity, const SlackStamp &stamp);
    Uuid messageId(const SlackStamp &stamp) const;
    void skip(const QString &folder, const SlackStamp &stamp, const QString &why);

    Parts m_parts;
    int m_index;
    const SlackChannel m_channel; // a copy: the list of channels may grow
    ScopeId m_scope;
    SlackNames m_names;
    SeenTimes m_seen;
    qint64 m_head = 0;
    bool m_written = false;
};

} // namespace parvis::server
