#include "ui/delegates/document_delegate.h"

#include "text/file_kinds.h"
#include "ui/delegates/avatar.h"
#include "ui/models/document_model.h"
#include "ui/theme/icons.h"

#include <QLineEdit>
#include <QPainter>
#include <QPixmapCache>
#include <QTreeView>

namespace parvis::ui {

namespace {

constexpr int signSide = 18;
constexpr int signSpace = 42; // before the name

QColor toneOf(const Tokens &t, int tone)
{
    switch (tone) {
    case DocumentModel::Good: return t.good;
    case DocumentModel::Busy: return t.accent;
    case DocumentModel::Warning: return t.wait;
    case DocumentModel::Quiet: return t.third;
    default: return t.second;
    }
}

} // namespace

void drawFileSign(QPainter &painter, const QRectF &square, const QString &name, bool folder, const Theme &theme)
{
    const Tokens &t = theme.tokens();
    Icon icon = folder ? Icon::Folder : Icon::File;
    QColor color = folder ? t.accent : t.second;
    using enum text::FileKind;
    switch (folder ? Other : text::fileKind(name)) {
    case Picture: icon = Icon::Picture; [[fallthrough]];
    case Sheet: color = t.good; break;
    case Pdf: color = t.bad; break;
    case Slides: color = t.wait; break;
    case Text: color = t.accent; break;
    default: break;
    }
    // Strokes are most of the work of a row, and there are a handful of them: drawn once, then copied.
    const qreal scale = painter.device()->devicePixelRatioF();
    const int side = qRound(square.width() * scale);
    const QString key = QStringLiteral("sign %1 %2 %3 %4").arg(int(icon)).arg(color.rgba()).arg(side).arg(scale);
    QPixmap sign;
    if (!QPixmapCache::find(key, &sign)) {
        sign = QPixmap(side, side);
        sign.fill(Qt::transparent);
        QPainter onSign(&sign);
        drawIcon(onSign, icon, QRectF(0, 0, side, side), color);
        onSign.end();
        sign.setDevicePixelRatio(scale);
        QPixmapCache::insert(key, sign);
    }
    painter.drawPixmap(square.topLeft(), sign);
}

DocumentDelegate::DocumentDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent), m_theme(theme) { }

int DocumentDelegate::nameSpace(const Theme &theme)
{
    return theme.px(signSpace);
}

QSize DocumentDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {80, m_theme.px(38)};
}

void DocumentDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = m_theme.tokens();
    const auto *view = qobject_cast<const QTreeView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.right() + 1;
    const bool selected = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver;
    const bool dropped = index.row() == m_dropRow;
    // One ground for the row, of which each cell shows its part.
    const QRectF row(4.5, option.rect.top() + 0.5, width - 9, option.rect.height() - 1);
    const bool focused = view && view->hasFocus() && view->currentIndex().row() == index.row();
    if (selected || hovered || dropped || focused) {
        QColor ground = t.wash;
        if (!selected && !dropped)
            ground.setAlphaF(hovered ? 0.5f : 0);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setClipRect(option.rect);
        painter->setPen(dropped || focused ? QPen(t.accent, dropped ? 2 : 1) : QPen(Qt::NoPen));
        painter->setBrush(ground);
        painter->drawRoundedRect(row, 8, 8);
        painter->restore();
    }
    const QString text = index.data(Qt::DisplayRole).toString();
    const int tone = index.data(DocumentModel::ToneRole).toInt();
    QRectF cell = QRectF(option.rect).adjusted(8, 0, -8, 0);
    if (index.column() == DocumentModel::Name) {
        const qreal side = m_theme.px(signSide);
        // Mirrored, reading begins at the right edge of the cell.
        const bool mirrored = option.direction == Qt::RightToLeft;
        const QRectF sign(mirrored ? cell.right() - side - 6 : cell.left() + 6, cell.center().y() - side / 2, side,
                          side);
        drawFileSign(*painter, sign, text, index.data(DocumentModel::IsFolderRole).toBool(), m_theme);
        cell.adjust(mirrored ? 0 : m_theme.px(signSpace) - 8, 0, mirrored ? 8 - m_theme.px(signSpace) : 0, 0);
        drawLine(*painter, cell, text, m_theme.font(TextRole::ListBold),
                 tone == DocumentModel::Quiet ? t.third : t.ink);
    } else {
        const bool state = index.column() == DocumentModel::State;
        drawLine(*painter, cell, text, m_theme.font(state ? TextRole::Detail : TextRole::Aside),
                 toneOf(t, state ? tone : 0));
    }
}

QWidget *DocumentDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    if (index.column() != DocumentModel::Name)
        return nullptr;
    auto *edit = new QLineEdit(parent);
    edit->setFont(m_theme.font(TextRole::List));
    edit->setAccessibleName(tr("New name"));
    return edit;
}

void DocumentDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *edit = static_cast<QLineEdit *>(editor);
    const QString name = index.data(Qt::EditRole).toString();
    edit->setText(name);
    // What is before the ending: that is what people change.
    const qsizetype dot = index.data(DocumentModel::IsFolderRole).toBool() ? -1 : name.lastIndexOf(u'.');
    const int length = int(dot > 0 ? dot : name.size());
    QMetaObject::invokeMethod(
        edit, [edit, length] { edit->setSelection(0, length); }, Qt::QueuedConnection); // the view selects all of it
}

void DocumentDelegate::setModelData(QWidget *editor, QAbstractItemModel *, const QModelIndex &index) const
{
    const QString name = static_cast<QLineEdit *>(editor)->text().trimmed();
    if (name != index.data(Qt::EditRole).toString())
        Q_EMIT renamed(index, name);
}

void DocumentDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                            const QModelIndex &) const
{
    const int space = m_theme.px(signSpace) - 4;
    const bool mirrored = option.direction == Qt::RightToLeft;
    editor->setGeometry(option.rect.adjusted(mirrored ? 4 : space, 3, mirrored ? -space : -4, -3));
}

} // namespace parvis::ui
