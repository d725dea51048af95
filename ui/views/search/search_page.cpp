#include "ui/views/search/search_page.h"

#include "client/search_query.h"
#include "ui/delegates/search_delegate.h"
#include "ui/models/search_model.h"
#include "ui/shell/navigator.h"
#include "ui/text/words.h"
#include "ui/views/search/search_filters.h"
#include "ui/views/search/search_start.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/list_keys.h"

#include <QAccessible>
#include <QComboBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace parvis::ui {

namespace {

constexpr int maxRecent = 8;
constexpr qint64 tellAfterMs = 800; // a screen reader is told when typing has paused
constexpr int shownPeople = 3;

} // namespace

SearchPage::SearchPage(const Context &context, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_model(new SearchModel(context.backend, context.clock, this)),
      m_edit(new QLineEdit(this)),
      m_filters(new SearchFilters(context, this)),
      m_order(new QComboBox(this)),
      m_pages(new QStackedWidget(this)),
      m_start(new SearchStart(context, this)),
      m_list(new QListView(this))
{
    const Theme &theme = context.theme;
    theme.follow(m_edit, [this, &theme] {
        m_edit->setFont(theme.font(TextRole::Reading));
        m_edit->setMinimumHeight(theme.px(40));
    });
    m_edit->setPlaceholderText(tr("Posts, comments, documents, people, groups…"));
    m_edit->setAccessibleName(tr("Search"));
    m_edit->setTextMargins(8, 0, 8, 0);
    m_edit->setClearButtonEnabled(true);
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
    steerFrom(m_edit, m_list);
    addListKeys(m_list);
    m_pages->addWidget(m_start);
    m_pages->addWidget(m_list);
    m_empty = makeEmpty();
    m_pages->addWidget(m_empty);

    auto *filters = new QHBoxLayout;
    filters->addWidget(m_filters);
    filters->addStretch();
    filters->addWidget(m_order);
    auto *column = new QWidget(this);
    column->setMaximumWidth(760);
    auto *inner = new QVBoxLayout(column);
    inner->setContentsMargins(0, 20, 0, 0);
    inner->setSpacing(12);
    inner->addWidget(m_edit);
    inner->addLayout(filters);
    inner->addWidget(m_state);
    inner->addWidget(m_pages, 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(24, 0, 24, 0);
    layout->addStretch(1);
    layout->addWidget(column, 1000);
    layout->addStretch(1);

    connect(m_edit, &QLineEdit::textChanged, this, &SearchPage::run);
    connect(m_filters, &SearchFilters::picked, this, &SearchPage::pick);
    connect(m_order, &QComboBox::currentIndexChanged, this, &SearchPage::run);
    connect(m_start, &SearchStart::chosen, this, &SearchPage::search);
    connect(m_edit, &QLineEdit::returnPressed, this, [this] {
        remember();
        open(qMax(0, m_list->currentIndex().row()));
    });
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) { open(index.row()); });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { open(index.row()); });
    connect(m_model, &SearchModel::answered, this, &SearchPage::tellState);
    connect(m_model, &SearchModel::failed, this, [this](const base::Error &error) {
        if (error.kind != base::ErrorKind::Cancelled) // a newer search has taken its place
            m_state->setText(words::error(error));
    });
    tellState();
}

SearchPage::~SearchPage()
{
    m_context.scheduler.cancel(m_tell);
}

QWidget *SearchPage::makeEmpty()
{
    auto *empty = new QWidget(this);
    m_emptyText = makeLabel({}, m_context.theme, TextRole::List, Ink::Second, empty);
    m_emptyText->setAlignment(Qt::AlignHCenter);
    m_emptyText->setWordWrap(true);
    m_without = makeButton(tr("Search without the filters"), m_context.theme, false, empty);
    connect(m_without, &QPushButton::clicked, this, [this] { search(m_words.text.simplified()); });
    auto *layout = new QVBoxLayout(empty);
    layout->setContentsMargins(24, 48, 24, 0);
    layout->setSpacing(12);
    layout->addWidget(makeLabel(tr("Nothing found"), m_context.theme, TextRole::Title, Ink::First, empty), 0,
                      Qt::AlignHCenter);
    layout->addWidget(m_emptyText);
    layout->addWidget(m_without, 0, Qt::AlignHCenter);
    layout->addStretch();
    return empty;
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
    m_start->refresh();
}

QString SearchPage::stateText() const
{
    return m_state->text();
}

void SearchPage::pick(text::SearchOperator op, const QString &value)
{
    using enum text::SearchOperator;
    const bool french = SearchFilters::writesFrench();
    QString typed = m_edit->text();
    if (op == Before || op == After || op == Since || op == During) {
        for (const auto each : {Before, After, Since, During})
            typed = text::withOperator(typed, each, {}, french);
    }
    m_edit->setText(text::withOperator(typed, op, value, french));
    m_edit->setFocus();
    m_edit->end(false);
}

void SearchPage::run()
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_context.clock.now().ms()).date();
    const bool monthFirst = QLocale().dateFormat(QLocale::ShortFormat).startsWith(u'M');
    m_words = text::parseSearchWords(m_edit->text(), today, monthFirst);
    m_filters->show(m_words);
    store::SearchQuery query = client::searchQuery(m_words);
    query.ranked = m_order->currentData().toBool();
    m_model->search(query);
}

QString SearchPage::understood() const
{
    const store::SearchResult &result = m_model->result();
    QStringList parts;
    QStringList names;
    for (const store::PersonCard &person : result.from)
        names << person.fullName;
    if (names.size() > shownPeople)
        parts << tr("from %n people", nullptr, int(names.size()));
    else if (!names.isEmpty())
        parts << tr("from %1").arg(names.join(tr(" or ", "between names")));
    names.clear();
    for (const store::PlaceCard &place : result.in)
        names << place.title;
    if (!names.isEmpty())
        parts << tr("in %1").arg(names.join(tr(" or ", "between names")));
    return parts.join(QStringLiteral(" · "));
}

void SearchPage::tellState()
{
    m_context.scheduler.cancel(m_tell);
    m_tell = 0;
    if (!m_model->isAnswered()) {
        m_state->setText(tr("Finds in everything that is on this computer, offline too."));
        m_pages->setCurrentWidget(m_start);
        return;
    }
    const store::SearchResult &result = m_model->result();
    const bool none = result.hits.isEmpty();
    QStringList parts;
    if (!result.unknown.isEmpty())
        parts << tr("Nobody and no group here is called “%1”.").arg(result.unknown.join(QStringLiteral("”, “")));
    else if (result.hits.size() >= SearchModel::limit)
        parts << tr("The first %n", nullptr, int(result.hits.size()));
    else if (!none)
        parts << tr("%n found", nullptr, int(result.hits.size()));
    parts << understood();
    if (result.ranked == store::SearchResult::Window)
        parts << tr("ranked among the newest 2000");
    parts << words::completeUpTo(result.completeUpTo, m_context.clock.now());
    for (const QString &strange : m_words.notUnderstood)
        parts << tr("“%1” is not understood and left out").arg(strange);
    parts.removeAll(QString());
    m_state->setText(parts.join(QStringLiteral(" · ")));
    m_emptyText->setText(m_words.parts.isEmpty() ? tr("Try fewer or shorter words: accents and endings do not matter.")
                                                 : tr("Try fewer words, or search everywhere."));
    m_without->setVisible(!m_words.parts.isEmpty() && !m_words.text.trimmed().isEmpty());
    m_pages->setCurrentWidget(none ? m_empty : static_cast<QWidget *>(m_list));
    m_tell = m_context.scheduler.after(tellAfterMs, [this] {
        m_tell = 0;
        tellReaders();
    });
}

void SearchPage::tellReaders()
{
    if (!QAccessible::isActive() || !isVisible())
        return;
    m_state->setAccessibleName(m_model->result().hits.isEmpty() ? tr("Nothing found") : m_state->text());
    QAccessibleEvent event(m_state, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

// What led somewhere is offered again.
void SearchPage::remember()
{
    const QString typed = m_edit->text().simplified();
    if (typed.isEmpty())
        return;
    QStringList &recent = m_context.preferences.recentSearches;
    if (recent.value(0) == typed)
        return;
    recent.removeAll(typed);
    recent.prepend(typed);
    while (recent.size() > maxRecent)
        recent.removeLast();
    Q_EMIT m_context.navigator.habitsChanged();
}

void SearchPage::open(int row)
{
    if (row < 0 || row >= m_model->rowCount())
        return;
    remember();
    const store::SearchHit &hit = m_model->hit(row);
    switch (hit.kind) {
    case model::Kind::Person: m_context.navigator.go({.kind = Place::PersonWall, .id = hit.id}); return;
    case model::Kind::Group: m_context.navigator.go({.kind = Place::Group, .id = hit.id}); return;
    case model::Kind::Document:
    case model::Kind::Folder: m_context.navigator.openDocument(hit.place.scope.groupId(), hit.id); return;
    case model::Kind::Comment:
        m_context.navigator.go({.kind = Place::Thread, .id = hit.post, .highlight = hit.id});
        return;
    default: m_context.navigator.go({.kind = Place::Thread, .id = hit.id}); return;
    }
}

} // namespace parvis::ui
