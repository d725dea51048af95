#include "ui/views/palette/palette.h"

#include "ui/actions/action_registry.h"
#include "ui/delegates/palette_delegate.h"
#include "ui/models/palette_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/list_keys.h"

#include <QAccessible>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QVBoxLayout>

namespace parvis::ui {

namespace {

constexpr int maxWidth = 640;
constexpr int fromTop = 72;

} // namespace

Palette::Palette(const Context &context, ActionRegistry &registry, const GroupModel &groups, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_registry(registry),
      m_model(new PaletteModel(context.backend, context.clock, context.navigator, registry, groups, this)),
      m_card(new CardFrame(context.theme, this)),
      m_field(new QLineEdit(m_card)),
      m_list(new QListView(m_card))
{
    const Theme &theme = context.theme;
    hide();
    setAccessibleName(tr("Go to or do anything"));
    m_field->setFrame(false);
    m_field->setTextMargins(12, 0, 12, 0);
    m_field->setPlaceholderText(tr("Go to a group, a person, a post, or do something…"));
    m_field->setAccessibleName(tr("Go to or do anything"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(theme, this));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setAccessibleName(tr("What was found"));
    m_foot = makeLabel(tr("↑ ↓ choose · Enter goes there · Esc closes"), theme, TextRole::Detail, Ink::Third, m_card);
    m_foot->setContentsMargins(20, 8, 20, 10);
    auto *line = new Ground(theme, &Tokens::line, {}, m_card);
    line->setFixedHeight(1);
    auto *inner = new QVBoxLayout(m_card);
    inner->setContentsMargins(1, 4, 1, 1);
    inner->setSpacing(0);
    inner->addWidget(m_field);
    inner->addWidget(line);
    inner->addSpacing(6);
    inner->addWidget(m_list, 1);
    inner->addWidget(m_foot);
    theme.follow(this, [this, &theme] {
        m_field->setFont(theme.font(TextRole::Reading));
        m_field->setMinimumHeight(theme.px(44));
        m_list->doItemsLayout();
        if (isVisible())
            fit();
    });
    steerFrom(m_field, m_list);
    parent->installEventFilter(this);

    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_chosen.clear();
        m_model->setText(text);
    });
    connect(m_field, &QLineEdit::returnPressed, this, [this] { run(m_list->currentIndex().row()); });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { run(index.row()); });
    connect(m_model, &QAbstractItemModel::modelReset, this, &Palette::keepChosen);
    connect(&context.navigator, &Navigator::moved, this, &QWidget::hide); // the new place has taken the focus
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (!index.isValid() || index.row() >= m_model->rowCount())
            return;
        m_chosen = m_model->entry(index.row()).key;
        tellChosen();
    });
}

void Palette::open()
{
    if (isVisible()) {
        close();
        return;
    }
    m_before = QApplication::focusWidget();
    m_field->clear();
    m_chosen.clear();
    m_model->open();
    setGeometry(parentWidget()->rect());
    fit();
    show();
    raise();
    m_field->setFocus();
}

void Palette::close()
{
    if (!isVisible())
        return;
    hide();
    if (m_before && m_before->isVisible())
        m_before->setFocus();
}

// New answers come in while one chooses: what was chosen stays chosen, else the first line is.
void Palette::keepChosen()
{
    const QString key = m_chosen;
    const int row = qMax(0, m_model->rowOf(key));
    const QSignalBlocker quiet(m_list->selectionModel());
    if (m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(row));
    m_list->scrollTo(m_list->currentIndex());
    m_chosen = key;
    fit();
    m_list->viewport()->update();
    tellChosen();
}

void Palette::tellChosen()
{
    if (!QAccessible::isActive() || !isVisible() || !m_list->currentIndex().isValid())
        return;
    QAccessibleEvent event(m_list, QAccessible::Focus);
    event.setChild(m_list->currentIndex().row());
    QAccessible::updateAccessibility(&event);
}

void Palette::run(int row)
{
    if (row < 0 || row >= m_model->rowCount())
        return;
    const PaletteEntry entry = m_model->entry(row);
    const QString typed = m_field->text();
    close();
    switch (entry.kind) {
    case PaletteEntry::Action: m_registry.run(entry.key); return;
    case PaletteEntry::Search: m_context.navigator.search(typed); return;
    default: m_context.navigator.go(entry.place); return;
    }
}

void Palette::fit()
{
    const Theme &theme = m_context.theme;
    const int width = qMin(theme.px(maxWidth), this->width() - 48);
    const int rows = m_model->rowCount() * theme.px(40) + 8;
    const int rest = m_field->minimumHeight() + m_foot->sizeHint().height() + 20;
    const int room = height() - fromTop - 24;
    m_card->setGeometry((this->width() - width) / 2, fromTop, width, qMin(rows + rest, room));
}

bool Palette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) {
        setGeometry(parentWidget()->rect());
        fit();
    }
    return QWidget::eventFilter(watched, event);
}

void Palette::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    event->accept(); // nothing behind hears keys meanwhile
}

void Palette::mousePressEvent(QMouseEvent *event)
{
    if (!m_card->geometry().contains(event->pos()))
        close();
}

void Palette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QColor veil = m_context.theme.tokens().background;
    veil.setAlphaF(0.6f);
    painter.fillRect(rect(), veil);
}

} // namespace parvis::ui
