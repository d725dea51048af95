#include "ui/views/search/search_page.h"

#include "ui/delegates/search_delegate.h"
#include "ui/models/search_model.h"
#include "ui/shell/navigator.h"
#include "ui/text/words.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>
#include <QVBoxLayout>

namespace parvis::ui {

SearchPage::SearchPage(const Context &context, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_model(new SearchModel(context.backend, context.clock, this)),
      m_edit(new QLineEdit(this)),
      m_kind(new QComboBox(this)),
      m_order(new QComboBox(this)),
      m_list(new QListView(this))
{
    const Theme &theme = context.theme;
    m_edit->setFont(theme.font(TextRole::Reading));
    m_edit->setMinimumHeight(theme.px(40));
    m_edit->setPlaceholderText(tr("Posts, comments, people, groups…"));
    m_edit->setAccessibleName(tr("Search"));
    m_edit->setTextMargins(8, 0, 8, 0);
    m_edit->setClearButtonEnabled(true);
    m_edit->installEventFilter(this);
    m_kind->setAccessibleName(tr("What to find"));
    m_kind->addItem(tr("Everything"), 0);
    m_kind->addItem(tr("Posts"), int(model::Kind::Post));
    m_kind->addItem(tr("Comments"), int(model::Kind::Comment));
    m_kind->addItem(tr("People"), int(model::Kind::Person));
    m_kind->addItem(tr("Groups"), int(model::Kind::Group));
    m_order->setAccessibleName(tr("Order"));
    m_order->addItem(tr("Newest first"), false);
    m_order->addItem(tr("Most relevant first"), true);
    m_state = makeLabel({}, theme, TextRole::Detail, Ink::Third, this);
    m_state->setWordWrap(true);

    m_list->setModel(m_model);
    m_list->setItemDelegate(new SearchDelegate(theme, context.clock, this));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setAccessibleName(tr("Results"));
    m_list->verticalScrollBar()->setAccessibleName(tr("Scroll position"));
    m_list->horizontalScrollBar()->setAccessibleName(tr("Scroll position"));

    auto *filters = new QHBoxLayout;
    filters->addWidget(m_kind);
    filters->addWidget(m_order);
    filters->addWidget(m_state, 1);
    auto *column = new QWidget(this);
    column->setMaximumWidth(760);
    auto *inner = new QVBoxLayout(column);
    inner->setContentsMargins(0, 20, 0, 0);
    inner->setSpacing(12);
    inner->addWidget(m_edit);
    inner->addLayout(filters);
    inner->addWidget(m_list, 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(24, 0, 24, 0);
    layout->addStretch(1);
    layout->addWidget(column, 1000);
    layout->addStretch(1);

    connect(m_edit, &QLineEdit::textChanged, this, &SearchPage::run);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &SearchPage::run);
    connect(m_order, &QComboBox::currentIndexChanged, this, &SearchPage::run);
    connect(m_edit, &QLineEdit::returnPressed, this, [this] { open(qMax(0, m_list->currentIndex().row())); });
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) { open(index.row()); });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { open(index.row()); });
    connect(m_model, &SearchModel::answered, this, &SearchPage::tellState);
    connect(m_model, &SearchModel::failed, this,
            [this](const base::Error &error) { m_state->setText(words::error(error)); });
    tellState();
}

void SearchPage::search(const QString &text)
{
    m_edit->setText(text);
    focusText();
}

void SearchPage::focusText()
{
    m_edit->setFocus();
    m_edit->selectAll();
}

void SearchPage::run()
{
    store::SearchQuery query;
    query.text = m_edit->text();
    if (const int kind = m_kind->currentData().toInt(); kind > 0)
        query.kind = model::Kind(kind);
    query.ranked = m_order->currentData().toBool();
    m_model->search(query);
}

void SearchPage::tellState()
{
    if (!m_model->isAnswered()) {
        m_state->setText(tr("Finds in everything that is on this computer, offline too."));
        return;
    }
    const store::SearchResult &result = m_model->result();
    QStringList parts;
    if (result.hits.isEmpty())
        parts << tr("Nothing found. Try fewer or shorter words.");
    else if (result.hits.size() >= SearchModel::limit)
        parts << tr("The first %n", nullptr, int(result.hits.size()));
    else
        parts << tr("%n found", nullptr, int(result.hits.size()));
    if (result.ranked == store::SearchResult::Window)
        parts << tr("ranked among the newest 2000");
    parts << words::completeUpTo(result.completeUpTo, m_context.clock.now());
    parts.removeAll(QString());
    m_state->setText(parts.join(QStringLiteral(" · ")));
}

void SearchPage::open(int row)
{
    if (row < 0 || row >= m_model->rowCount())
        return;
    const store::SearchHit &hit = m_model->hit(row);
    switch (hit.kind) {
    case model::Kind::Person: m_context.navigator.go({.kind = Place::PersonWall, .id = hit.id}); return;
    case model::Kind::Group: m_context.navigator.go({.kind = Place::Group, .id = hit.id}); return;
    case model::Kind::Comment:
        m_context.navigator.go({.kind = Place::Thread, .id = hit.post, .highlight = hit.id});
        return;
    default: m_context.navigator.go({.kind = Place::Thread, .id = hit.id}); return;
    }
}

bool SearchPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down) {
        m_list->setFocus();
        if (!m_list->currentIndex().isValid())
            m_list->setCurrentIndex(m_model->index(0));
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace parvis::ui
