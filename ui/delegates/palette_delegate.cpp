#include "ui/delegates/palette_delegate.h"

#include "ui/delegates/avatar.h"
#include "ui/delegates/key_caps.h"
#include "ui/models/palette_model.h"
#include "ui/theme/icons.h"

#include "ui/actions/action.h"

#include <QTextLayout>

namespace parvis::ui {

namespace {

// The name on one line, the typed letters stronger; returns its width.
qreal drawMarked(QPainter &painter, const QRectF &rect, const PaletteEntry &entry, const Theme &theme)
{
    const QFont &font = theme.font(TextRole::List);
    const QString shown = QFontMetricsF(font).elidedText(entry.text, Qt::ElideRight, rect.width());
    QTextLayout layout(shown, font);
    QList<QTextLayout::FormatRange> formats;
    QTextCharFormat strong;
    strong.setFontWeight(QFont::DemiBold);
    strong.setForeground(theme.tokens().accent);
    for (const auto &[start, length] : entry.marks) {
        if (start + length <= shown.size())
            formats.append({start, length, strong});
    }
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(rect.width() + 40); // the stronger letters are a little wider
    layout.endLayout();
    painter.setPen(theme.tokens().ink);
    layout.draw(&painter, {rect.left(), rect.center().y() - line.height() / 2});
    return line.naturalTextWidth();
}

Icon iconOf(const PaletteEntry &entry)
{
    switch (entry.kind) {
    case PaletteEntry::Search: return Icon::Search;
    case PaletteEntry::Post: return Icon::Feed;
    case PaletteEntry::Document: return Icon::File;
    default: break;
    }
    if (entry.key == QLatin1String("go.settings"))
        return Icon::Settings;
    if (entry.key == QLatin1String("go.outbox"))
        return Icon::Outbox;
    if (entry.key == QLatin1String("go.groups"))
        return Icon::Groups;
    if (entry.key == QLatin1String("go.company") || entry.key == QLatin1String("go.me"))
        return Icon::Wall;
    if (entry.key == QLatin1String("go.feed"))
        return Icon::Feed;
    if (entry.key.startsWith(QLatin1String("find.")))
        return Icon::Search;
    return Icon::Action;
}

} // namespace

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const PaletteModel *>(index.model());
    if (!model)
        return;
    const PaletteEntry &entry = model->entry(index.row());
    const Tokens &t = m_theme.tokens();
    const QRectF rect(option.rect);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
        QColor ground = t.wash;
        if (!(option.state & QStyle::State_Selected))
            ground.setAlphaF(0.5f);
        painter->setPen(Qt::NoPen);
        painter->setBrush(ground);
        painter->drawRoundedRect(rect.adjusted(8, 1, -8, -1), 6, 6);
    }
    const qreal side = m_theme.px(22);
    const QRectF sign(rect.left() + 20, rect.center().y() - side / 2, side, side);
    if (!entry.face.isNull())
        drawAvatar(*painter, sign, entry.text, entry.face, m_theme, entry.kind == PaletteEntry::Person);
    else
        drawIcon(*painter, iconOf(entry), sign.adjusted(2, 2, -2, -2), t.second);

    qreal right = rect.right() - 20;
    const auto caps = keyCaps(entry.keys).mid(0, 1);
    if (!caps.isEmpty())
        right -= drawKeyCaps(*painter, right, rect.center().y(), caps, m_theme) + 12;
    const qreal left = sign.right() + 12;
    const QFontMetricsF detail(m_theme.font(TextRole::Detail));
    const qreal wanted = entry.detail.isEmpty() ? 0 : detail.horizontalAdvance(entry.detail) + 12;
    const qreal room = right - left;
    const qreal used =
        drawMarked(*painter, {left, rect.top(), room - qMin(wanted, room * 0.45), rect.height()}, entry, m_theme);
    if (wanted > 0)
        drawLine(*painter, {left + used + 12, rect.top() + 1, room - used - 12, rect.height()}, entry.detail,
                 m_theme.font(TextRole::Detail), t.third);
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, m_theme.px(40)};
}

} // namespace parvis::ui
