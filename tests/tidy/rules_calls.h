#pragma once

#include "tidy/source_file.h"

#include <QRegularExpression>

namespace parvis::tidy {

// A call that is wrong outside a few places. Looked for in code, never in comments and literals.
struct BannedCall {
    QRegularExpression pattern;
    QStringList lookedForIn; // folders
    QStringList allowedIn;   // folders or files in them
    const char *instead;
};

inline const QList<BannedCall> &bannedCalls()
{
    static const QStringList code{"app", "core", "ui"};
    static const QStringList everywhere{"app", "core", "ui", "tests"};
    // The adapters between Parvis and the real clock, the real dice and the real network.
    static const QStringList edges{"app", "core/base", "core/transport"};
    static const QList<BannedCall> calls{
        {QRegularExpression("\\bcurrent(DateTime|DateTimeUtc|MSecsSinceEpoch|SecsSinceEpoch|Date|Time)\\s*\\(|"
                            "\\bsystem_clock::now\\b|\\btime\\(nullptr\\)|\\bgettimeofday\\b"),
         code, edges, "the time is a parameter: base::Clock"},
        {QRegularExpression("\\bQ(Basic|Chrono)?Timer\\b"), code, edges, "time-outs go through base::Scheduler"},
        {QRegularExpression(
             "\\bQRandomGenerator\\b|\\brandom_device\\b|\\bmt19937|\\bs?rand\\(|\\brandombytes_|\\bcreateUuid\\b"),
         code, edges, "the dice are a parameter: base::Random"},
        {QRegularExpression("(\\.|->)then\\s*\\("),
         everywhere,
         {"core/base"},
         "QFuture::then dies with its context: base::deliver"},
        {QRegularExpression("(::|\\.|->|\\s)instance\\s*\\(\\s*\\)"),
         everywhere,
         {},
         "no singletons: pass it to the constructor"},
        {QRegularExpression("\\b(SIGNAL|SLOT)\\s*\\("),
         everywhere,
         {"ui/theme/system_look.cpp"}, // Qt DBus has no other way
         "connect by member pointer"},
        {QRegularExpression("\\bQ(Property|Variant|Sequential|Parallel)Animation\\b|\\bQTimeLine\\b"),
         {"ui"},
         {},
         "nothing moves by itself in the window: some people are made ill by it, others distracted"},
        {QRegularExpression(
             "\\b(sleep_for|sleep_until|usleep|nanosleep|msleep|qSleep|qWait)\\s*\\(|\\bQThread::sleep\\b"),
         everywhere,
         {"tests/bench"},
         "nothing sleeps: wait for a condition, with a bound"},
        {QRegularExpression("\\b(setHtml|insertHtml|appendHtml|toHtml|setMarkdown|insertMarkdown)\\s*\\(|\\bQt::(Rich|"
                            "Auto|Markdown)Text\\b"),
         code,
         {},
         "user text is never given to Qt as rich text: ui/text draws it"},
        {QRegularExpression("\\bQMessageBox::(information|warning|critical|question|about)\\s*\\("),
         code,
         {},
         "QMessageBox guesses rich text: make one with setTextFormat(Qt::PlainText)"},
        {QRegularExpression("\\bQDesktopServices::openUrl\\b"),
         code,
         {"ui/text/open_link.cpp"},
         "one function opens links: ui/text/open_link"},
        {QRegularExpression("\\b(gets|strcpy|strcat|sprintf|tmpnam|popen)\\s*\\(|(std|(?<!\\w))::system\\s*\\("),
         everywhere,
         {},
         "not a safe call"},
    };
    return calls;
}

inline Findings callsAreAllowed(const SourceFile &file)
{
    auto within = [&](const QStringList &places) {
        return std::any_of(places.begin(), places.end(), [&](auto &p) { return file.path == p || file.isIn(p); });
    };
    Findings findings;
    for (const auto &call : bannedCalls()) {
        if (!file.isCpp() || !within(call.lookedForIn) || within(call.allowedIn))
            continue;
        for (auto it = call.pattern.globalMatch(file.code); it.hasNext();) {
            const auto match = it.next();
            findings << found(file, match.capturedStart(), match.captured().trimmed() + ": " + call.instead);
        }
    }
    return findings;
}

inline Findings keywordsAreMacros(const SourceFile &file)
{
    static const QRegularExpression keyword("\\b(signals|slots)\\s*:|\\bemit\\s+\\w|\\b(foreach|forever)\\b");
    Findings findings;
    for (auto it = keyword.globalMatch(file.code); it.hasNext();) {
        const auto match = it.next();
        findings << found(file, match.capturedStart(),
                          match.captured() + ": write Q_SIGNALS, Q_SLOTS, Q_EMIT and plain loops");
    }
    return findings;
}

} // namespace parvis::tidy
