#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QJsonObject>

namespace parvis::cli {

// What the program says: JSON in UTF-8 on standard output, flushed line by line; words for people on standard error.

void printLine(const QJsonObject &object);
void printRaw(const QByteArray &document); // and a line end
void tellPerson(const QString &message);

// The one line of a failure, and the exit code: 2 for wrong usage, else 1.
int failWith(const base::Error &error);

QJsonValue orNull(const QString &text);         // null where empty
QJsonValue timeOrNull(base::Time time);
QJsonValue completeUpTo(qint64 microseconds);   // -1: null; 0: everything, told as 1970

} // namespace parvis::cli
