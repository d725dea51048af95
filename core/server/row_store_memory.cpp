#include "model/derived_ids.h"
#include "server/forwarding_view.h"
#include "server/memory_state.h"
#include "server/touched_scopes.h"
#include "store/database.h"

#include <mutex>
#include <set>

namespace parvis::server {

namespace {

[[noreturn]] void misuse(const QString &where, const char *detail)
{
    throw store::Failure{{base::ErrorKind::Storage, where, QString::fromLatin1(detail)}};
}

struct Held {
    std::mutex mutex;
    MemoryState state;
};

struct Snapshot {
    explicit Snapshot(Held &held)
    {
        const std::lock_guard lock(held.mutex);
        state = held.state;
    }
    MemoryState state;
};

class MemoryReadView final : Snapshot, public ForwardingView<ReadView, MemoryState> {
public:
    explicit MemoryReadView(Held &held) : Snapshot(held), ForwardingView(state) { }
    Registers registers() const { return state.registers(); }
};

class MemoryWriteView final : Snapshot, public ForwardingView<WriteView, MemoryState> {
public:
    explicit MemoryWriteView(std::shared_ptr<Held> held) : Snapshot(*held), ForwardingView(state), m_held(std::move(held))
    {
    }

    void beginOperation() override
    {
        m_before = state;
        m_touched.beginOperation();
    }
    void acceptOperation() override { m_before.reset(); }
    void refuseOperation() override
    {
        state = std::move(*m_before);
        m_before.reset();
        m_touched.refuseOperation();
    }

    ScopeInfo createScope(const ScopeId &scope, EpochId epoch) override
    {
        if (state.scopeTable.contains(scope))
            misuse(scope.toString(), "This scope exists already.");
        const ScopeInfo info{scope, epoch, 0, 0, 0, false};
        keep(scope, {info, 0});
        return info;
    }
    void killScope(const ScopeId &scope) override
    {
        auto in = opened(scope);
        in.info.dead = true;
        keep(scope, in);
    }
    void put(const ScopeId &scope, StoredRow &row, qint64 now) override
    {
        auto in = opened(scope);
        in.lastAt = std::max(in.lastAt, now);
        row.rev = ++in.info.head;
        row.at = in.lastAt;
        if (row.deleted) {
            row.payload.clear();
            row.due = 0;
        }
        if (row.kind == qint64(Kind::Member))
            in.info.memberRev = row.rev;
        keep(scope, in);
        state.insertRow(scope, row);
    }
    qint64 nextOrder(qint64 nowUs) override { return state.lastOrder = std::max(state.lastOrder + 1, nowUs * 256); }
    void raiseOrder(qint64 order) override { state.lastOrder = std::max(state.lastOrder, order); }
    bool claimHandle(const QString &handle, const Uuid &owner) override
    {
        if (!state.handles.contains(handle))
            state.handles.insert(handle, owner);
        return *state.handles.find(handle) == owner;
    }
    void releaseHandles(const Uuid &owner) override
    {
        for (const auto &[handle, holder] : state.registers().handles) {
            if (holder == owner)
                state.handles.erase(handle);
        }
    }
    void storeAnswer(const StoredAnswer &answer) override
    {
        if (const auto other = state.numbers.value({answer.lane, answer.number}); other && *other != answer.id)
            misuse(answer.id.toString(), "The number belongs to another operation.");
        if (const auto held = state.answer(answer.id))
            state.numbers.erase({held->lane, held->number});
        state.answers.insert(answer.id, answer);
        state.numbers.insert({answer.lane, answer.number}, answer.id);
    }
    void setLaneLast(LaneId lane, qint64 last) override { state.lanes.insert(lane, last); }
    void trimAnswers(LaneId lane, qint64 upTo) override
    {
        std::vector<std::pair<qint64, OpId>> gone;
        state.numbers.ascend({lane, 0}, [&](const MemoryState::Key<LaneId, qint64> &key, OpId op) {
            if (std::get<0>(key) != lane || std::get<1>(key) > upTo)
                return false;
            gone.push_back({std::get<1>(key), op});
            return true;
        });
        for (const auto &[number, op] : gone) {
            state.numbers.erase({lane, number});
            state.answers.erase(op);
        }
    }
    void setMeta(const QString &key, const QByteArray &value) override { state.metas.insert(key, value); }
    void grantBlob(const Uuid &upload, const BlobGrant &grant) override
    {
        if (const auto held = state.blobGrant(upload))
            state.grantTimes.erase({held->at, upload});
        state.grants.insert(upload, grant);
        state.grantTimes.insert({grant.at, upload}, true);
    }
    void dropBlobGrants(qint64 olderThan) override
    {
        std::vector<std::pair<qint64, Uuid>> gone;
        state.grantTimes.ascend({std::numeric_limits<qint64>::min(), Uuid()},
                                [&](const MemoryState::Key<qint64, Uuid> &key, bool) {
            if (std::get<0>(key) >= olderThan)
                return false;
            gone.push_back({std::get<0>(key), std::get<1>(key)});
            return true;
        });
        for (const auto &[at, upload] : gone) {
            state.grantTimes.erase({at, upload});
            state.grants.erase(upload);
        }
    }

    void renewEpochs(base::Random &random) override
    {
        for (const ScopeInfo &info : state.scopes()) {
            auto in = opened(info.scope);
            in.info.epoch = EpochId(base::randomUuid(random));
            keep(info.scope, in);
        }
    }

    void renumber(const ScopeId &scope, EpochId epoch) override
    {
        auto in = opened(scope);
        std::vector<StoredRow> live;
        std::set<qint64> roots;
        for (const StoredRow &row : state.allRows(scope)) {
            state.eraseRow(scope, row.id);
            if (row.deleted) {
                bury(row.id);
                continue;
            }
            live.push_back(row);
            if (row.rootRev > 0)
                roots.insert(row.rootRev);
        }
        const auto below = [&](qint64 root) { return std::distance(roots.begin(), roots.lower_bound(root)); };
        std::sort(live.begin(), live.end(), [](const StoredRow &a, const StoredRow &b) { return a.order < b.order; });
        in.info.head = 0;
        in.lastAt = 0;
        for (StoredRow &row : live) {
            row.rev = ++in.info.head;
            row.at = in.lastAt = (row.order + 255) / 256;
            if (row.rootRev > 0)
                row.rootRev = below(row.rootRev) + 1;
            state.insertRow(scope, row);
            if (row.kind == qint64(Kind::Member))
                followRenumbering(scope, row, below);
        }
        in.info.epoch = epoch;
        in.info.floor = 0;
        in.info.memberRev = in.info.head;
        keep(scope, in);
    }

    qint64 purgeTombstones(const ScopeId &scope, qint64 olderThan) override
    {
        auto in = opened(scope);
        qint64 purged = 0;
        for (const StoredRow &row : state.allRows(scope)) {
            if (!row.deleted || row.at >= olderThan)
                continue;
            state.eraseRow(scope, row.id);
            bury(row.id);
            in.info.floor = std::max(in.info.floor, row.rev);
            ++purged;
        }
        keep(scope, in);
        return purged;
    }

    void commit() override
    {
        if (m_before)
            misuse(QStringLiteral("commit"), "An operation is still open. Accept or refuse it before the commit.");
        const std::lock_guard lock(m_held->mutex);
        m_held->state = state;
    }
    std::vector<ScopeId> touchedScopes() const override { return m_touched.list(); }

private:
    MemoryState::Scope opened(const ScopeId &scope)
    {
        const auto found = state.scopeTable.value(scope);
        if (!found)
            misuse(scope.toString(), "There is no such scope. Create it before writing to it.");
        return *found;
    }
    void keep(const ScopeId &scope, const MemoryState::Scope &changed)
    {
        state.scopeTable.insert(scope, changed);
        m_touched.add(scope);
    }
    void bury(const Uuid &id)
    {
        const bool derived = (quint8(id.view()[6]) >> 4) == 8;
        if (!derived)
            state.graves.insert(id, true);
    }
    template<class F>
    void followRenumbering(const ScopeId &scope, const StoredRow &row, const F &below)
    {
        const auto member = protocol::decodeEntity(Kind::Member, row.payload);
        if (!member)
            return;
        const ScopeId own = ScopeId::person(std::get<model::Member>(member->entity).person);
        auto held = state.row(own, membershipId(scope, PersonId(own.id)));
        if (!held || held->rootRev == 0)
            return;
        held->rootRev = below(held->rootRev) + 1;
        state.insertRow(own, *held);
    }

    std::shared_ptr<Held> m_held;
    std::optional<MemoryState> m_before;
    TouchedScopes m_touched;
};

class MemoryRowStore final : public RowStore {
public:
    std::unique_ptr<ReadView> read() override { return std::make_unique<MemoryReadView>(*m_held); }
    std::unique_ptr<WriteView> write() override { return std::make_unique<MemoryWriteView>(m_held); }
    CheckReport check() override
    {
        MemoryReadView view(*m_held);
        CheckReport report;
        checkView(view, view.registers(), report);
        return report;
    }

private:
    std::shared_ptr<Held> m_held = std::make_shared<Held>();
};

} // namespace

std::unique_ptr<RowStore> makeMemoryRowStore()
{
    return std::make_unique<MemoryRowStore>();
}

} // namespace parvis::server
