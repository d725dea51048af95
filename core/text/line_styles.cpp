#include "text/line_styles.h"

#include "text/references.h"

#include <algorithm>
#include <vector>

namespace parvis::text {

namespace {

using Styles = std::vector<quint16>;

bool isSpace(QStringView line, qsizetype at)
{
    return at < 0 || at >= line.size() || line[at].isSpace();
}

bool isWordUnit(QStringView line, qsizetype at)
{
    return at >= 0 && at < line.size() && (line[at].isLetterOrNumber() || line[at].isSurrogate());
}

void paint(Styles &styles, qsizetype from, qsizetype to, quint16 style)
{
    for (qsizetype at = from; at < to; ++at)
        styles[size_t(at)] |= style;
}

qsizetype runOf(QStringView line, qsizetype at)
{
    qsizetype end = at;
    while (end < line.size() && line[end] == line[at])
        ++end;
    return end - at;
}

qsizetype indentOf(QStringView line)
{
    qsizetype at = 0;
    while (at < line.size() && (line[at] == u' ' || line[at] == u'\t'))
        ++at;
    return at;
}

// The sign and length of a fence of code, or 0: ``` is 3, ~~~ is -3.
int fenceOf(QStringView line, bool closing)
{
    const qsizetype at = indentOf(line);
    if (at >= line.size() || (line[at] != u'`' && line[at] != u'~'))
        return 0;
    const qsizetype run = runOf(line, at);
    const QStringView rest = line.mid(at + run).trimmed();
    if (run < 3 || (closing && !rest.isEmpty()) || (line[at] == u'`' && rest.contains(u'`')))
        return 0;
    return int(line[at] == u'`' ? run : -run);
}

bool closes(int fence, int open)
{
    return open > 0 ? fence >= open : fence <= open;
}

// Length of "- ", "12. ", "- [ ] " at `at`; 0: none.
qsizetype listMarkOf(QStringView line, qsizetype at)
{
    qsizetype end = at;
    if (end < line.size() && QStringView(u"-*+").contains(line[end])) {
        ++end;
    } else {
        while (end < line.size() && line[end] >= u'0' && line[end] <= u'9')
            ++end;
        if (end == at || end - at > 9 || end >= line.size() || (line[end] != u'.' && line[end] != u')'))
            return 0;
        ++end;
    }
    if (end >= line.size() || line[end] != u' ')
        return 0;
    ++end;
    const QStringView box = line.mid(end, 4);
    if (box == u"[ ] " || box == u"[x] " || box == u"[X] ")
        end += 4;
    return end - at;
}

// Everything before the inline text: quotes, a heading's signs, a list's mark. Where the inline text begins.
qsizetype paintBeginning(QStringView line, Styles &styles)
{
    qsizetype at = indentOf(line);
    bool quoted = false;
    while (at < line.size() && line[at] == u'>') {
        quoted = true;
        paint(styles, at, at + 1, Mark);
        ++at;
        at += indentOf(line.mid(at));
    }
    if (quoted)
        paint(styles, at, line.size(), QuoteText);
    if (at < line.size() && line[at] == u'#') {
        const qsizetype run = runOf(line, at);
        if (run <= 6 && isSpace(line, at + run)) {
            paint(styles, at, at + run, Mark);
            paint(styles, at, line.size(), HeadingText);
            return at + run;
        }
    }
    if (const qsizetype mark = listMarkOf(line, at)) {
        paint(styles, at, at + mark, ListMark);
        at += mark;
    }
    return at;
}

// Code between runs of as many backticks. Where it ends, or `at` if it never does.
qsizetype paintCode(QStringView line, qsizetype at, Styles &styles)
{
    const qsizetype run = runOf(line, at);
    for (qsizetype end = at + run; end < line.size();) {
        if (line[end] != u'`') {
            ++end;
            continue;
        }
        const qsizetype other = runOf(line, end);
        if (other == run) {
            paint(styles, at, at + run, Mark);
            paint(styles, end, end + run, Mark);
            paint(styles, at, end + run, CodeText);
            return end + run;
        }
        end += other;
    }
    return at;
}

// [words](address), from its bracket on.
qsizetype paintLink(QStringView line, qsizetype at, Styles &styles)
{
    int depth = 0;
    qsizetype close = at;
    for (; close < line.size(); ++close) {
        if (line[close] == u'\\')
            ++close;
        else if (line[close] == u'[')
            ++depth;
        else if (line[close] == u']' && --depth == 0)
            break;
    }
    if (close + 1 >= line.size() || line[close + 1] != u'(')
        return at;
    int open = 0;
    qsizetype end = close + 1;
    for (; end < line.size(); ++end) {
        if (line[end] == u'(')
            ++open;
        else if (line[end] == u')' && --open == 0)
            break;
        else if (line[end].isSpace() && open > 0 && line.mid(end + 1, 1) != u"\"")
            return at;
    }
    if (end >= line.size())
        return at;
    paint(styles, at, at + 1, Mark);
    paint(styles, at + 1, close, LinkText);
    paint(styles, close, end + 1, Mark);
    return end + 1;
}

qsizetype paintAddress(QStringView line, qsizetype at, Styles &styles)
{
    const QStringView rest = line.mid(at);
    if (isWordUnit(line, at - 1) || !(rest.startsWith(u"https://") || rest.startsWith(u"http://")))
        return at;
    qsizetype end = at;
    while (end < line.size() && !line[end].isSpace() && line[end] != u'<' && line[end] != u'>')
        ++end;
    while (end > at && QStringView(u".,;:!?)\"'").contains(line[end - 1]))
        --end;
    paint(styles, at, end, LinkText);
    return end;
}

struct Opener {
    QChar sign;
    qsizetype at;
    qsizetype length;
};

quint16 styleOf(QChar sign, qsizetype length)
{
    if (sign == u'~')
        return StruckText;
    return length == 1 ? EmphasisText : length == 2 ? StrongText : StrongText | EmphasisText;
}

void paintEmphasis(QStringView line, qsizetype at, qsizetype run, std::vector<Opener> &openers, Styles &styles)
{
    const QChar sign = line[at];
    if (run > 3 || (sign == u'~' && run != 2))
        return;
    const bool canClose = !isSpace(line, at - 1) && (sign != u'_' || !isWordUnit(line, at + run));
    if (canClose) {
        const auto opener = std::find_if(openers.rbegin(), openers.rend(),
                                         [&](const Opener &each) { return each.sign == sign && each.length == run; });
        if (opener != openers.rend()) {
            paint(styles, opener->at, opener->at + run, Mark);
            paint(styles, at, at + run, Mark);
            paint(styles, opener->at + run, at, styleOf(sign, run));
            openers.erase(std::prev(opener.base()), openers.end());
            return;
        }
    }
    if (!isSpace(line, at + run) && (sign != u'_' || !isWordUnit(line, at - 1)))
        openers.push_back({sign, at, run});
}

void paintReferences(QStringView line, qsizetype from, Styles &styles)
{
    qsizetype at = 0;
    for (const Node &part : splitReferences(line)) {
        const qsizetype end = at + part.text.size();
        const bool plain = at >= from && (styles[size_t(at)] & (CodeText | LinkText | Mark)) == 0;
        if (plain && part.type == NodeType::Mention)
            paint(styles, at, end, MentionText);
        else if (plain && part.type == NodeType::Tag)
            paint(styles, at, end, TagText);
        at = end;
    }
}

void paintInlines(QStringView line, qsizetype from, Styles &styles)
{
    std::vector<Opener> openers;
    for (qsizetype at = from; at < line.size();) {
        const QChar c = line[at];
        qsizetype end = at;
        if (c == u'\\' && at + 1 < line.size() && line[at + 1].isPunct()) {
            paint(styles, at, at + 1, Mark);
            end = at + 2;
        } else if (c == u'`') {
            end = paintCode(line, at, styles);
            if (end == at)
                end = at + runOf(line, at);
        } else if (c == u'[') {
            end = paintLink(line, at, styles);
        } else if (c == u'h') {
            end = paintAddress(line, at, styles);
        } else if (c == u'*' || c == u'_' || c == u'~') {
            const qsizetype run = runOf(line, at);
            paintEmphasis(line, at, run, openers, styles);
            end = at + run;
        }
        at = std::max(end, at + 1);
    }
    if (line.contains(u'@') || line.contains(u'#'))
        paintReferences(line, from, styles);
}

QList<StyledSpan> spansOf(const Styles &styles)
{
    QList<StyledSpan> spans;
    for (size_t at = 0; at < styles.size(); ++at) {
        if (styles[at] == 0)
            continue;
        if (!spans.isEmpty() && spans.last().styles == styles[at]
            && spans.last().start + spans.last().length == int(at))
            ++spans.last().length;
        else
            spans.append({int(at), 1, styles[at]});
    }
    return spans;
}

} // namespace

QList<StyledSpan> lineStyles(QStringView line, LineState &state)
{
    if (const int fence = fenceOf(line, state != 0); state != 0 || fence != 0) {
        const bool isFence = state == 0 || (fence != 0 && (fence > 0) == (state > 0) && closes(fence, state));
        if (isFence)
            state = state == 0 ? fence : 0;
        if (line.isEmpty())
            return {};
        return {{0, int(line.size()), quint16(isFence ? CodeText | Mark : CodeText)}};
    }
    Styles styles(size_t(line.size()), 0);
    const qsizetype from = paintBeginning(line, styles);
    paintInlines(line, from, styles);
    return spansOf(styles);
}

} // namespace parvis::text
