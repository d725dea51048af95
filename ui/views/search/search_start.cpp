#include "ui/views/search/search_start.h"

#include "ui/shell/navigator.h"
#include "ui/theme/theme.h"
#include "ui/views/search/search_filters.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/place_row.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace parvis::ui {

SearchStart::SearchStart(const Context &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_recent(new QWidget(this))
{
    const Theme &theme = context.theme;
    auto *head = new QHBoxLayout;
    head->addWidget(makeLabel(tr("Looked for lately"), theme, TextRole::ListBold, Ink::First, m_recent));
    head->addStretch();
    auto *clear = makeLinkButton(tr("Clear"), theme, m_recent);
    clear->setAccessibleName(tr("Forget what was looked for"));
    head->addWidget(clear);
    auto *recent = new QVBoxLayout(m_recent);
    recent->setContentsMargins(0, 0, 0, 16);
    recent->setSpacing(4);
    recent->addLayout(head);
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(0);
    recent->addLayout(m_rows);

    const bool french = SearchFilters::writesFrench();
    struct Example {
        QString typed, meaning;
    };
    const Example examples[] = {
        {french ? QStringLiteral("de:moi") : QStringLiteral("from:me"), tr("what you wrote; or a colleague’s name")},
        {french ? QStringLiteral("dans:\"…\"") : QStringLiteral("in:\"…\""), tr("in one group")},
        {french ? QStringLiteral("depuis:lundi") : QStringLiteral("since:monday"), tr("from a day on")},
        {french ? QStringLiteral("avant:2026-03") : QStringLiteral("before:2026-03"),
         tr("before a day, a month or a year")},
        {french ? QStringLiteral("pendant:mars") : QStringLiteral("during:march"), tr("within a month, a week, a day")},
        {french ? QStringLiteral("type:commentaire") : QStringLiteral("type:comment"),
         tr("posts, comments, documents, people or groups")},
        {tr("\"word for word\""),
         tr("these words side by side")},
        {french ? QStringLiteral("-brouillon") : QStringLiteral("-draft"), tr("without this word")}};
    auto *card = new CardFrame(theme, this);
    auto *grid = new QGridLayout(card);
    grid->setContentsMargins(20, 16, 20, 16);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    grid->addWidget(makeLabel(tr("Narrow a search by typing"), theme, TextRole::ListBold, Ink::First, card), 0, 0, 1,
                    2);
    int row = 1;
    for (const Example &example : examples) {
        grid->addWidget(makeLabel(example.typed, theme, TextRole::Code, Ink::Accent, card), row, 0);
        grid->addWidget(makeLabel(example.meaning, theme, TextRole::List, Ink::Second, card), row, 1);
        ++row;
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_recent);
    layout->addWidget(card);
    layout->addStretch();
    connect(clear, &QPushButton::clicked, this, [this] {
        m_context.preferences.recentSearches.clear();
        Q_EMIT m_context.navigator.habitsChanged();
        refresh();
    });
    refresh();
}

void SearchStart::refresh()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const QString &typed : std::as_const(m_context.preferences.recentSearches)) {
        auto *row = new PlaceRow(m_context.theme, Icon::Search, typed, m_recent);
        connect(row, &QAbstractButton::clicked, this, [this, typed] { Q_EMIT chosen(typed); });
        m_rows->addWidget(row);
    }
    m_recent->setVisible(!m_context.preferences.recentSearches.isEmpty());
}

} // namespace parvis::ui
