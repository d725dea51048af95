#include "ui/text/body_layout.h"

#include "text/code_spans.h"
#include "text/matching.h"

#include <QFontMetricsF>

#include <algorithm>

namespace parvis::ui {

using text::Node;
using text::NodeType;

namespace {

constexpr qreal gap = 8; // between blocks

QFont headingFont(const Theme &theme, int level)
{
    QFont font = theme.font(TextRole::Reading);
    font.setWeight(QFont::DemiBold);
    font.setPixelSize(theme.px(level == 1 ? 19 : level == 2 ? 17 : 15));
    return font;
}

// By its first words, as the Unicode rules say of a paragraph.
bool isRightToLeft(const Node &node)
{
    if (!node.text.isEmpty())
        return node.text.isRightToLeft();
    for (const Node &child : node.children) {
        if (child.text.isEmpty() && child.children.empty())
            continue;
        return isRightToLeft(child);
    }
    return false;
}

bool isBlock(NodeType type)
{
    return type < NodeType::Text;
}

} // namespace

BodyLayout::BodyLayout(const text::Document &document, qreal width, const Theme &theme)
    : m_theme(theme), m_tokens(theme.tokens())
{
    blocks(document.blocks, 0, width, false, m_tokens.ink);
    m_height = m_y;
}

BodyLayout::~BodyLayout() = default;

void BodyLayout::blocks(const std::vector<Node> &nodes, qreal x, qreal width, bool tight, const QColor &ink)
{
    bool first = true;
    std::vector<Node> loose; // inlines that stand where a block is expected, as in a tight item
    auto flush = [&] {
        if (loose.empty())
            return;
        const QFont &font = m_theme.font(TextRole::Reading);
        m_y += lay(inlineText(loose, m_theme, font), font, x, m_y, width, m_theme.lineHeight(TextRole::Reading), ink);
        loose.clear();
    };
    for (const Node &node : nodes) {
        if (!isBlock(node.type)) {
            loose.push_back(node);
            continue;
        }
        flush();
        if (!first) {
            m_y += tight ? 2 : gap;
            m_nextBreak = tight ? QStringLiteral("\n") : QStringLiteral("\n\n");
        }
        block(node, x, width, ink);
        first = false;
    }
    flush();
}

void BodyLayout::block(const Node &node, qreal x, qreal width, const QColor &ink)
{
    width = std::max<qreal>(width, 60); // deep nesting must not lay one letter a line
    const QFont &reading = m_theme.font(TextRole::Reading);
    const int line = m_theme.lineHeight(TextRole::Reading);
    switch (node.type) {
    case NodeType::Heading: {
        const QFont font = headingFont(m_theme, node.level);
        if (m_y > 0)
            m_y += 4;
        m_y += lay(inlineText(node.children, m_theme, font), font, x, m_y, width, line + (node.level < 3 ? 3 : 0), ink);
        return;
    }
    case NodeType::List: list(node, x, width, ink); return;
    case NodeType::Item: blocks(node.children, x, width, true, ink); return;
    case NodeType::Quote: {
        const qreal top = m_y;
        const bool mirrored = isRightToLeft(node);
        blocks(node.children, mirrored ? x : x + 14, width - 14, false, m_tokens.second);
        m_shapes.push_back({Shape::QuoteBar, {mirrored ? x + width - 3 : x, top, 3, m_y - top}});
        return;
    }
    case NodeType::Code: code(node, x, width); return;
    case NodeType::Table: table(node, x, width, ink); return;
    case NodeType::Rule:
        m_shapes.push_back({Shape::Line, {x, m_y + gap, width, 1}});
        m_y += 2 * gap;
        m_lineEnds.push_back(m_y);
        return;
    default: m_y += lay(inlineText(node.children, m_theme, reading), reading, x, m_y, width, line, ink); return;
    }
}

void BodyLayout::list(const Node &node, qreal x, qreal width, const QColor &ink)
{
    const QFont &font = m_theme.font(TextRole::Reading);
    const int line = m_theme.lineHeight(TextRole::Reading);
    const QString last = QString::number(node.start + int(node.children.size())) + QStringLiteral(". ");
    const qreal indent = node.ordered ? std::max<qreal>(22, QFontMetricsF(font).horizontalAdvance(last) + 4) : 20;
    int number = node.start;
    bool first = true;
    for (const Node &item : node.children) {
        if (!first) {
            m_y += node.tight ? 2 : 6;
            m_nextBreak = QStringLiteral("\n");
        }
        first = false;
        QString marker = node.ordered ? QString::number(number++) + QStringLiteral(".") : QStringLiteral("•");
        if (item.task != text::Task::None)
            marker = item.task == text::Task::Done ? QStringLiteral("☑") : QStringLiteral("☐");
        InlineText text;
        text.text = marker;
        const bool mirrored = isRightToLeft(item);
        m_layingMarker = true;
        lay(text, font, mirrored ? x + width - indent : x + (node.ordered ? 0 : 4), m_y, mirrored ? indent - 4 : indent,
            line, m_tokens.second, mirrored ? Qt::AlignRight : Qt::AlignLeft);
        m_layingMarker = false;
        m_nextMarker = marker + u' ';
        const qreal top = m_y;
        blocks(item.children, mirrored ? x : x + indent, width - indent, node.tight, ink);
        m_y = std::max(m_y, top + line);
    }
}

QString BodyLayout::codeText(const Node &node)
{
    QString text = node.text;
    while (text.endsWith(u'\n'))
        text.chop(1);
    return text.replace(u'\t', QStringLiteral("    "));
}

void BodyLayout::code(const Node &node, qreal x, qreal width)
{
    const qreal top = m_y;
    QString text = codeText(node);
    InlineText plain;
    for (const text::CodeSpan &span : text::codeSpans(text, node.language)) {
        QTextCharFormat format;
        format.setForeground(m_tokens.codeInk(span.kind));
        plain.formats.append({span.start, span.length, format});
    }
    text.replace(u'\n', QChar(QChar::LineSeparator));
    plain.text = text;
    m_y += 8;
    m_y += lay(std::move(plain), m_theme.font(TextRole::Code), x + 12, m_y, width - 24,
               m_theme.lineHeight(TextRole::Code), m_tokens.ink, Qt::AlignLeft, true);
    m_y += 8;
    m_shapes.push_back({Shape::CodeGround, {x, top, width, m_y - top}});
}

void BodyLayout::table(const Node &node, qreal x, qreal width, const QColor &ink)
{
    QFont font = m_theme.font(TextRole::List);
    size_t columns = 0;
    for (const Node &row : node.children)
        columns = std::max(columns, row.children.size());
    columns = std::min<size_t>(columns, size_t(maxColumns));
    if (columns == 0)
        return;
    constexpr qreal pad = 10;
    std::vector<qreal> wanted(columns, 24);
    const QFontMetricsF metrics(font);
    for (const Node &row : node.children) {
        for (size_t c = 0; c < std::min(columns, row.children.size()); ++c) {
            const QString text = inlineText(row.children[c].children, m_theme, font).text;
            wanted[c] = std::max(wanted[c], metrics.horizontalAdvance(text.left(200)) * 1.06 + 2 * pad);
        }
    }
    qreal sum = 0;
    for (const qreal each : wanted)
        sum += each;
    if (sum > width) { // narrow columns keep what they need, wide ones share the rest
        const qreal fair = width / qreal(columns);
        qreal kept = 0, wide = 0;
        for (const qreal each : wanted)
            (each <= fair ? kept : wide) += each;
        for (qreal &each : wanted) {
            if (each > fair)
                each = std::max(40.0, each * (width - kept) / wide);
        }
    }
    for (const Node &row : node.children) {
        qreal left = x;
        qreal height = m_theme.lineHeight(TextRole::List);
        font.setWeight(row.header ? QFont::DemiBold : QFont::Normal);
        for (size_t c = 0; c < std::min(columns, row.children.size()); ++c) {
            const Node &cell = row.children[c];
            m_nextBreak = c > 0 ? QStringLiteral("\t") : QStringLiteral("\n");
            const auto align = cell.alignment == text::Alignment::Right    ? Qt::AlignRight
                               : cell.alignment == text::Alignment::Center ? Qt::AlignHCenter
                                                                           : Qt::AlignLeft;
            height = std::max(height, lay(inlineText(cell.children, m_theme, font), font, left + (c ? pad : 0), m_y + 5,
                                          wanted[c] - 2 * pad + (c ? 0 : pad), m_theme.lineHeight(TextRole::List),
                                          row.header ? m_tokens.second : ink, align));
            left += wanted[c];
        }
        m_y += height + 10;
        m_shapes.push_back({Shape::Line, {x, m_y - 1, std::min(left - x, width), 1}});
        m_lineEnds.push_back(m_y);
    }
}

qreal BodyLayout::lay(InlineText text, const QFont &font, qreal x, qreal y, qreal width, int lineHeight,
                      const QColor &ink, Qt::Alignment alignment, bool wrapAnywhere)
{
    Piece piece;
    piece.layout = std::make_unique<QTextLayout>(text.text, font);
    // Text that reads from the right begins there.
    const bool mirrored = alignment == Qt::AlignLeft && text.text.isRightToLeft() && !wrapAnywhere;
    QTextOption option(mirrored ? Qt::AlignRight : alignment);
    option.setTextDirection(text.text.isRightToLeft() && !wrapAnywhere ? Qt::RightToLeft : Qt::LeftToRight);
    option.setWrapMode(wrapAnywhere ? QTextOption::WrapAnywhere : QTextOption::WrapAtWordBoundaryOrAnywhere);
    piece.layout->setTextOption(option);
    // Whatever has no colour of its own gets the block's.
    for (auto &range : text.formats) {
        if (!range.format.hasProperty(QTextFormat::ForegroundBrush))
            range.format.setForeground(ink);
    }
    if (ink != m_tokens.ink) {
        QList<QTextLayout::FormatRange> filled;
        int at = 0;
        QTextCharFormat plain;
        plain.setForeground(ink);
        for (const auto &range : text.formats) {
            if (range.start > at)
                filled.append({at, range.start - at, plain});
            filled.append(range);
            at = range.start + range.length;
        }
        if (at < text.text.size())
            filled.append({at, int(text.text.size()) - at, plain});
        text.formats = filled;
    }
    piece.layout->setFormats(text.formats);
    piece.layout->setCacheEnabled(true);
    piece.layout->beginLayout();
    qreal height = 0;
    for (QTextLine line = piece.layout->createLine(); line.isValid(); line = piece.layout->createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, height + (lineHeight - line.height()) / 2});
        height += lineHeight;
        m_lineEnds.push_back(y + height);
    }
    piece.layout->endLayout();
    piece.at = {x, y};
    piece.width = width;
    if (m_layingMarker) {
        piece.start = -1;
    } else {
        piece.start = m_any ? m_length + 1 : 0;
        m_length = piece.start + int(text.text.size());
        piece.marker = std::exchange(m_nextMarker, {});
        const QString between = std::exchange(m_nextBreak, {});
        piece.breakBefore = between.isEmpty() ? QStringLiteral("\n") : between;
        m_any = true;
    }
    piece.links = std::move(text.links);
    piece.height = height;
    m_pieces.push_back(std::move(piece));
    return height;
}

qreal BodyLayout::cutAt(qreal height) const
{
    qreal best = 0;
    for (const qreal end : m_lineEnds) {
        if (end <= height)
            best = std::max(best, end);
    }
    return best > 0 ? best : height;
}

void BodyLayout::draw(QPainter &painter, QPointF origin, qreal shownHeight, TextRange selection) const
{
    for (const Shape &shape : m_shapes) {
        QRectF rect = shape.rect.translated(origin);
        if (shape.rect.top() >= shownHeight)
            continue;
        rect.setBottom(std::min(rect.bottom(), origin.y() + shownHeight));
        switch (shape.kind) {
        case Shape::QuoteBar: painter.fillRect(rect, m_tokens.line); break;
        case Shape::Line: painter.fillRect(rect, m_tokens.line); break;
        case Shape::CodeGround:
            painter.setPen(m_tokens.line);
            painter.setBrush(m_tokens.background);
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
            break;
        }
    }
    painter.setPen(m_tokens.ink);
    const QRectF clip(origin.x(), origin.y(), 1e6, shownHeight);
    for (const Piece &piece : m_pieces) {
        if (piece.at.y() >= shownHeight)
            continue;
        const bool whole = piece.at.y() + piece.height <= shownHeight + 0.5;
        const int length = int(piece.layout->text().size());
        const int from = std::max(selection.from - piece.start, 0), to = std::min(selection.to - piece.start, length);
        QList<QTextLayout::FormatRange> selected = piece.found;
        if (piece.start >= 0 && from < to) {
            QTextCharFormat format;
            format.setBackground(m_tokens.selection);
            format.setForeground(m_tokens.ink);
            selected.append({from, to - from, format});
        }
        piece.layout->draw(&painter, origin + piece.at, selected, whole ? QRectF() : clip);
    }
}

void BodyLayout::setFound(const text::Query &query)
{
    constexpr std::size_t manyMarks = 500;
    QTextCharFormat mark;
    mark.setBackground(m_tokens.waitWash);
    mark.setForeground(m_tokens.ink);
    for (Piece &piece : m_pieces) {
        piece.found.clear();
        for (const text::Match &match : text::findMatches(piece.layout->text(), query, false, manyMarks))
            piece.found.append({match.start, match.length, mark});
    }
}

bool BodyLayout::isFoundBelow(qreal height) const
{
    for (const Piece &piece : m_pieces) {
        for (const auto &found : piece.found) {
            const QTextLine line = piece.layout->lineForTextPosition(found.start);
            if (line.isValid() && piece.at.y() + line.y() + line.height() > height + 0.5)
                return true;
        }
    }
    return false;
}

const LinkSpan *BodyLayout::linkAt(QPointF point) const
{
    for (const Piece &piece : m_pieces) {
        const QPointF inside = point - piece.at;
        if (inside.y() < 0 || inside.y() >= piece.height || piece.links.isEmpty())
            continue;
        for (int i = 0; i < piece.layout->lineCount(); ++i) {
            const QTextLine line = piece.layout->lineAt(i);
            if (!line.naturalTextRect().contains(inside))
                continue;
            const int cursor = line.xToCursor(inside.x(), QTextLine::CursorOnCharacter);
            for (const LinkSpan &link : piece.links) {
                if (cursor >= link.start && cursor < link.start + link.length)
                    return &link;
            }
        }
    }
    return nullptr;
}

} // namespace parvis::ui
