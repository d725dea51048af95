#include "ui/delegates/search_delegate.h"

#include "ui/delegates/avatar.h"
#include "ui/models/search_model.h"
#include "ui/text/inline_text.h"
#include "ui/theme/icons.h"

namespace parvis::ui {

namespace {

// The snippet on at most two lines, the words looked for on the accent's wash.
void drawSnippet(QPainter &painter, const QRectF &rect, const store::SearchHit &hit, const Theme &theme)
{
    const QFont &font = theme.font(TextRole::List);
    QTextLayout layout(hit.snippet, font);
    QList<QTextLayout::FormatRange> formats;
    QTextCharFormat found;
    found.setForeground(theme.tokens().accent);
    found.setFontWeight(QFont::DemiBold);
    found.setBackground(theme.tokens().wash);
    for (const auto &[start, length] : hit.highlights) {
        if (start >= 0 && length > 0 && start + length <= hit.snippet.size())
            formats.append({start, length, found});
    }
    layout.setFormats(formats);
    layout.beginLayout();
    const qreal height = theme.lineHeight(TextRole::List);
    for (int i = 0; i < 2; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(rect.width());
        line.setPosition({0, i * height + (height - line.height()) / 2});
    }
    layout.endLayout();
    painter.setPen(theme.tokens().ink);
    layout.draw(&painter, rect.topLeft(), {}, rect);
}

} // namespace

void SearchDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const SearchModel *>(index.model());
    if (!model)
        return;
    const store::SearchHit &hit = model->hit(index.row());
    const Tokens &t = m_theme.tokens();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF card = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -8.5);
    const bool selected = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver;
    const bool focused = option.state & QStyle::State_HasFocus;
    painter->setPen(QPen(selected || hovered || focused ? t.accent : t.line, focused ? 2 : selected ? 1.5 : 1));
    painter->setBrush(t.panel);
    painter->drawRoundedRect(card, 10, 10);

    const bool group = hit.kind == model::Kind::Group;
    const bool named = group || hit.kind == model::Kind::Person;
    const qreal side = m_theme.px(36);
    const QRectF face(card.left() + 16, card.top() + 14, side, side);
    const qreal left = face.right() + 12;
    const qreal width = card.right() - 16 - left;
    const qreal all = option.rect.width();
    const bool filed = SearchModel::isFiled(hit);
    if (filed) {
        const qreal inset = side / 6;
        drawIcon(*painter, hit.kind == model::Kind::Folder ? Icon::Folder : Icon::File,
                 placed(face.adjusted(inset, inset, -inset, -inset), all), t.second);
    } else {
        drawAvatar(*painter, placed(face, all), named ? hit.title : hit.author.fullName,
                   named ? hit.id : hit.author.id.uuid(), m_theme, !group);
    }
    const QRectF head(left, card.top() + 10, width, m_theme.lineHeight(TextRole::List));
    // A long name leaves some room for where it is.
    const QString name = QFontMetricsF(m_theme.font(TextRole::ListBold))
                             .elidedText(named || filed ? hit.title : hit.author.fullName, Qt::ElideMiddle, width * 0.7);
    const qreal used = drawLine(*painter, placed(head, all), name, m_theme.font(TextRole::ListBold), t.ink);
    drawLine(*painter, placed({left + used + 10, head.top() + 1, width - used - 10, head.height()}, all),
             SearchModel::describe(hit, m_clock.now()).join(QStringLiteral(" · ")), m_theme.font(TextRole::Detail), t.third);
    drawSnippet(*painter, placed({left, head.bottom() + 1, width, m_theme.lineHeight(TextRole::List) * 2.0}, all), hit,
                m_theme);
}

QSize SearchDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, m_theme.px(20) * 3 + 30};
}

} // namespace parvis::ui
