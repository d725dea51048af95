#include "ui/views/feed/reactors_dialog.h"

#include "base/deliver.h"
#include "ui/delegates/avatar.h"
#include "ui/shell/navigator.h"
#include "ui/text/words.h"
#include "ui/widgets/labels.h"

#include <QListWidget>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace parvis::ui {

namespace {

enum Role { IdRole = Qt::UserRole, EmojiRole, TitleRole };

// A face, the name, the job, and the emoji at the end.
class ReactorDelegate : public QStyledItemDelegate {
public:
    ReactorDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) { }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {200, m_theme.px(44)}; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = m_theme.tokens();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRectF row = QRectF(option.rect).adjusted(8, 1, -8, -1);
        if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(t.wash);
            painter->drawRoundedRect(row, 8, 8);
        }
        const qreal side = m_theme.px(28);
        const QString name = index.data(Qt::DisplayRole).toString();
        drawAvatar(*painter, {row.left() + 8, row.center().y() - side / 2, side, side}, name,
                   index.data(IdRole).value<Uuid>(), m_theme, true);
        const qreal left = row.left() + side + 20, width = row.right() - 44 - left;
        const QString title = index.data(TitleRole).toString();
        const qreal line = m_theme.lineHeight(TextRole::List), small = m_theme.lineHeight(TextRole::Detail);
        const qreal top = row.center().y() - (title.isEmpty() ? line : line + small) / 2;
        drawLine(*painter, {left, top, width, line}, name, m_theme.font(TextRole::ListBold), t.ink);
        if (!title.isEmpty())
            drawLine(*painter, {left, top + line, width, small}, title, m_theme.font(TextRole::Detail), t.second);
        QFont emoji = m_theme.font(TextRole::List);
        emoji.setFamilies({m_theme.emojiFamily()});
        emoji.setPixelSize(m_theme.px(18));
        drawLine(*painter, {row.right() - 40, row.top(), 32, row.height()}, index.data(EmojiRole).toString(), emoji,
                 t.ink, Qt::AlignHCenter);
    }

private:
    const Theme &m_theme;
};

} // namespace

ReactorsDialog::ReactorsDialog(const Context &context, const Uuid &target, QWidget *parent)
    : QDialog(parent), m_context(context), m_list(new QListWidget(this))
{
    setWindowTitle(tr("Who reacted"));
    resize(360, 420);
    m_list->setItemDelegate(new ReactorDelegate(context.theme, this));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Who reacted"));
    m_list->verticalScrollBar()->setAccessibleName(tr("Scroll position"));
    m_list->horizontalScrollBar()->setAccessibleName(tr("Scroll position"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 8);
    layout->addWidget(m_list);
    connect(m_list, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        accept();
        m_context.navigator.go({.kind = Place::PersonWall, .id = item->data(IdRole).value<Uuid>()});
    });
    base::deliver(context.backend.reactors(target), this, [this](const base::Result<QList<store::Reactor>> &reactors) {
        if (reactors)
            fill(*reactors);
    });
}

void ReactorsDialog::fill(const QList<store::Reactor> &reactors)
{
    for (const store::Reactor &reactor : reactors) {
        auto *item = new QListWidgetItem(reactor.person.fullName, m_list);
        item->setData(IdRole, QVariant::fromValue(reactor.person.id.uuid()));
        item->setData(EmojiRole, reactor.emoji);
        item->setData(TitleRole, words::title(reactor.person));
        item->setData(Qt::AccessibleTextRole,
                      tr("%1 reacted with %2", "name, emoji").arg(reactor.person.fullName, reactor.emoji));
    }
    if (m_list->count() > 0)
        m_list->setCurrentRow(0);
    m_list->setFocus();
}

} // namespace parvis::ui
