#include "extract/worker.h"

#include "base/log.h"
#include "extract/confinement.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <cstdio>

namespace parvis::extract {

namespace {

constexpr qint64 mostAnswerBytes = 2 << 20;
constexpr int lookEveryMs = 100;

} // namespace

QByteArray answerOf(Outcome outcome, const Extracted &text)
{
    if (outcome == Outcome::Unavailable)
        return QJsonDocument(QJsonObject{{QStringLiteral("missing"), true}}).toJson(QJsonDocument::Compact);
    QJsonArray places;
    for (const Place &place : text.places)
        places.append(QJsonArray{place.at, int(place.type), place.name});
    return QJsonDocument(QJsonObject{{QStringLiteral("text"), text.text}, {QStringLiteral("places"), places}})
        .toJson(QJsonDocument::Compact);
}

Outcome readAnswer(const QByteArray &answer, Extracted &text)
{
    const QJsonObject told = QJsonDocument::fromJson(answer).object();
    if (told[u"missing"].toBool())
        return Outcome::Unavailable;
    const QString said = told[u"text"].toString();
    const QJsonArray places = told[u"places"].toArray();
    TextSink out;
    qsizetype from = 0;
    for (const auto &each : places) {
        const QJsonArray place = each.toArray();
        const qsizetype at = place.at(0).toInteger();
        const int type = place.at(1).toInt();
        if (place.size() != 3 || at < from || at > said.size() || type < 0 || type > int(PlaceType::Slide))
            continue;
        out.add(QStringView(said).mid(from, at - from));
        out.place(PlaceType(type), place.at(2).toString());
        from = at;
    }
    out.add(QStringView(said).mid(from));
    text = out.take();
    return Outcome::Text;
}

int runWorker(int argc, char **argv)
{
    if (argc != 4)
        return 2;
    confine();
    Extracted text;
    const Outcome outcome = extractText(QFile::decodeName(argv[2]), QString::fromUtf8(argv[3]), text);
    const QByteArray answer = answerOf(outcome, text);
    const bool written = std::fwrite(answer.constData(), 1, size_t(answer.size()), stdout) == size_t(answer.size());
    return written && std::fflush(stdout) == 0 ? 0 : 1;
}

Outcome Worker::run(const QString &file, const QString &name, Extracted &text)
{
    text = {};
    QProcess process;
    process.setStandardErrorFile(QProcess::nullDevice());
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(m_program, {QString::fromLatin1(workerCommand), file, name});
    if (!process.waitForStarted()) {
        qCWarning(base::logServer, "text of documents: %s does not start", qUtf8Printable(m_program));
        return Outcome::Unavailable;
    }
    QElapsedTimer spent;
    spent.start();
    QByteArray answer;
    while (process.state() != QProcess::NotRunning && !m_stopped && spent.elapsed() < m_longestMs
           && answer.size() <= mostAnswerBytes) {
        process.waitForReadyRead(lookEveryMs);
        answer += process.readAllStandardOutput();
    }
    const bool ended = process.state() == QProcess::NotRunning;
    if (!ended) {
        process.kill();
        process.waitForFinished();
    }
    answer += process.readAllStandardOutput();
    if (!ended || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return Outcome::Text;
    return readAnswer(answer, text);
}

} // namespace parvis::extract
