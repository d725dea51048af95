#include "ui/delegates/suggestion_delegate.h"

#include "ui/delegates/avatar.h"
#include "ui/widgets/composer_completion.h"

#include <QPainter>

namespace parvis::ui {

void SuggestionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const SuggestionModel *>(index.model());
    if (!model)
        return;
    const Suggestion &each = model->at(index.row());
    const Tokens &t = m_theme.tokens();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF row(option.rect);
    if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(option.state & QStyle::State_Selected ? t.wash : t.background);
        painter->drawRoundedRect(row, 6, 6);
    }
    const qreal side = m_theme.px(24);
    const QRectF face(row.left() + 8, row.top() + (row.height() - side) / 2, side, side);
    qreal left = face.left();
    if (each.person || each.group) {
        drawAvatar(*painter, face, each.title, each.id, m_theme, each.person);
        left = face.right() + 8;
    } else if (!each.word.startsWith(u'#')) {
        QFont font = m_theme.font(TextRole::Reading);
        font.setFamilies({m_theme.emojiFamily()});
        font.setPixelSize(m_theme.px(17));
        drawLine(*painter, face, each.word, font, t.ink, Qt::AlignCenter);
        left = face.right() + 8;
    }
    const qreal right = row.right() - 8;
    const QRectF line(left, row.top(), right - left, row.height());
    const qreal used = drawLine(*painter, line, each.title, m_theme.font(TextRole::List), t.ink);
    if (!each.detail.isEmpty())
        drawLine(*painter, line.adjusted(used + 8, 0, 0, 0), each.detail, m_theme.font(TextRole::Detail), t.third);
}

QSize SuggestionDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {120, m_theme.px(32)};
}

} // namespace parvis::ui
