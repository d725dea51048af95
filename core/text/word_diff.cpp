#include "text/word_diff.h"

#include <QStringList>

#include <vector>

namespace parvis::text {

namespace {

constexpr qsizetype maxCells = 1'000'000; // of the table: some milliseconds, two megabytes

enum class Class { Letter, Space, LineEnd, Sign };

Class classOf(QChar c)
{
    if (c == u'\n')
        return Class::LineEnd;
    if (c.isSpace())
        return Class::Space;
    // An apostrophe, a hyphen and a surrogate stand inside of words.
    return c.isLetterOrNumber() || c.isMark() || c == u'_' || c == u'\'' || c == u'\u2019' || c == u'-'
                   || c.isSurrogate()
               ? Class::Letter
               : Class::Sign;
}

QStringList wordsOf(const QString &text)
{
    QStringList words;
    qsizetype from = 0;
    for (qsizetype i = 1; i <= text.size(); ++i) {
        const bool together = i < text.size() && classOf(text.at(i)) == classOf(text.at(i - 1))
                              && classOf(text.at(i)) != Class::Sign && classOf(text.at(i)) != Class::LineEnd;
        if (!together) {
            words << text.mid(from, i - from);
            from = i;
        }
    }
    return words;
}

QStringList linesOf(const QString &text)
{
    QStringList lines;
    qsizetype from = 0;
    while (from < text.size()) {
        const qsizetype end = text.indexOf(u'\n', from);
        const qsizetype to = end < 0 ? text.size() : end + 1;
        lines << text.mid(from, to - from);
        from = to;
    }
    return lines;
}

void add(QList<DiffPiece> &pieces, DiffPiece::Kind kind, const QString &text)
{
    if (text.isEmpty())
        return;
    if (!pieces.isEmpty() && pieces.last().kind == kind)
        pieces.last().text += text;
    else
        pieces.append({kind, text});
}

// The longest common subsequence, by the table.
void compare(const QStringList &a, const QStringList &b, QList<DiffPiece> &pieces)
{
    const auto n = a.size(), m = b.size();
    if (n * m > maxCells) {
        add(pieces, DiffPiece::Removed, a.join(QString()));
        add(pieces, DiffPiece::Added, b.join(QString()));
        return;
    }
    std::vector<quint16> table(size_t((n + 1) * (m + 1)), 0);
    const auto at = [&](qsizetype i, qsizetype j) -> quint16 & { return table[size_t(i * (m + 1) + j)]; };
    for (qsizetype i = n - 1; i >= 0; --i) {
        for (qsizetype j = m - 1; j >= 0; --j)
            at(i, j) = a.at(i) == b.at(j) ? quint16(at(i + 1, j + 1) + 1) : qMax(at(i + 1, j), at(i, j + 1));
    }
    qsizetype i = 0, j = 0;
    while (i < n && j < m) {
        if (a.at(i) == b.at(j)) {
            add(pieces, DiffPiece::Same, a.at(i));
            ++i;
            ++j;
        } else if (at(i + 1, j) >= at(i, j + 1)) {
            add(pieces, DiffPiece::Removed, a.at(i++));
        } else {
            add(pieces, DiffPiece::Added, b.at(j++));
        }
    }
    while (i < n)
        add(pieces, DiffPiece::Removed, a.at(i++));
    while (j < m)
        add(pieces, DiffPiece::Added, b.at(j++));
}

bool isBlank(const QString &text)
{
    return !text.contains(u'\n') && text.trimmed().isEmpty();
}

// Changes that only a space parts are read as one.
QList<DiffPiece> gathered(const QList<DiffPiece> &pieces)
{
    QList<DiffPiece> out;
    QString removed, added;
    const auto flush = [&] {
        add(out, DiffPiece::Removed, removed);
        add(out, DiffPiece::Added, added);
        removed.clear();
        added.clear();
    };
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        const DiffPiece &piece = pieces.at(i);
        const bool between = i > 0 && i + 1 < pieces.size() && !removed.isEmpty() && !added.isEmpty();
        if (piece.kind == DiffPiece::Removed) {
            removed += piece.text;
        } else if (piece.kind == DiffPiece::Added) {
            added += piece.text;
        } else if (between && isBlank(piece.text)) {
            removed += piece.text;
            added += piece.text;
        } else {
            flush();
            add(out, DiffPiece::Same, piece.text);
        }
    }
    flush();
    return out;
}

} // namespace

QList<DiffPiece> wordDiff(const QString &before, const QString &after)
{
    constexpr qsizetype manyWords = 4000;
    QStringList a = wordsOf(before), b = wordsOf(after);
    if (a.size() > manyWords || b.size() > manyWords) {
        a = linesOf(before);
        b = linesOf(after);
    }
    qsizetype head = 0;
    while (head < a.size() && head < b.size() && a.at(head) == b.at(head))
        ++head;
    qsizetype tail = 0;
    while (tail < a.size() - head && tail < b.size() - head && a.at(a.size() - 1 - tail) == b.at(b.size() - 1 - tail))
        ++tail;
    QList<DiffPiece> pieces;
    add(pieces, DiffPiece::Same, a.mid(0, head).join(QString()));
    compare(a.mid(head, a.size() - head - tail), b.mid(head, b.size() - head - tail), pieces);
    add(pieces, DiffPiece::Same, a.mid(a.size() - tail).join(QString()));
    return gathered(pieces);
}

} // namespace parvis::text
