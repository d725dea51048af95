#pragma once

#include "ui/text/inline_text.h"

#include <QPainter>

#include <memory>
#include <vector>

namespace parvis::ui {

// A document laid out at one width, ready to be drawn many times: QTextLayouts and a few lines round them. UI thread.
class BodyLayout {
public:
    BodyLayout(const text::Document &document, qreal width, const Theme &theme);
    ~BodyLayout();

    qreal height() const { return m_height; }
    // The lowest end of a line at or above `height`: where a folded post may be cut.
    qreal cutAt(qreal height) const;
    void draw(QPainter &painter, QPointF origin, qreal shownHeight) const;
    const LinkSpan *linkAt(QPointF point) const; // in the body's own coordinates; nullptr: none

private:
    struct Piece {
        std::unique_ptr<QTextLayout> layout;
        QPointF at;
        QList<LinkSpan> links;
        qreal height = 0;
    };
    struct Shape {
        enum Kind { QuoteBar, CodeGround, Line } kind;
        QRectF rect;
    };

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
};

} // namespace parvis::ui
