#include "client/change_journal.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace parvis::client {

namespace {

constexpr qint64 maxBytes = 256 * 1024;
constexpr qint64 pulseMs = 5 * 60'000; // an answered ping alone is told this often: each line is a write to the disk

bool sameButForPulse(SyncState state, const SyncState &other)
{
    state.lastContact = other.lastContact;
    state.roundTripMs = other.roundTripMs;
    state.bytesIn = other.bytesIn;
    state.bytesOut = other.bytesOut;
    return state == other;
}

QJsonObject toJson(const SyncState &state)
{
    return {{QStringLiteral("phase"), int(state.phase)},
            {QStringLiteral("problem"), int(state.problem)},
            {QStringLiteral("detail"), state.detail},
            {QStringLiteral("since"), state.since.us},
            {QStringLiteral("contact"), state.lastContact.us},
            {QStringLiteral("front"), state.frontReached},
            {QStringLiteral("complete"), state.complete},
            {QStringLiteral("trip"), state.roundTripMs},
            {QStringLiteral("rows"), state.rowsApplied},
            {QStringLiteral("in"), state.bytesIn},
            {QStringLiteral("out"), state.bytesOut}};
}

SyncState stateFrom(const QJsonObject &object)
{
    SyncState state;
    state.phase = SyncState::Phase(std::clamp(object.value(QLatin1String("phase")).toInt(), 0, int(SyncState::UpToDate)));
    state.problem =
        SyncState::Problem(std::clamp(object.value(QLatin1String("problem")).toInt(), 0, int(SyncState::ServerFault)));
    state.detail = object.value(QLatin1String("detail")).toString();
    state.since = {object.value(QLatin1String("since")).toInteger()};
    state.lastContact = {object.value(QLatin1String("contact")).toInteger()};
    state.frontReached = object.value(QLatin1String("front")).toBool();
    state.complete = object.value(QLatin1String("complete")).toBool();
    state.roundTripMs = object.value(QLatin1String("trip")).toInteger(-1);
    state.rowsApplied = object.value(QLatin1String("rows")).toInteger();
    state.bytesIn = object.value(QLatin1String("in")).toInteger();
    state.bytesOut = object.value(QLatin1String("out")).toInteger();
    return state;
}

QJsonObject toJson(const store::ChangeSet &changes)
{
    QJsonArray named;
    if (!changes.wide) {
        for (const store::Change &each : changes.changes)
            named.append(QJsonArray{int(each.kind), each.id.toString(), each.scope.toString(), each.thread.toString(), each.deleted});
    }
    QJsonArray scopes;
    for (const model::ScopeId &scope : changes.scopes)
        scopes.append(scope.toString());
    return {{QStringLiteral("changes"), named},         {QStringLiteral("scopes"), scopes},
            {QStringLiteral("wide"), changes.wide},     {QStringLiteral("coverage"), changes.coverage},
            {QStringLiteral("outbox"), changes.outbox}, {QStringLiteral("notices"), changes.notices}};
}

store::ChangeSet changesFrom(const QJsonObject &object)
{
    store::ChangeSet changes;
    for (const QJsonValue &value : object.value(QLatin1String("changes")).toArray()) {
        const QJsonArray each = value.toArray();
        const auto kind = model::kindFromNumber(each.at(0).toInteger());
        const auto id = base::Uuid::fromString(each.at(1).toString());
        const auto scope = model::ScopeId::fromString(each.at(2).toString());
        if (kind && id && scope)
            changes.add({*kind, *id, *scope, base::Uuid::fromString(each.at(3).toString()).value_or(base::Uuid()),
                         each.at(4).toBool()});
    }
    for (const QJsonValue &value : object.value(QLatin1String("scopes")).toArray()) {
        if (const auto scope = model::ScopeId::fromString(value.toString()))
            changes.scopes.insert(*scope);
    }
    changes.wide = changes.wide || object.value(QLatin1String("wide")).toBool();
    changes.coverage = object.value(QLatin1String("coverage")).toBool();
    changes.outbox = object.value(QLatin1String("outbox")).toBool();
    changes.notices = object.value(QLatin1String("notices")).toBool();
    return changes;
}

} // namespace

bool JournalWriter::start()
{
    m_state = m_written = {};
    return (m_file.isOpen() || m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered)) && m_file.resize(0)
        && m_file.seek(0);
}

void JournalWriter::tell(const store::ChangeSet &changes)
{
    append(QJsonDocument(toJson(changes)).toJson(QJsonDocument::Compact));
}

void JournalWriter::tell(const SyncState &state)
{
    m_state = state;
    if (sameButForPulse(state, m_written) && state.lastContact < m_written.lastContact.plusMs(pulseMs))
        return;
    m_written = state;
    append(QJsonDocument(toJson(state)).toJson(QJsonDocument::Compact));
}

void JournalWriter::append(const QByteArray &line)
{
    if (!m_file.isOpen())
        return;
    if (m_file.pos() + line.size() > maxBytes && m_file.resize(0) && m_file.seek(0))
        m_file.write(QJsonDocument(toJson(m_state)).toJson(QJsonDocument::Compact) + '\n');
    m_file.write(line + '\n');
}

void JournalReader::startAtEnd(News *last)
{
    m_offset = 0;
    const News news = read();
    if (last)
        *last = news;
}

JournalReader::News JournalReader::read()
{
    News news;
    if (!m_file.isOpen() && !m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return news;
    if (m_file.size() < m_offset) { // begun anew
        m_offset = 0;
        news.changes.wide = true;
    }
    m_file.seek(m_offset);
    const QByteArray bytes = m_file.read(maxBytes * 2);
    const qsizetype whole = bytes.lastIndexOf('\n') + 1;
    for (const QByteArray &line : bytes.first(whole).split('\n')) {
        if (line.isEmpty())
            continue;
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (object.contains(QLatin1String("phase")))
            news.state = stateFrom(object);
        else if (object.contains(QLatin1String("scopes")))
            news.changes.merge(changesFrom(object));
        else
            news.changes.wide = true; // read while it was being begun anew
    }
    m_offset += whole;
    return news;
}

} // namespace parvis::client
