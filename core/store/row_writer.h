#pragma once

#include "protocol/rows.h"
#include "store/change_set.h"
#include "store/notice_writer.h"
#include "store/row_binding.h"
#include "store/scope_table.h"
#include "store/tag_uses.h"
#include "store/text_index.h"

#include <array>

namespace parvis::store {

// Puts single rows into the kinds' tables and the full text, and takes them out; the transaction is the caller's.
// Statements are prepared once, when their kind is first met. Throws Failure.
class RowWriter {
public:
    RowWriter(Database &db, TextIndex &text, NoticeWriter &notices);

    struct Target {
        model::ScopeId scope;
        ScopeKey key;
        ChangeSet &changes;
    };

    // Upserts if the row's rev is above the one held; what cannot be read is kept as unknown.
    void put(const Target &target, const protocol::WireRow &row);
    // Removes if the tombstone's rev is above the one held.
    void bury(const Target &target, const protocol::WireRow &row);
    void remove(const Target &target, model::Kind kind, const model::Uuid &id);

    qint64 heldRev(qint64 scopeKey, const model::Uuid &id); // 0: not held
    // Ids and revs of all kinds with id in (after, through], unknown ones as no kind.
    struct HeldId {
        std::optional<model::Kind> kind;
        model::Uuid id;
        qint64 rev;
    };
    QList<HeldId> heldIn(qint64 scopeKey, const model::Uuid &after, const model::Uuid &through);
    QList<HeldId> unverified(qint64 scopeKey);
    void unverify(qint64 scopeKey);
    void removeUnknown(qint64 scopeKey, const model::Uuid &id);
    void purge(const ScopeKey &scope); // rows and full text of a scope
    void wipe();
    void reload(); // after a transaction was rolled back
    bool hasUnknown() const { return m_unknown > 0; }
    void adoptUnknown(); // tries again what an older build could not read
    void indexFiles(const QList<ScopeKey> &scopes); // of a cache from before their names were
    TagUses &tagUses() { return m_tags; }

private:
    struct Statements {
        Statement insert;
        Statement update;
        Statement held;
        Statement row;
        Statement remove;
    };

    Statements &of(model::Kind kind);
    template<class S>
    bool bind(Statement &statement, const Target &target, const protocol::WireRow &row, RowGist &gist);
    template<class S>
    bool putKind(const Target &target, const protocol::WireRow &row);
    template<class S>
    bool replace(const Target &target, const protocol::WireRow &row, const RowGist &gist);
    template<class S>
    void notice(const Target &target, const protocol::WireRow &row, const RowGist &gist, bool isNew);
    template<class S>
    void removeKind(const Target &target, const model::Uuid &id);
    template<class S>
    void unindexScope(const ScopeKey &scope);
    void addFile(const ScopeKey &scope, qint64 order, const FileWords &words);
    void removeFile(const ScopeKey &scope, qint64 order, const FileWords &words);
    bool isNewer(const Target &target, const protocol::WireRow &row);
    void keepUnknown(const Target &target, const protocol::WireRow &row);
    void tell(const Target &target, model::Kind kind, const model::Uuid &id, QByteArrayView thread, bool deleted);

    Database &m_db;
    TextIndex &m_text;
    NoticeWriter &m_notices;
    TagUses m_tags;
    std::array<std::unique_ptr<Statements>, model::allKinds.size() + 1> m_kinds;
    QByteArray m_recoded; // a payload brought into this build's layout; bindings point into it
    qint64 m_unknown = 0; // rows that this build cannot read, or at least one if unsure
};

} // namespace parvis::store
