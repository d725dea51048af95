#include "text/typing.h"

#include "text/links.h"

#include <QRegularExpression>
#include <QStringList>

namespace parvis::text {

namespace {

constexpr qsizetype maxCompleted = 40;

qsizetype lineStart(QStringView text, qsizetype at)
{
    return at == 0 ? 0 : text.lastIndexOf(u'\n', at - 1) + 1;
}

qsizetype lineEnd(QStringView text, qsizetype at)
{
    const qsizetype end = text.indexOf(u'\n', at);
    return end < 0 ? text.size() : end;
}

struct Beginning {
    qsizetype length = 0; // of everything before the words
    QString next{};       // what the next line begins with
};

// Of a line of a list or a quote; nothing otherwise.
std::optional<Beginning> beginningOf(QStringView line)
{
    static const QRegularExpression item(
        QStringLiteral(R"(^([ \t]*(?:>[ \t]?)*[ \t]*)(?:([-*+])|(\d{1,9})([.)]))( +)(\[[ xX]\] +)?)"));
    static const QRegularExpression quote(QStringLiteral(R"(^[ \t]*(?:>[ \t]?)+)"));
    if (const auto found = item.match(line); found.hasMatch()) {
        QString next = found.captured(1);
        if (found.hasCaptured(2) && !found.captured(2).isEmpty())
            next += found.captured(2);
        else
            next += QString::number(found.captured(3).toLongLong() + 1) + found.captured(4);
        next += found.captured(5);
        if (!found.captured(6).isEmpty())
            next += QStringLiteral("[ ] ");
        return Beginning{found.capturedLength(0), next};
    }
    if (const auto found = quote.match(line); found.hasMatch())
        return Beginning{found.capturedLength(0), found.captured(0)};
    return std::nullopt;
}

Edit replaced(qsizetype at, qsizetype removed, const QString &inserted)
{
    return {at, removed, inserted, at, at + inserted.size()};
}

bool hasMark(const QString &line, const QString &mark)
{
    const QString text = line.trimmed();
    if (text.size() < 2 * mark.size() + 1 || !text.startsWith(mark) || !text.endsWith(mark))
        return false;
    // "**bold**" does not begin with the mark "*".
    return mark.size() > 1 || (text[1] != mark[0] && text[text.size() - 2] != mark[0]);
}

QString withoutMark(const QString &line, const QString &mark)
{
    const qsizetype from = line.indexOf(mark);
    const qsizetype to = line.lastIndexOf(mark);
    return line.left(from) + line.mid(from + mark.size(), to - from - mark.size()) + line.mid(to + mark.size());
}

QString withMark(const QString &line, const QString &mark)
{
    const QString text = line.trimmed();
    if (text.isEmpty())
        return line;
    const qsizetype from = line.indexOf(text);
    return line.left(from) + mark + text + mark + line.mid(from + text.size());
}

QString lineMark(LineKind kind, int number)
{
    switch (kind) {
    case LineKind::Bullets: return QStringLiteral("- ");
    case LineKind::Numbers: return QString::number(number) + QStringLiteral(". ");
    case LineKind::Quote: return QStringLiteral("> ");
    case LineKind::Heading: return QStringLiteral("## ");
    }
    return {};
}

qsizetype markLength(const QString &line, LineKind kind)
{
    static const QRegularExpression marks[] = {
        QRegularExpression(QStringLiteral(R"(^[-*+] +)")), QRegularExpression(QStringLiteral(R"(^\d{1,9}[.)] +)")),
        QRegularExpression(QStringLiteral(R"(^> ?)")), QRegularExpression(QStringLiteral(R"(^#{1,6} +)"))};
    return marks[int(kind)].match(line).capturedLength(0);
}

} // namespace

std::optional<Edit> newLine(QStringView text, qsizetype caret, bool inCode)
{
    const qsizetype start = lineStart(text, caret);
    const QStringView line = text.mid(start, lineEnd(text, caret) - start);
    if (inCode) {
        qsizetype indent = 0;
        while (indent < line.size() && indent < caret - start && (line[indent] == u' ' || line[indent] == u'\t'))
            ++indent;
        if (indent == 0)
            return std::nullopt;
        const QString inserted = u'\n' + line.left(indent).toString();
        return Edit{caret, 0, inserted, caret + inserted.size(), caret + inserted.size()};
    }
    const auto beginning = beginningOf(line);
    if (!beginning || caret - start < beginning->length)
        return std::nullopt;
    if (line.mid(beginning->length).trimmed().isEmpty())
        return Edit{start, line.size(), {}, start, start};
    const QString inserted = u'\n' + beginning->next;
    return Edit{caret, 0, inserted, caret + inserted.size(), caret + inserted.size()};
}

Edit toggleMark(QStringView text, const Selection &selection, const QString &mark)
{
    const qsizetype from = selection.from();
    const qsizetype to = selection.to();
    const qsizetype size = mark.size();
    const bool outside = from >= size && text.mid(from - size, size) == mark && text.mid(to, size) == mark
                         && (size > 1 || from < 2 || text[from - 2] != mark[0] || from == to);
    if (outside) {
        const QString inner = text.mid(from, to - from).toString();
        return {from - size, to - from + 2 * size, inner, from - size, to - size};
    }
    if (from == to)
        return {from, 0, mark + mark, from + size, from + size};
    QStringList lines = text.mid(from, to - from).toString().split(u'\n');
    const bool all = std::all_of(lines.begin(), lines.end(),
                                 [&](const QString &line) { return line.trimmed().isEmpty() || hasMark(line, mark); });
    for (QString &line : lines) {
        if (!line.trimmed().isEmpty())
            line = all ? withoutMark(line, mark) : withMark(line, mark);
    }
    return replaced(from, to - from, lines.join(u'\n'));
}

Edit toggleLines(QStringView text, const Selection &selection, LineKind kind)
{
    const qsizetype from = lineStart(text, selection.from());
    const qsizetype to = lineEnd(text, selection.to());
    QStringList lines = text.mid(from, to - from).toString().split(u'\n');
    const bool single = lines.size() == 1;
    const auto counts = [&](const QString &line) { return single || !line.trimmed().isEmpty(); };
    const bool all = std::all_of(lines.begin(), lines.end(),
                                 [&](const QString &line) { return !counts(line) || markLength(line, kind) > 0; });
    int number = 0;
    for (QString &line : lines) {
        if (!counts(line))
            continue;
        if (all) {
            line.remove(0, markLength(line, kind));
            continue;
        }
        if (kind != LineKind::Quote) // a line of one kind of list becomes one of the other
            line.remove(0, qMax(markLength(line, LineKind::Bullets), markLength(line, LineKind::Numbers)));
        if (markLength(line, kind) == 0)
            line.prepend(lineMark(kind, ++number));
    }
    Edit edit = replaced(from, to - from, lines.join(u'\n'));
    if (selection.anchor == selection.caret)
        edit.anchor = edit.caret;
    return edit;
}

Edit toggleCode(QStringView text, const Selection &selection)
{
    const QStringView chosen = text.mid(selection.from(), selection.to() - selection.from());
    if (!chosen.contains(u'\n'))
        return toggleMark(text, selection, QStringLiteral("`"));
    const qsizetype from = lineStart(text, selection.from());
    const qsizetype to = lineEnd(text, selection.to());
    const QString lines = text.mid(from, to - from).toString();
    static const QRegularExpression fenced(QStringLiteral("^```[^\n]*\n(.*)\n```$"),
                                           QRegularExpression::DotMatchesEverythingOption);
    if (const auto found = fenced.match(lines); found.hasMatch())
        return replaced(from, to - from, found.captured(1));
    return replaced(from, to - from, QStringLiteral("```\n") + lines + QStringLiteral("\n```"));
}

Edit makeLink(QStringView text, const Selection &selection, const QString &address)
{
    const qsizetype from = selection.from();
    const QString words = text.mid(from, selection.to() - from).toString();
    QString shown = words.simplified();
    shown.replace(u'[', QStringLiteral("\\[")).replace(u']', QStringLiteral("\\]"));
    const QString inserted = u'[' + shown + QStringLiteral("](") + address + u')';
    const qsizetype end = from + inserted.size();
    // Where something is still missing is where one goes on writing.
    const qsizetype caret = shown.isEmpty() ? from + 1 : address.isEmpty() ? end - 1 : end;
    return {from, words.size(), inserted, caret, caret};
}

std::optional<Edit> indentList(QStringView text, const Selection &selection, bool deeper)
{
    const qsizetype from = lineStart(text, selection.from());
    const qsizetype to = lineEnd(text, selection.to());
    QStringList lines = text.mid(from, to - from).toString().split(u'\n');
    qsizetype moved = 0;
    for (QString &line : lines) {
        const QString words = line.trimmed();
        if (markLength(words, LineKind::Bullets) == 0 && markLength(words, LineKind::Numbers) == 0)
            return std::nullopt;
        const qsizetype step = markLength(words, LineKind::Numbers) > 0 ? 3 : 2;
        if (deeper) {
            line.prepend(QString(step, u' '));
            moved = step;
            continue;
        }
        qsizetype blanks = 0;
        while (blanks < step && line.startsWith(u' ')) {
            line.remove(0, 1);
            ++blanks;
        }
        moved = -blanks;
    }
    Edit edit = replaced(from, to - from, lines.join(u'\n'));
    if (selection.anchor == selection.caret)
        edit.anchor = edit.caret = qMax(from, selection.caret + moved);
    return edit;
}

QString soleAddress(const QString &clipboard)
{
    const QString address = clipboard.trimmed();
    const bool single = std::none_of(address.begin(), address.end(), [](QChar c) { return c.isSpace(); });
    static const QRegularExpression scheme(QStringLiteral("^(https?://|mailto:)"),
                                           QRegularExpression::CaseInsensitiveOption);
    if (!single || !scheme.match(address).hasMatch() || address.contains(u'<') || !judge(address).allowed)
        return {};
    QString safe = address;
    return safe.replace(u'(', QStringLiteral("%28")).replace(u')', QStringLiteral("%29"));
}

QString pastedText(const QString &clipboard)
{
    QString text;
    text.reserve(clipboard.size());
    for (qsizetype at = 0; at < clipboard.size(); ++at) {
        const QChar c = clipboard[at];
        if (c == u'\r') {
            if (at + 1 >= clipboard.size() || clipboard[at + 1] != u'\n')
                text += u'\n';
        } else if (c == QChar::LineSeparator || c == QChar::ParagraphSeparator) {
            text += u'\n';
        } else if (c.unicode() >= 0x20 || c == u'\n' || c == u'\t') {
            if (c.unicode() != 0x7f && c != QChar::ObjectReplacementCharacter)
                text += c;
        }
    }
    return text;
}

std::optional<Completing> completingAt(QStringView beforeCaret)
{
    for (qsizetype at = beforeCaret.size() - 1; at >= 0 && beforeCaret.size() - at <= maxCompleted; --at) {
        const QChar c = beforeCaret[at];
        const bool isSign = c == u'@' || c == u'#' || c == u':';
        if (!isSign) {
            if (!c.isLetterOrNumber() && !c.isMark() && !c.isSurrogate() && !QStringView(u"-_.+").contains(c))
                return std::nullopt;
            continue;
        }
        if (at > 0) {
            const QChar before = beforeCaret[at - 1];
            if (before.isLetterOrNumber() || before.isMark() || QStringView(u"@#&/_:\\").contains(before))
                return std::nullopt;
        }
        const QString typed = beforeCaret.mid(at + 1).toString();
        // ':' ends sentences and begins smileys: two letters tell that an emoji is meant.
        if (c == u':' && (typed.size() < 2 || !typed[0].isLetter()))
            return std::nullopt;
        // "# " and "##" begin headings, and "#12" is a number.
        if (c == u'#' && !typed.isEmpty() && typed[0].isDigit())
            return std::nullopt;
        return Completing{c, at, typed};
    }
    return std::nullopt;
}

} // namespace parvis::text
