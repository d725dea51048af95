#include "ui/text/emoji_runs.h"

#include "text/emoji.h"

#include <QTextBoundaryFinder>

namespace parvis::ui {

namespace {

bool mayHoldEmoji(QStringView text)
{
    for (const QChar c : text) {
        if (c.isHighSurrogate() || c.unicode() == 0xFE0F || c.unicode() == 0x20E3
            || (c.unicode() >= 0x231A && c.unicode() <= 0x2B55))
            return true;
    }
    return false;
}

bool drawnAsEmoji(QStringView cluster)
{
    if (cluster.size() == 1)
        return false; // plain signs such as arrows and check marks belong to the text
    return text::isEmoji(cluster);
}

// Single units with an emoji look of their own (Emoji_Presentation), which most text fonts lack.
bool isColourSign(QChar c)
{
    static const QStringView signs = u"\u231A\u231B\u23E9\u23EA\u23EB\u23EC\u23F0\u23F3\u25FD\u25FE\u2614\u2615\u267F"
                                     u"\u2693\u26A1\u26AA\u26AB\u26BD\u26BE\u26C4\u26C5\u26CE\u26D4\u26EA\u26F2\u26F3"
                                     u"\u26F5\u26FA\u26FD\u2705\u270A\u270B\u2728\u274C\u274E\u2753\u2754\u2755\u2757"
                                     u"\u2795\u2796\u2797\u27B0\u27BF\u2B1B\u2B1C\u2B50\u2B55";
    return signs.contains(c);
}

} // namespace

QList<EmojiRun> emojiRuns(QStringView text)
{
    QList<EmojiRun> runs;
    if (!mayHoldEmoji(text))
        return runs;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text.data(), text.size());
    qsizetype from = 0;
    for (qsizetype to = finder.toNextBoundary(); to > 0; to = finder.toNextBoundary()) {
        const QStringView cluster = text.mid(from, to - from);
        const bool emoji = cluster.size() == 1 ? isColourSign(cluster.front()) : drawnAsEmoji(cluster);
        if (emoji && !runs.isEmpty() && runs.last().start + runs.last().length == from)
            runs.last().length += cluster.size();
        else if (emoji)
            runs.append({from, cluster.size()});
        from = to;
    }
    return runs;
}

} // namespace parvis::ui
