#include "server/import/import_report.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace parvis::server {

QString slackTime(qint64 us, int fractionDigits)
{
    QString text = QString::number(us / 1'000'000);
    if (fractionDigits > 0)
        text +=
            QLatin1Char('.') + QString::number(us % 1'000'000).rightJustified(6, QLatin1Char('0')).left(fractionDigits);
    return text;
}

quint32 SkippedList::number(QStringList &words, const QString &word)
{
    // The newest word is nearly always the one wanted again.
    qsizetype at = words.lastIndexOf(word);
    if (at < 0) {
        at = words.size();
        words.append(word);
    }
    return quint32(at);
}

void SkippedList::add(const QString &folder, qint64 us, int fractionDigits, const QString &why)
{
    if (m_entries.size() == m_entries.capacity())
        m_entries.reserve(m_entries.size() + m_entries.size() / 2 + 64);
    m_entries.push_back({us, number(m_folders, folder), quint16(number(m_words, why)), quint8(fractionDigits)});
}

Skipped SkippedList::at(qint64 index) const
{
    const Entry &entry = m_entries.at(size_t(index));
    return {m_folders.at(entry.folder) + QLatin1Char('/') + slackTime(entry.us, entry.digits), m_words.at(entry.why)};
}

namespace {

QJsonObject toJson(const Skipped &skipped)
{
    return {{QStringLiteral("what"), skipped.what}, {QStringLiteral("why"), skipped.why}};
}

QJsonObject counts(const ImportReport &report)
{
    QJsonArray notes;
    for (const Note &note : report.notes)
        notes.append(QJsonObject{{QStringLiteral("what"), note.what},
                                 {QStringLiteral("why"), note.why},
                                 {QStringLiteral("count"), note.count}});
    return {{QStringLiteral("people"), report.people},       {QStringLiteral("groups"), report.groups},
            {QStringLiteral("posts"), report.posts},         {QStringLiteral("comments"), report.comments},
            {QStringLiteral("reactions"), report.reactions}, {QStringLiteral("files"), report.files},
            {QStringLiteral("already"), report.already},     {QStringLiteral("notes"), notes}};
}

} // namespace

QJsonObject ImportReport::toJson() const
{
    QJsonArray list;
    for (qint64 i = 0; i < skipped.size(); ++i)
        list.append(server::toJson(skipped.at(i)));
    QJsonObject all = counts(*this);
    all.insert(QStringLiteral("skipped"), list);
    return all;
}

void ImportReport::writeJson(QIODevice &out) const
{
    QByteArray head = QJsonDocument(counts(*this)).toJson(QJsonDocument::Compact);
    head.chop(1);
    out.write(head + ",\"skipped\":[");
    for (qint64 i = 0; i < skipped.size(); ++i)
        out.write((i ? "," : "") + QJsonDocument(server::toJson(skipped.at(i))).toJson(QJsonDocument::Compact));
    out.write("]}");
}

} // namespace parvis::server
