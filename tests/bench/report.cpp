#include "bench/report.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QSaveFile>
#include <QSysInfo>
#include <QThread>

namespace parvis::bench {

namespace {

QString commitOf(const QString &sourceDir)
{
    const auto git = [&](const QStringList &arguments) {
        QProcess process;
        process.setWorkingDirectory(sourceDir);
        process.start(QStringLiteral("git"), arguments);
        return process.waitForFinished() && process.exitCode() == 0
                   ? QString::fromUtf8(process.readAllStandardOutput()).trimmed()
                   : QString();
    };
    const QString commit = git({QStringLiteral("rev-parse"), QStringLiteral("HEAD")});
    const bool changed = !git({QStringLiteral("status"), QStringLiteral("--porcelain")}).isEmpty();
    return changed ? commit + u'+' : commit;
}

QString valueOf(const char *file, QByteArrayView key)
{
    QFile info(QString::fromLatin1(file));
    if (!info.open(QIODevice::ReadOnly))
        return {};
    const QByteArrayList lines = info.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(key))
            return QString::fromUtf8(line.mid(line.indexOf(':') + 1)).simplified();
    }
    return {};
}

QJsonValue orNull(const std::optional<double> &value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

QString shortNumber(double value)
{
    return QString::number(value, 'g', 4);
}

QString padded(const QString &text, int width)
{
    return text.leftJustified(width) + u' ';
}

} // namespace

QString machineText()
{
    const double gib = valueOf("/proc/meminfo", "MemTotal").section(u' ', 0, 0).toDouble() / 1024 / 1024;
    return QStringLiteral("%1, %2 cores, %3 GiB, %4, kernel %5")
        .arg(valueOf("/proc/cpuinfo", "model name"))
        .arg(QThread::idealThreadCount())
        .arg(gib, 0, 'f', 0)
        .arg(QSysInfo::prettyProductName(), QSysInfo::kernelVersion());
}

Report::Report(const QString &path, const QString &sourceDir) : m_path(path), m_commit(commitOf(sourceDir))
{
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        m_all = QJsonDocument::fromJson(file.readAll()).object();
    m_all[QStringLiteral("machine")] = machineText();
}

void Report::add(const Row &row, const Outcome &outcome)
{
    QJsonObject also;
    for (const auto &[name, value] : outcome.also)
        also[name] = value;
    const QString name = QString::fromLatin1(row.name);
    const QJsonObject entry{{QStringLiteral("row"), name},
                            {QStringLiteral("value"), outcome.value},
                            {QStringLiteral("unit"), outcome.unit},
                            {QStringLiteral("floor"), orNull(outcome.floor)},
                            {QStringLiteral("ratio"), orNull(outcome.ratio)},
                            {QStringLiteral("low"), orNull(outcome.low)},
                            {QStringLiteral("high"), orNull(outcome.high)},
                            {QStringLiteral("pairs"), outcome.pairs},
                            {QStringLiteral("goal"), QString::fromUtf8(row.goal)},
                            {QStringLiteral("also"), also},
                            {QStringLiteral("met"), outcome.met},
                            {QStringLiteral("commit"), m_commit},
                            {QStringLiteral("at"), QDateTime::currentDateTimeUtc().toString(Qt::ISODate)}};
    QJsonArray rows;
    bool replaced = false;
    const QJsonArray before = m_all[QStringLiteral("rows")].toArray();
    for (const QJsonValue &each : before) {
        const bool same = each[QStringLiteral("row")].toString() == name;
        if (!same)
            rows.append(each);
        else if (!std::exchange(replaced, true))
            rows.append(entry);
    }
    if (!replaced)
        rows.append(entry);
    m_all[QStringLiteral("rows")] = rows;
}

bool Report::save() const
{
    QSaveFile file(m_path);
    return file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(m_all).toJson()) > 0 && file.commit();
}

QString Report::headline()
{
    return padded(QStringLiteral("row"), 16) + padded(QStringLiteral("value"), 18) + padded(QStringLiteral("floor"), 9)
           + padded(QStringLiteral("ratio"), 24) + padded(QStringLiteral("goal"), 44) + QStringLiteral("met");
}

QString Report::line(const Row &row, const Outcome &outcome)
{
    QString ratio;
    if (outcome.ratio)
        ratio = shortNumber(*outcome.ratio);
    if (outcome.low && outcome.high && outcome.pairs > 1)
        ratio += QStringLiteral(" (%1 to %2)").arg(shortNumber(*outcome.low), shortNumber(*outcome.high));
    QString text =
        padded(QString::fromLatin1(row.name), 16) + padded(shortNumber(outcome.value) + u' ' + outcome.unit, 18)
        + padded(outcome.floor ? shortNumber(*outcome.floor) : QString(), 9) + padded(ratio, 24)
        + padded(QString::fromUtf8(row.goal), 44) + (outcome.met ? QStringLiteral("yes") : QStringLiteral("NO"));
    if (!outcome.also.isEmpty()) {
        QStringList parts;
        for (const auto &[name, value] : outcome.also)
            parts.append(name + u' ' + shortNumber(value));
        text += QStringLiteral("\n                 ") + parts.join(QStringLiteral(", "));
    }
    return text;
}

} // namespace parvis::bench
