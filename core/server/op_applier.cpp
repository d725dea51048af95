#include "server/op_applier.h"

#include "model/derived_ids.h"
#include "protocol/limits.h"
#include "server/op_effects.h"

namespace parvis::server {

using namespace model;
using protocol::Op;
using protocol::OpNo;
using protocol::OpOk;
using protocol::Touched;

namespace {

OpNo refusal(ReadView &view, const LaneId &lane, qint64 number, OpId id, const QString &why, PersonId person)
{
    OpNo no{lane, number, id, why, false, {}, 0};
    if (const auto own = view.scope(ScopeId::person(person))) {
        no.personEpoch = own->epoch;
        no.personRev = own->head;
    }
    return no;
}

OpNo temporary(const Op &request, const char *why)
{
    return OpNo{request.lane, request.number, request.id, QString::fromLatin1(why), true, {}, 0};
}

// A change based on an operation that made a branch is meant for the branch (rule 29).
void followBranch(ReadView &view, Operation &op)
{
    if (op.baseOp.isNull() || op.kind != Kind::Draft)
        return;
    const auto base = view.answer(op.baseOp);
    if (base && base->ok && !base->touched.isEmpty() && base->touched.first().entity == branchId(op.baseOp))
        op.entity = branchId(op.baseOp);
}

QString refusedDependency(ReadView &view, const Operation &op)
{
    for (const OpId &id : op.dependsOn) {
        const auto answer = view.answer(id);
        if (answer && (!answer->ok || answer->isVoid))
            return QStringLiteral("depends_on");
    }
    return {};
}

Effect effectOf(WriteView &view, PersonId person, const Op &request, base::Clock &clock, base::Random &random)
{
    auto decoded = protocol::decodeOperation(request.operation);
    if (!decoded)
        return {decoded.error().kind == base::ErrorKind::Refused ? decoded.error().detail
                                                                  : QStringLiteral("malformed"),
                {}};
    Operation op = *decoded;
    if (op.id != request.id)
        return {QStringLiteral("malformed"), {}};
    if (const QString why = refusedDependency(view, op); !why.isEmpty())
        return {why, {}};
    followBranch(view, op);
    const OpContext context = readContext(view, op, person);
    if (const QString why = judge(context.actor, context.place, op, context.current, context.parent); !why.isEmpty())
        return {why, {}};
    return carryOut(view, op, context, clock, random);
}

QList<Touched> stamped(ReadView &view, const QList<QPair<ScopeId, Uuid>> &places)
{
    QList<Touched> touched;
    for (const auto &[scope, entity] : places) {
        const auto info = view.scope(scope);
        const auto row = view.row(scope, entity);
        if (info && row)
            touched.append({scope, info->epoch, row->rev, entity});
    }
    return touched;
}

} // namespace

protocol::Message restamped(ReadView &view, const StoredAnswer &answer, PersonId person)
{
    if (!answer.ok)
        return refusal(view, answer.lane, answer.number, answer.id, answer.why, person);
    QList<QPair<ScopeId, Uuid>> places;
    for (const Touched &touched : answer.touched)
        places.append({touched.scope, touched.entity});
    return OpOk{answer.lane, answer.number, answer.id, stamped(view, places), answer.isVoid};
}

protocol::Message applyOperation(WriteView &view, PersonId person, const Op &request, base::Clock &clock,
                                 base::Random &random)
{
    const qint64 last = view.laneLast(request.lane);
    if (const auto known = view.answer(request.id)) {
        if (request.number == last + 1)
            view.setLaneLast(request.lane, request.number);
        StoredAnswer asAsked = *known;
        asAsked.lane = request.lane;
        asAsked.number = request.number;
        return restamped(view, asAsked, person);
    }
    if (request.number <= last) {
        const bool otherHoldsIt = view.answerAt(request.lane, request.number).has_value();
        const QString why = otherHoldsIt ? QStringLiteral("number_reused") : QStringLiteral("outcome_unknown");
        return refusal(view, request.lane, request.number, request.id, why, person);
    }
    if (request.number > last + 1)
        return temporary(request, "gap");
    if (view.answerAt(request.lane, request.number - protocol::maxOperationsAboveDone))
        return temporary(request, "too_many");

    StoredAnswer answer{request.id, request.lane, request.number, true, request.isVoid, {}, {}};
    view.beginOperation();
    if (!request.isVoid) {
        const Effect effect = effectOf(view, person, request, clock, random);
        answer.ok = effect.refused.isEmpty();
        answer.why = effect.refused;
        answer.touched = stamped(view, effect.touched);
    }
    if (answer.ok) {
        view.acceptOperation();
    } else {
        view.refuseOperation();
    }
    view.storeAnswer(answer);
    view.setLaneLast(request.lane, request.number);
    return restamped(view, answer, person);
}

} // namespace parvis::server
