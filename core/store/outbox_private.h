#pragma once

#include "store/database.h"
#include "store/outbox.h"
#include "store/outbox_sql.h"

#include <functional>

namespace parvis::store {

struct Outbox::Private {
    Private(std::unique_ptr<Database> database, base::Random &dice) : db(std::move(database)), random(dice) { }

    std::unique_ptr<Database> db;
    base::Random &random;

    template<class F>
    auto write(F &&body) -> base::Result<decltype(body())>
    {
        return guarded([&] {
            Transaction transaction(*db);
            if constexpr (std::is_void_v<decltype(body())>) {
                body();
                transaction.commit();
            } else {
                auto value = body();
                transaction.commit();
                return value;
            }
        });
    }

    QList<OutboxEntry> all();
    std::optional<OutboxEntry> find(model::OpId id);
    OutboxEntry require(model::OpId id, const char *where); // throws Failure Refused if it is not there
    void add(const model::Operation &op, base::Time heldUntil = {}, const model::Uuid &upload = {});
    void add(const Upload &upload);
    void rewrite(qint64 seq, const model::Operation &op);
    void drop(model::OpId id);
    void reject(const OutboxEntry &entry, const QString &why); // with what depends on it (rule 30)
    void rejectDependants(const model::Operation &gone);
    void replaceReferences(model::OpId was, model::OpId is);
    bool replaceUnsent(const model::Operation &op); // drafts and read marks; true: nothing more to add
    model::LaneId currentLane();
    qint64 lastNumber(model::LaneId lane);
    void newLane();
    OutboxEntry number(OutboxEntry entry, model::LaneId lane, qint64 number);
};

} // namespace parvis::store
