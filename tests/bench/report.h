#pragma once

#include "bench/row.h"

#include <QJsonObject>

namespace parvis::bench {

// build/bench.json (design §9): a row that is measured again replaces itself, all others stay.
class Report {
public:
    Report(const QString &path, const QString &sourceDir);

    void add(const Row &row, const Outcome &outcome);
    bool save() const; // false: the file cannot be written

    static QString headline();
    static QString line(const Row &row, const Outcome &outcome);

private:
    QString m_path;
    QString m_commit; // with "+" behind it if files differ from it
    QJsonObject m_all;
};

QString machineText(); // processor, cores, memory, system

} // namespace parvis::bench
