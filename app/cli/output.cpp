#include "app/cli/output.h"

#include "base/clock.h"

#include <QJsonDocument>

#include <cstdio>

namespace parvis::cli {

void printRaw(const QByteArray &document)
{
    std::fwrite(document.constData(), 1, size_t(document.size()), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

void printLine(const QJsonObject &object)
{
    printRaw(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

void tellPerson(const QString &message)
{
    std::fprintf(stderr, "parvis-cli: %s\n", message.toUtf8().constData());
}

int failWith(const base::Error &error)
{
    printLine({{QStringLiteral("error"), QJsonObject{{QStringLiteral("kind"), base::toString(error.kind)},
                                                     {QStringLiteral("where"), error.where},
                                                     {QStringLiteral("detail"), error.detail}}}});
    tellPerson(error.detail);
    return error.kind == base::ErrorKind::Usage ? 2 : 1;
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue timeOrNull(base::Time time)
{
    return time.isNull() ? QJsonValue() : QJsonValue(time.toRfc3339());
}

QJsonValue completeUpTo(qint64 microseconds)
{
    if (microseconds < 0)
        return {};
    return microseconds == 0 ? QStringLiteral("1970-01-01T00:00:00.000Z") : base::Time{microseconds}.toRfc3339();
}

} // namespace parvis::cli
