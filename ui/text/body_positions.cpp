// The text of a BodyLayout as positions: what a caret and a selection need.
#include "ui/text/body_layout.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace parvis::ui {

int BodyLayout::pieceAt(int position) const
{
    int found = -1;
    for (int i = 0; i < int(m_pieces.size()); ++i) {
        const Piece &piece = m_pieces[size_t(i)];
        if (piece.start >= 0 && piece.start <= position)
            found = i;
    }
    return found;
}

int BodyLayout::positionAt(QPointF point) const
{
    // The piece that is nearest: of those beside each other, as cells are, the one under the point.
    const Piece *best = nullptr;
    qreal bestAway = 0;
    for (const Piece &piece : m_pieces) {
        if (piece.start < 0)
            continue;
        const QRectF rect(piece.at, QSizeF(piece.width, piece.height));
        const qreal down = std::max({rect.top() - point.y(), point.y() - rect.bottom(), 0.0});
        const qreal aside = std::max({rect.left() - point.x(), point.x() - rect.right(), 0.0});
        const qreal away = down * 1000 + aside;
        if (!best || away < bestAway) {
            best = &piece;
            bestAway = away;
        }
    }
    if (!best)
        return 0;
    const QPointF inside = point - best->at;
    for (int i = 0; i < best->layout->lineCount(); ++i) {
        const QTextLine line = best->layout->lineAt(i);
        if (inside.y() < line.y() + line.height() || i == best->layout->lineCount() - 1)
            return best->start + line.xToCursor(inside.x());
    }
    return best->start;
}

bool BodyLayout::isOverText(QPointF point) const
{
    return std::any_of(m_pieces.begin(), m_pieces.end(), [&](const Piece &piece) {
        return piece.start >= 0 && QRectF(piece.at, QSizeF(piece.width, piece.height)).contains(point);
    });
}

QString BodyLayout::text() const
{
    QString out;
    for (const Piece &piece : m_pieces) {
        if (piece.start < 0)
            continue;
        out += piece.start > 0 ? QStringLiteral("\n") : QString();
        out += piece.layout->text();
    }
    out.replace(QChar(QChar::LineSeparator), u'\n');
    return out;
}

QString BodyLayout::plainText(int from, int to) const
{
    QString out;
    bool first = true;
    for (const Piece &piece : m_pieces) {
        const int length = int(piece.layout->text().size());
        if (piece.start < 0 || piece.start + length < from || piece.start >= to)
            continue;
        if (!first)
            out += piece.breakBefore;
        // The sign of a list's item comes along when its beginning does, and more than a part of the item.
        if (from <= piece.start && (!first || to > piece.start + length || from < piece.start || piece.start == 0))
            out += piece.marker;
        first = false;
        const int begin = std::max(from - piece.start, 0);
        out += piece.layout->text().mid(begin, std::min(to - piece.start, length) - begin);
    }
    out.replace(QChar(QChar::LineSeparator), u'\n');
    return out;
}

std::pair<int, int> BodyLayout::wordAt(int position) const
{
    const int index = pieceAt(position);
    if (index < 0)
        return {position, position};
    const Piece &piece = m_pieces[size_t(index)];
    const QString text = piece.layout->text();
    const int inside = std::min(position - piece.start, int(text.size()));
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text);
    finder.setPosition(std::min(inside + 1, int(text.size())));
    const auto from = std::max<qsizetype>(finder.toPreviousBoundary(), 0);
    const auto to = finder.toNextBoundary();
    return {piece.start + int(from), piece.start + (to < 0 ? int(text.size()) : int(to))};
}

std::pair<int, int> BodyLayout::paragraphAt(int position) const
{
    const int index = pieceAt(position);
    if (index < 0)
        return {position, position};
    const Piece &piece = m_pieces[size_t(index)];
    return {piece.start, piece.start + int(piece.layout->text().size())};
}

QRectF BodyLayout::caretRect(int position) const
{
    const int index = pieceAt(position);
    if (index < 0)
        return {};
    const Piece &piece = m_pieces[size_t(index)];
    const int inside = std::min(position - piece.start, int(piece.layout->text().size()));
    const QTextLine line = piece.layout->lineForTextPosition(inside);
    if (!line.isValid())
        return {piece.at, QSizeF(1, piece.height)};
    return {piece.at.x() + line.cursorToX(inside), piece.at.y() + line.y(), 1, line.height()};
}

int BodyLayout::moved(int position, Move move) const
{
    const int index = pieceAt(position);
    if (index < 0)
        return position;
    const Piece &piece = m_pieces[size_t(index)];
    const int length = int(piece.layout->text().size());
    const int inside = std::min(position - piece.start, length);
    const bool word = move == Move::NextWord || move == Move::PreviousWord;
    const auto mode = word ? QTextLayout::SkipWords : QTextLayout::SkipCharacters;
    switch (move) {
    case Move::Next:
    case Move::NextWord:
        if (inside < length)
            return piece.start + piece.layout->nextCursorPosition(inside, mode);
        return std::min(position + 1, m_length);
    case Move::Previous:
    case Move::PreviousWord:
        if (inside > 0)
            return piece.start + piece.layout->previousCursorPosition(inside, mode);
        return std::max(position - 1, 0);
    case Move::LineStart:
    case Move::LineEnd: {
        const QTextLine line = piece.layout->lineForTextPosition(inside);
        if (!line.isValid())
            return position;
        int end = line.textStart() + line.textLength();
        const bool broken = end > line.textStart() && end < length; // before the sign that ends the line
        end -= broken ? 1 : 0;
        return piece.start + (move == Move::LineStart ? line.textStart() : end);
    }
    case Move::Up:
    case Move::Down: {
        const QRectF caret = caretRect(position);
        // The nearest line that way, in whatever piece.
        qreal best = -1, nearest = -1;
        for (const Piece &each : m_pieces) {
            for (int i = 0; each.start >= 0 && i < each.layout->lineCount(); ++i) {
                const qreal middle = each.at.y() + each.layout->lineAt(i).y() + each.layout->lineAt(i).height() / 2;
                const qreal away = (middle - caret.center().y()) * (move == Move::Down ? 1 : -1);
                if (away > caret.height() * 0.5 && (nearest < 0 || away < nearest)) {
                    nearest = away;
                    best = middle;
                }
            }
        }
        return best < 0 ? position : positionAt({caret.x(), best});
    }
    case Move::Start: return 0;
    case Move::End: return m_length;
    }
    return position;
}

} // namespace parvis::ui
