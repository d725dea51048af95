#pragma once

#include "model/notice.h"
#include "store/change_set.h"
#include "store/database.h"
#include "store/scope_table.h"

namespace parvis::store {

// A post or comment as it stands in its table; views are valid during the call.
struct NoticeRow {
    model::Kind kind = model::Kind::Post;
    qint64 order = 0;
    model::Uuid id;
    model::Uuid post; // the thread's root (== id for a post)
    model::Uuid author;
    model::Uuid wall;        // of a post
    model::Uuid parent;      // of a comment
    QByteArrayView mentions; // CBOR array of ids, or empty
    bool blank = false;
};

// Keeps the list of what concerns the person of the cache beside the rows, in their transactions (0002_notices.sql).
// Rows may come in any order: when one's own comes after its answers, these are weighed again. A thread stays one's own
// when what one wrote there is deleted. Throws Failure.
class NoticeWriter {
public:
    explicit NoticeWriter(Database &db);

    void reload();                       // another person, or a transaction was rolled back
    void fill(const ScopeTable &scopes); // what an older build has held; does nothing the second time

    void wrote(qint64 scopeKey, const NoticeRow &row, bool isNew, ChangeSet &changes);
    void moved(qint64 fromOrder, qint64 toOrder);
    void removed(qint64 order, ChangeSet &changes);
    void placesChanged() { m_placesKnown = false; } // a membership came or went

    // A frame of the scope has been written, up to this order.
    void framed(qint64 scopeKey, qint64 topOrder, bool complete);
    void startedAgain(qint64 scopeKey); // under a new epoch (sync rule 38: what an import brings is no news)
    void purge(qint64 scopeKey);

private:
    bool names(QByteArrayView mentions, bool &myGroup);
    void weigh(qint64 scopeKey, const NoticeRow &row, bool isNew, ChangeSet &changes);
    void mine(qint64 scopeKey, const NoticeRow &row, ChangeSet &changes);
    qint64 since(qint64 scopeKey, const model::Uuid &post); // 0: never
    model::Uuid authorOf(Statement &statement, qint64 scopeKey, const model::Uuid &id);
    bool isFresh(qint64 scopeKey, qint64 order) const;
    void fillRows(ChangeSet &changes);

    Database &m_db;
    model::PersonId m_me;
    QSet<model::Uuid> m_groups;
    bool m_placesKnown = false;
    bool m_wroteAnywhere = false;
    QHash<qint64, qint64> m_known; // by scope
    QHash<qint64, qint64> m_tops;  // by scope, since it was last complete
    Statement m_write;
    Statement m_remove;
    Statement m_since;
    Statement m_postAuthor;
    Statement m_commentAuthor;
};

} // namespace parvis::store
