#include "ui/delegates/comment_previews.h"

#include "text/markdown.h"
#include "ui/delegates/avatar.h"
#include "ui/text/inline_text.h"
#include "ui/text/words.h"

#include <QCoreApplication>
#include <QFontMetricsF>

namespace parvis::ui {

namespace {

constexpr int maxLines = 2;
constexpr int maxUnits = 260; // fills two lines of the column

struct Card {
    Q_DECLARE_TR_FUNCTIONS(Card)
};

QTextOption fromTheRight()
{
    QTextOption option(Qt::AlignRight);
    option.setTextDirection(Qt::RightToLeft);
    return option;
}

} // namespace

CommentPreviews::CommentPreviews(const QList<store::CommentPreview> &comments, qreal left, qreal top, qreal width,
                                 const Theme &theme)
    : m_theme(theme), m_left(left), m_top(top), m_width(width)
{
    const QFont &font = theme.font(TextRole::List);
    const qreal line = theme.lineHeight(TextRole::List);
    m_textLeft = left + theme.px(28) + 10;
    qreal y = top + 12;
    for (const store::CommentPreview &comment : comments) {
        Row row;
        row.comment = comment;
        row.comment.body.clear(); // what is shown of it is laid out
        InlineText text = plainInline(comment.body.trimmed().isEmpty() ? Card::tr("With files")
                                                                          : text::summary(comment.body, maxUnits),
                                      theme, font);
        row.text = std::make_unique<QTextLayout>(text.text, font);
        row.text->setFormats(text.formats);
        row.text->setCacheEnabled(true);
        if (text.text.isRightToLeft())
            row.text->setTextOption(fromTheRight());
        row.text->beginLayout();
        const qreal room = left + width - m_textLeft;
        qreal height = 0;
        for (int i = 0; i < maxLines; ++i) {
            QTextLine made = row.text->createLine();
            if (!made.isValid())
                break;
            made.setLineWidth(room);
            made.setPosition({0, height + (line - made.height()) / 2});
            height += line;
        }
        row.text->endLayout();
        row.rect = {left, y - 4, width, line + height + 8};
        m_rows.push_back(std::move(row));
        y += line + height + 8;
    }
    m_height = y - top - 4;
}

void CommentPreviews::draw(QPainter &painter, base::Time now, const QRectF &hovered) const
{
    const Tokens &t = m_theme.tokens();
    painter.fillRect(QRectF(m_left, m_top, m_width, 1), t.line);
    const qreal side = m_theme.px(28);
    const qreal line = m_theme.lineHeight(TextRole::List);
    for (const Row &row : m_rows) {
        const bool over = row.rect == hovered;
        const qreal y = row.rect.top() + 4;
        auto at = [this](const QRectF &rect) { return placed(rect, 2 * m_left + m_width); };
        drawAvatar(painter, at({m_left, y, side, side}), row.comment.author.fullName, row.comment.author.id.uuid(),
                   m_theme, true);
        const qreal room = m_left + m_width - m_textLeft;
        const qreal used = drawLine(painter, at({m_textLeft, y - 3, room * 0.7, line}), row.comment.author.fullName,
                                    m_theme.font(TextRole::ListBold), over ? t.accent : t.ink);
        const bool waits = row.comment.state == store::ItemState::Pending;
        drawLine(painter, at({m_textLeft + used + 8, y - 2, room - used - 8, line}),
                 waits ? Card::tr("waiting to be sent") : words::relativeTime(row.comment.createdAt, now),
                 m_theme.font(TextRole::Detail), waits ? t.wait : t.third);
        painter.setPen(t.ink);
        row.text->draw(&painter, at({m_textLeft, y - 3 + line, room, 1}).topLeft());
    }
}

} // namespace parvis::ui
