#pragma once

#include "store/cache.h"
#include "store/row_writer.h"

namespace parvis::store {

struct Cache::Private {
    explicit Private(std::unique_ptr<Database> database)
        : db(std::move(database)), scopes(*db), text(*db), notices(*db), rows(*db, text, notices)
    {
    }

    std::unique_ptr<Database> db;
    ScopeTable scopes;
    TextIndex text;
    NoticeWriter notices;
    RowWriter rows;

    // One transaction; what is remembered of the file is read again if it did not commit.
    template<class F>
    auto write(F &&body) -> base::Result<decltype(body())>
    {
        auto result = guarded([&] {
            Transaction transaction(*db);
            auto value = body();
            text.finish();
            transaction.commit();
            return value;
        });
        if (!result)
            forget();
        return result;
    }

    void forget();
    RowWriter::Target target(const model::ScopeId &scope, ChangeSet &changes);
    void applyRows(const ScopeState &after, std::span<const protocol::WireRow> wire, ChangeSet &changes);
    void removeHeld(const RowWriter::Target &target, const QList<RowWriter::HeldId> &ids);
    void storeState(const ScopeState &after, ChangeSet &changes);
    QList<model::Membership> memberships(model::PersonId person);
    void scrub(); // nothing that was deleted is left in the file or its log
};

} // namespace parvis::store
