#pragma once

#include "tidy/source_file.h"

#include <QRegularExpression>
#include <QSet>

namespace parvis::tidy {

inline constexpr int syncRules = 39; // of docs/sync.md

// Each rule of sync has a test function whose name begins with its number: rule07PongTellsWhatAPushDidNot.
inline Findings everySyncRuleHasATest(const Tree &tree)
{
    static const QRegularExpression function(QStringLiteral("\\bvoid rule(\\d\\d)[A-Z]\\w*\\(\\)"));
    QSet<int> tested;
    for (const SourceFile &file : tree) {
        if (!file.isIn(QStringLiteral("tests")) || !file.path.endsWith(QStringLiteral("_test.cpp")))
            continue;
        auto matches = function.globalMatch(file.code);
        while (matches.hasNext())
            tested.insert(matches.next().captured(1).toInt());
    }
    Findings findings;
    for (int rule = 1; rule <= syncRules; ++rule) {
        if (!tested.contains(rule))
            findings.append({QStringLiteral("tests/sync"), 1, QString("sync rule %1 has no test named rule%2…").arg(rule).arg(rule, 2, 10, QChar('0'))});
    }
    return findings;
}

} // namespace parvis::tidy
