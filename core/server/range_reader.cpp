#include "server/range_reader.h"

#include "model/derived_ids.h"
#include "protocol/limits.h"
#include "server/people.h"

namespace parvis::server {

using namespace model;
using protocol::Drop;
using protocol::Message;
using protocol::NeedIds;
using protocol::Reset;
using protocol::Rows;

namespace {

constexpr int idsPerPage = 20'000;
// Rows of text pack about three to one: this stays below the limit on packed bytes and far below the unpacked one.
constexpr qint64 batchBytes = protocol::maxBatchPackedBytes - 64 * 1024;

Drop dropHint(ReadView &view, qint64 req, const ScopeId &scope, PersonId person)
{
    Drop drop{req, scope, {}, 0};
    if (const auto own = view.scope(ScopeId::person(person))) {
        drop.personEpoch = own->epoch;
        drop.personRev = own->head;
    }
    return drop;
}

// What stands between a request and its rows; nothing if it may be answered. `d` is what the answer may leave out.
template<class R>
std::optional<Message> obstacle(ReadView &view, const R &request, const Access &access, PersonId person)
{
    if (!access.allowed || (!request.view.isNull() && request.view != access.view))
        return dropHint(view, request.req, request.scope, person);
    if (!request.epoch.isNull() && request.epoch != access.info.epoch)
        return Reset{request.req, request.scope, access.info.epoch};
    return std::nullopt;
}

std::vector<protocol::WireRow> wires(const RangeRead &read)
{
    std::vector<protocol::WireRow> rows;
    rows.reserve(read.rows.size());
    for (const StoredRow &row : read.rows)
        rows.push_back(row.wire());
    return rows;
}

Rows frame(qint64 req, const Access &access, qint64 d)
{
    Rows rows;
    rows.req = req;
    rows.scope = access.info.scope;
    rows.epoch = access.info.epoch;
    rows.view = access.view;
    rows.asOf = access.info.head;
    rows.floor = access.info.floor;
    rows.d = d;
    return rows;
}

} // namespace

Access readAccess(ReadView &view, const ScopeId &scope, PersonId person)
{
    Access access;
    const auto info = view.scope(scope);
    const auto actor = readActor(view, person);
    if (!info || info->dead || !actor)
        return access;
    access.info = *info;
    const auto held = seat(view, person, scope);
    if (!held)
        return access;
    access.allowed = mayRead(scope, *actor, true);
    access.view = scope == ScopeId::person(person) ? ownView(person) : ViewId(held->membership.view);
    access.minRootRev = held->minRootRev;
    return access;
}

QList<ScopeId> scopesOf(ReadView &view, PersonId person, bool texts)
{
    QList<ScopeId> scopes;
    const ScopeId own = ScopeId::person(person);
    if (!view.scope(own))
        return scopes;
    scopes.append(own);
    for (const Membership &membership : memberships(view, person)) {
        const auto scope = ScopeId::fromString(membership.place);
        if (scope)
            scopes.append(*scope);
        if (texts && scope && scope->type == ScopeType::Group && view.scope(ScopeId::texts(scope->groupId())))
            scopes.append(ScopeId::texts(scope->groupId()));
    }
    return scopes;
}

Message answerPull(ReadView &view, const protocol::Pull &pull, PersonId person)
{
    const Access access = readAccess(view, pull.scope, person);
    if (auto no = obstacle(view, pull, access, person))
        return *no;
    const qint64 head = access.info.head;
    if (std::max(pull.from, pull.cursor) > head)
        return Reset{pull.req, pull.scope, access.info.epoch};
    const qint64 to = pull.to == 0 ? head : std::min(pull.to, head);
    if (access.info.floor > pull.d)
        return NeedIds{pull.req, pull.scope, access.info.epoch, access.view};
    const auto read = view.ascending(pull.scope, pull.from, to, {access.minRootRev, pull.d}, protocol::maxWindowRows,
                                     batchBytes);
    Rows rows = frame(pull.req, access, pull.d);
    rows.lo = pull.from;
    rows.hi = std::max(pull.from, read.reached);
    rows.timeLo = rows.lo == 0 ? 0 : view.timeOf(pull.scope, rows.lo);
    rows.batch = protocol::packBatch(wires(read));
    return rows;
}

Message answerWindow(ReadView &view, const protocol::Window &window, PersonId person)
{
    const Access access = readAccess(view, window.scope, person);
    if (auto no = obstacle(view, window, access, person))
        return *no;
    const qint64 head = access.info.head;
    if (std::max(window.to, window.cursor) > head)
        return Reset{window.req, window.scope, access.info.epoch};
    // A client with nothing of the scope needs no deletions: it knows them all as of now (rule 9).
    const qint64 d = window.epoch.isNull() ? head : window.d;
    if (access.info.floor > d)
        return NeedIds{window.req, window.scope, access.info.epoch, access.view};
    const qint64 to = window.to == 0 ? head : window.to;
    const int limit = window.limit <= 0 ? protocol::maxWindowRows : int(std::min<qint64>(window.limit, protocol::maxWindowRows));
    const auto read = view.descending(window.scope, window.from, to, {access.minRootRev, d}, limit, batchBytes);
    Rows rows = frame(window.req, access, d);
    rows.lo = std::min(to, read.reached);
    rows.hi = to;
    rows.timeLo = rows.lo == 0 ? 0 : view.timeOf(window.scope, rows.lo);
    rows.batch = protocol::packBatch(wires(read));
    return rows;
}

Message answerSnapIds(ReadView &view, const protocol::SnapIds &request, PersonId person)
{
    const Access access = readAccess(view, request.scope, person);
    if (auto no = obstacle(view, request, access, person))
        return *no;
    protocol::Ids page;
    page.req = request.req;
    page.scope = request.scope;
    page.epoch = access.info.epoch;
    page.view = access.view;
    page.asOf = access.info.head;
    page.after = request.after;
    page.ids = view.liveIds(request.scope, request.after, access.minRootRev, idsPerPage);
    page.last = page.ids.size() < idsPerPage;
    if (page.last)
        page.through.data().fill(0xff);
    else
        page.through = page.ids.last();
    return page;
}

std::optional<Rows> frontOf(ReadView &view, const ScopeId &scope, PersonId person)
{
    const Access access = readAccess(view, scope, person);
    if (!access.allowed || scope.type != ScopeType::Group)
        return std::nullopt;
    Rows rows = frame(0, access, access.info.head);
    rows.lo = rows.hi = access.info.head;
    rows.timeLo = rows.lo == 0 ? 0 : view.timeOf(scope, rows.lo);
    RangeRead front;
    for (const Uuid &id : {scope.id, memberId(scope.groupId(), person)}) {
        if (auto row = view.row(scope, id); row && !row->deleted)
            front.rows.push_back(std::move(*row));
    }
    rows.batch = protocol::packBatch(wires(front));
    return rows;
}

} // namespace parvis::server
