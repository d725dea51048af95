#pragma once

#include "text/query.h"
#include "ui/text/inline_text.h"

#include <QPainter>

#include <memory>
#include <vector>

namespace parvis::ui {

// Text positions [from, to).
struct TextRange {
    int from = 0;
    int to = 0;
};

// A document laid out at one width, ready to be drawn many times: QTextLayouts and a few lines round them. UI thread.
class BodyLayout {
public:
    BodyLayout(const text::Document &document, qreal width, const Theme &theme);
    ~BodyLayout();

    qreal height() const { return m_height; }
    // The lowest end of a line at or above `height`: where a folded post may be cut.
    qreal cutAt(qreal height) const;
    void draw(QPainter &painter, QPointF origin, qreal shownHeight, TextRange selection = {}) const;
    void setFound(const text::Query &query); // marks these words; an empty query: none
    bool isFoundBelow(qreal height) const;   // a marked word begins below
    const LinkSpan *linkAt(QPointF point) const; // in the body's own coordinates; nullptr: none

    static constexpr int maxColumns = 12;            // of a table; further cells are not shown
    static QString codeText(const text::Node &node); // of a block of code, as shown

    // ---- positions: units of the text, with one between two blocks or cells ----
    int length() const { return m_length; }
    int positionAt(QPointF point) const; // the nearest
    bool isOverText(QPointF point) const;
    QString text() const;                      // `length` units
    QString plainText(int from, int to) const; // as one would paste it: blocks parted by lines, cells by tabs
    std::pair<int, int> wordAt(int position) const;
    std::pair<int, int> paragraphAt(int position) const;
    QRectF caretRect(int position) const; // one pixel wide, in the body's coordinates
    enum class Move { Next, Previous, NextWord, PreviousWord, LineStart, LineEnd, Up, Down, Start, End };
    int moved(int position, Move move) const;

private:
    struct Piece {
        std::unique_ptr<QTextLayout> layout;
        QPointF at;
        qreal width = 0;
        int start = 0;       // its first position; -1: a list's sign, which is not selected by itself
        QString marker;      // the sign before it
        QString breakBefore; // what parts it from the piece before, when copied
        QList<LinkSpan> links;
        QList<QTextLayout::FormatRange> found;
        qreal height = 0;
    };
    struct Shape {
        enum Kind { QuoteBar, CodeGround, Line } kind;
        QRectF rect;
    };

    int pieceAt(int position) const; // the last one that begins at or before it
    void blocks(const std::vector<text::Node> &nodes, qreal x, qreal width, bool tight, const QColor &ink);
    void block(const text::Node &node, qreal x, qreal width, const QColor &ink);
    void list(const text::Node &node, qreal x, qreal width, const QColor &ink);
    void code(const text::Node &node, qreal x, qreal width);
    void table(const text::Node &node, qreal x, qreal width, const QColor &ink);
    // Lays a text at (x, y) and returns its height.
    qreal lay(InlineText text, const QFont &font, qreal x, qreal y, qreal width, int lineHeight, const QColor &ink,
              Qt::Alignment alignment = Qt::AlignLeft, bool wrapAnywhere = false);

    const Theme &m_theme;
    std::vector<Piece> m_pieces;
    std::vector<Shape> m_shapes;
    std::vector<qreal> m_lineEnds;
    Tokens m_tokens;
    qreal m_y = 0;
    qreal m_height = 0;
    int m_length = 0;
    QString m_nextMarker;
    QString m_nextBreak;
    bool m_layingMarker = false;
    bool m_any = false;
};

} // namespace parvis::ui
