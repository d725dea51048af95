#include "server/check.h"

#include "model/derived_ids.h"
#include "server/documents.h"
#include "store/database.h"

#include <QSet>

#include <algorithm>
#include <limits>

namespace parvis::server {

namespace {

constexpr qint64 noLimit = std::numeric_limits<qint64>::max();

class Checker {
public:
    Checker(ReadView &view, CheckReport &report) : m_view(view), m_report(report) { }

    void run(const Registers &registers)
    {
        const auto scopes = m_view.scopes();
        m_report.checked.insert(QStringLiteral("scopes"), qint64(scopes.size()));
        for (const auto &[handle, owner] : registers.handles)
            m_handles.insert(owner, handle);
        for (const ScopeInfo &info : scopes)
            checkScope(info);
        std::sort(m_orders.begin(), m_orders.end());
        for (auto it = m_orders.cbegin(); (it = std::adjacent_find(it, m_orders.cend())) != m_orders.cend(); ++it)
            problem("order", QString::number(*it), QStringLiteral("two rows have this order"));
        for (auto it = m_handles.cbegin(); it != m_handles.cend(); ++it) {
            if (!m_named.contains(it.key()))
                problem("handle", it.value(), QStringLiteral("belongs to nobody and nothing: %1").arg(it.key().toString()));
        }
        checkAnswers(registers);
    }

private:
    void problem(const char *kind, const QString &where, const QString &detail)
    {
        // Past this many the report would only repeat itself.
        constexpr int maxProblems = 1000;
        if (m_report.problems.size() < maxProblems)
            m_report.problems.append({QString::fromLatin1(kind), where, detail});
    }
    static QString placeOf(const ScopeInfo &info, const StoredRow &row)
    {
        const auto kind = model::kindFromNumber(row.kind);
        return info.scope.toString() + QLatin1Char('/') + (kind ? model::toString(*kind) : QString::number(row.kind))
               + QLatin1Char('/') + row.id.toString();
    }

    void checkScope(const ScopeInfo &info)
    {
        const QString where = info.scope.toString();
        if (info.epoch.isNull())
            problem("epoch", where, QStringLiteral("the scope has no epoch"));
        if (info.floor > info.head || info.floor < 0)
            problem("rev", where, QStringLiteral("floor %1 above head %2").arg(info.floor).arg(info.head));
        if (info.memberRev > info.head)
            problem("rev", where, QStringLiteral("member rev %1 above head %2").arg(info.memberRev).arg(info.head));
        qint64 rev = 0;
        qint64 at = 0;
        for (;;) {
            const RangeRead read = m_view.ascending(info.scope, rev, noLimit, {}, 2000, 4 << 20);
            for (const StoredRow &row : read.rows) {
                if (row.rev <= rev || row.rev > info.head)
                    problem("rev", placeOf(info, row), QStringLiteral("rev %1, head %2").arg(row.rev).arg(info.head));
                if (row.at < at)
                    problem("rev", placeOf(info, row), QStringLiteral("is older than the rev before it"));
                rev = row.rev;
                at = std::max(at, row.at);
                checkRow(info, row);
            }
            if (read.reached == noLimit)
                break;
        }
        if (info.scope.type == model::ScopeType::Group && !info.dead && !live(info.scope, info.scope.id, Kind::Group))
            problem("dangling", where, QStringLiteral("the group's own row is missing"));
        if (info.scope.type == model::ScopeType::Texts && !info.dead
            && !live(info.scope.ruling(), info.scope.id, Kind::Group))
            problem("dangling", where, QStringLiteral("texts of a group that is missing"));
        if (info.scope.type == model::ScopeType::Person && !info.dead
            && !live(ScopeId::directory(), info.scope.id, Kind::Person))
            problem("dangling", where, QStringLiteral("the person is not in the directory"));
    }

    void checkRow(const ScopeInfo &info, const StoredRow &row)
    {
        const auto kind = model::kindFromNumber(row.kind);
        m_report.checked[kind ? model::toString(*kind) : QStringLiteral("unknown")] += 1;
        if (row.order <= 0)
            problem("order", placeOf(info, row), QStringLiteral("the row has no order"));
        m_orders.push_back(row.order);
        if (row.deleted) {
            if (!row.payload.isEmpty())
                problem("payload", placeOf(info, row), QStringLiteral("a tombstone with content"));
            return;
        }
        if (!kind)
            return;
        if (row.due != 0 && *kind != Kind::ScheduledPost)
            problem("due", placeOf(info, row), QStringLiteral("waits for a time, and nothing happens at it"));
        const auto decoded = protocol::decodeEntity(*kind, row.payload);
        if (!decoded) {
            problem("payload", placeOf(info, row), decoded.error().detail);
            return;
        }
        std::visit([&](const auto &entity) { checkEntity(info, row, entity); }, decoded->entity);
    }

    template<class S>
    void checkEntity(const ScopeInfo &, const StoredRow &, const S &)
    {
    }
    void checkEntity(const ScopeInfo &info, const StoredRow &row, const model::Post &post)
    {
        shownInTime(info, row, post.createdAt);
    }
    void checkEntity(const ScopeInfo &info, const StoredRow &row, const model::Comment &comment)
    {
        shownInTime(info, row, comment.createdAt);
        const auto post = live(info.scope, comment.post.uuid(), Kind::Post);
        if (!post)
            problem("dangling", placeOf(info, row), QStringLiteral("its post is missing: ") + comment.post.toString());
        else if (row.parent != post->id || row.rootRev != post->rootRev)
            problem("dangling", placeOf(info, row), QStringLiteral("is not kept under its post"));
    }
    void checkEntity(const ScopeInfo &info, const StoredRow &row, const model::Reaction &reaction)
    {
        const auto target = m_view.row(info.scope, reaction.target);
        if (!target || target->deleted)
            problem("dangling", placeOf(info, row), QStringLiteral("its target is missing: ") + reaction.target.toString());
        else if (row.parent != target->id || row.rootRev != target->rootRev)
            problem("dangling", placeOf(info, row), QStringLiteral("is not kept under its target"));
    }
    void checkEntity(const ScopeInfo &info, const StoredRow &row, const model::Person &person)
    {
        named(info, row, person.handle);
        const ScopeId own = ScopeId::person(PersonId(row.id));
        if (!m_view.scope(own))
            problem("dangling", placeOf(info, row), QStringLiteral("the person's scope is missing"));
        if (!live(own, membershipId(ScopeId::company(), PersonId(row.id)), Kind::Membership))
            problem("dangling", placeOf(info, row), QStringLiteral("the person is not in the company"));
        const bool inDirectory =
            live(own, membershipId(ScopeId::directory(), PersonId(row.id)), Kind::Membership).has_value();
        if (inDirectory == (person.role == model::CompanyRole::Guest))
            problem("dangling", placeOf(info, row),
                    inDirectory ? QStringLiteral("a guest holds the directory")
                                : QStringLiteral("the person does not hold the directory"));
    }
    void checkEntity(const ScopeInfo &info, const StoredRow &row, const model::Group &group)
    {
        named(info, row, group.handle);
        if (live(ScopeId::directory(), row.id, Kind::GroupCard).has_value()
            == (group.visibility == model::Visibility::Secret))
            problem("dangling", placeOf(info, row), QStringLiteral("its card and its visibility do not fit"));
    }
    void checkEntity(const ScopeInfo &info, const StoredRow &row, const model::GroupCard &)
    {
        if (!live(ScopeId::group(model::GroupId(row.id)), row.id, Kind::Group))
            problem("dangling", placeOf(info, row), QStringLiteral("the card of a group that is missing"));
    }
    void checkEntity(const ScopeInfo &info, const StoredRow &row, const model::Member &member)
    {
        const auto held = live(ScopeId::person(member.person), membershipId(info.scope, member.person), Kind::Membership);
        const auto decoded = held ? protocol::decodeEntity(Kind::Membership, held->payload)
                                  : base::fail(base::ErrorKind::Storage, {}, {});
        if (!decoded)
            problem("dangling", placeOf(info, row), QStringLiteral("a member without a membership"));
        else if (std::get<model::Membership>(decoded->entity).role != member.role)
            problem("dangling", placeOf(info, row), QStringLiteral("member and membership have different roles"));
    }
    void checkEntity(const ScopeInfo &info, const StoredRow &row, const model::Membership &membership)
    {
        const auto place = ScopeId::fromString(membership.place);
        const auto scope = place ? m_view.scope(*place) : std::nullopt;
        const PersonId person(info.scope.id);
        if (!scope || scope->dead)
            problem("dangling", placeOf(info, row), QStringLiteral("membership of a scope that is gone: ") + membership.place);
        else if (row.id != membershipId(*place, person))
            problem("dangling", placeOf(info, row), QStringLiteral("not the id of this membership"));
        else if (place->type == model::ScopeType::Group && !live(*place, memberId(place->groupId(), person), Kind::Member))
            problem("dangling", placeOf(info, row), QStringLiteral("a membership without a member"));
    }

    void checkEntity(const ScopeInfo &info, const StoredRow &row, const model::DocumentText &text)
    {
        if (row.id != documentTextId(text.document))
            problem("dangling", placeOf(info, row), QStringLiteral("not the id of this document's text"));
        else if (!live(info.scope.ruling(), text.document.uuid(), Kind::Document))
            problem("dangling", placeOf(info, row), QStringLiteral("its document is missing: ") + text.document.toString());
    }
    void checkEntity(const ScopeInfo &info, const StoredRow &row, const model::PlaceSetting &setting)
    {
        if (row.id != placeSettingId(setting.place, PersonId(info.scope.id)))
            problem("dangling", placeOf(info, row), QStringLiteral("not the id of this place's settings"));
    }
    void checkEntity(const ScopeInfo &info, const StoredRow &row, const model::JoinRequest &request)
    {
        const auto place = ScopeId::fromString(request.place);
        if (!place || row.id != joinRequestId(request.place, request.person)) {
            problem("dangling", placeOf(info, row), QStringLiteral("not the id of this request"));
            return;
        }
        // While it waits there are both rows, after that the asker's alone.
        const bool asked = info.scope == *place;
        const auto twin = live(asked ? ScopeId::person(request.person) : *place, row.id, Kind::JoinRequest);
        if (asked && request.state != model::RequestState::Waiting)
            problem("dangling", placeOf(info, row), QStringLiteral("an answered request is still in its group"));
        if (twin.has_value() != (asked || request.state == model::RequestState::Waiting))
            problem("dangling", placeOf(info, row), QStringLiteral("the asker's row and the group's do not fit"));
        if (asked && live(*place, memberId(place->groupId(), request.person), Kind::Member))
            problem("dangling", placeOf(info, row), QStringLiteral("a request of a member"));
    }
    void checkEntity(const ScopeInfo &info, const StoredRow &row, const model::ScheduledPost &scheduled)
    {
        const bool waits = scheduled.state == model::ScheduleState::Waiting;
        if (row.due != (waits ? std::max<qint64>(scheduled.at.us, 1) : 0))
            problem("due", placeOf(info, row), QStringLiteral("is not kept under its time"));
        if (const auto post = m_view.scopeOf(model::publishedId(row.id)))
            problem("due", placeOf(info, row), QStringLiteral("waits, but was published in ") + post->toString());
    }

    template<class S>
    void checkFiled(const ScopeInfo &info, const StoredRow &row, const S &filed, const Uuid &folder)
    {
        if (row.parent != (folder.isNull() ? info.scope.id : folder))
            problem("dangling", placeOf(info, row), QStringLiteral("is not kept under its folder"));
        if (!folder.isNull() && !live(info.scope, folder, Kind::Folder))
            problem("dangling", placeOf(info, row), QStringLiteral("its folder is missing: ") + folder.toString());
        if (!filed.trashed)
            named(info, row, nameClaim(info.scope, folder, filed.name));
    }
    void checkEntity(const ScopeInfo &info, const StoredRow &row, const model::Folder &folder)
    {
        checkFiled(info, row, folder, folder.parent);
    }
    void checkEntity(const ScopeInfo &info, const StoredRow &row, const model::Document &document)
    {
        checkFiled(info, row, document, document.folder);
        QList<Uuid> latest = document.branches;
        if (!document.head.isNull())
            latest.append(document.head);
        for (const Uuid &id : latest) {
            const auto version = live(info.scope, id, Kind::Version);
            if (!version || version->parent != row.id)
                problem("dangling", placeOf(info, row), QStringLiteral("a latest version is missing: ") + id.toString());
        }
    }
    void checkEntity(const ScopeInfo &info, const StoredRow &row, const model::DocumentVersion &version)
    {
        if (row.parent != version.document.uuid() || !live(info.scope, row.parent, Kind::Document))
            problem("dangling", placeOf(info, row), QStringLiteral("its document is missing"));
    }
    void checkEntity(const ScopeInfo &info, const StoredRow &row, const model::Lock &lock)
    {
        if (row.id != model::lockId(lock.document) || !live(info.scope, lock.document.uuid(), Kind::Document))
            problem("dangling", placeOf(info, row), QStringLiteral("locks nothing"));
    }
    void checkEntity(const ScopeInfo &info, const StoredRow &row, const model::Pin &pin)
    {
        if (row.id != model::pinId(pin.target, PersonId(info.scope.id)))
            problem("dangling", placeOf(info, row), QStringLiteral("not the id of this pin"));
    }
    void checkEntity(const ScopeInfo &info, const StoredRow &row, const model::Attachment &attachment)
    {
        const auto target = m_view.row(info.scope, attachment.target);
        if (!target || target->deleted || row.parent != target->id || row.rootRev != target->rootRev)
            problem("dangling", placeOf(info, row), QStringLiteral("goes with nothing that is there"));
    }

    // Sync rule 37: the horizon would promise too much.
    void shownInTime(const ScopeInfo &info, const StoredRow &row, model::Time shown)
    {
        if (shown.us > row.at)
            problem("rev", placeOf(info, row), QStringLiteral("is dated after the server's time of its rev"));
    }
    void named(const ScopeInfo &info, const StoredRow &row, const QString &handle)
    {
        m_named.insert(row.id);
        if (m_handles.value(row.id) != handle)
            problem("handle", placeOf(info, row), QStringLiteral("does not hold its handle \"%1\"").arg(handle));
    }
    std::optional<StoredRow> live(const ScopeId &scope, const Uuid &id, Kind kind)
    {
        auto row = m_view.row(scope, id);
        if (!row || row->deleted || row->kind != qint64(kind))
            return std::nullopt;
        return row;
    }

    void checkAnswers(const Registers &registers)
    {
        m_report.checked.insert(QStringLiteral("answers"), registers.answers.size());
        for (const Registers::Answer &answer : registers.answers) {
            if (answer.number <= 0 || answer.number > registers.lanes.value(answer.lane, 0))
                problem("lane", answer.op.toString(),
                        QStringLiteral("answer %1 is above the last number of its lane").arg(answer.number));
        }
    }

    ReadView &m_view;
    CheckReport &m_report;
    QHash<Uuid, QString> m_handles;
    QSet<Uuid> m_named;
    std::vector<qint64> m_orders;
};

} // namespace

void checkView(ReadView &view, const Registers &registers, CheckReport &report)
{
    Checker(view, report).run(registers);
}

} // namespace parvis::server
