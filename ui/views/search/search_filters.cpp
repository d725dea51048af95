#include "ui/views/search/search_filters.h"

#include "base/deliver.h"
#include "ui/text/fuzzy.h"
#include "ui/theme/theme.h"
#include "ui/widgets/choice_popup.h"
#include "ui/widgets/labels.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>

#include <algorithm>

namespace parvis::ui {

using text::SearchOperator;
using text::SearchType;

namespace {

constexpr int shownChoices = 40;
constexpr int shownMonths = 12;

bool isDays(SearchOperator op)
{
    return op == SearchOperator::Before || op == SearchOperator::After || op == SearchOperator::Since
           || op == SearchOperator::During;
}

} // namespace

SearchFilters::SearchFilters(const Context &context, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_person(add(tr("Person"))),
      m_group(add(tr("Group"))),
      m_days(add(tr("Date"))),
      m_type(add(tr("Kind")))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (QPushButton *button : {m_person, m_group, m_days, m_type})
        layout->addWidget(button);
    connect(m_person, &QPushButton::clicked, this, &SearchFilters::pickPerson);
    connect(m_group, &QPushButton::clicked, this, &SearchFilters::pickGroup);
    auto *days = new QMenu(this);
    connect(days, &QMenu::aboutToShow, this, [this, days] { fillDays(days); });
    m_days->setMenu(days);
    auto *types = new QMenu(this);
    connect(types, &QMenu::aboutToShow, this, [this, types] { fillTypes(types); });
    m_type->setMenu(types);
    context.theme.follow(this, [this] { show(text::SearchWords(m_words)); });
}

bool SearchFilters::writesFrench()
{
    return QLocale().language() == QLocale::French;
}

QPushButton *SearchFilters::add(const QString &name)
{
    QPushButton *button = makeButton(name, m_context.theme, false, this);
    m_context.theme.follow(button, [this, button] { button->setFont(m_context.theme.font(TextRole::List)); });
    return button;
}

void SearchFilters::label(QPushButton *button, const QString &none, const QStringList &values)
{
    const QString shown = values.isEmpty() ? none : tr("%1: %2", "filter").arg(none, values.join(QStringLiteral(", ")));
    button->setText(
        button->fontMetrics().elidedText(shown, Qt::ElideRight, m_context.theme.px(180)).replace(u'&', "&&"));
    button->setAccessibleName(shown);
    QPalette palette = button->palette();
    palette.setColor(QPalette::ButtonText,
                     values.isEmpty() ? m_context.theme.tokens().second : m_context.theme.tokens().accent);
    button->setPalette(palette);
}

void SearchFilters::show(const text::SearchWords &words)
{
    m_words = words;
    QStringList people, groups, days, types;
    for (const text::SearchPart &part : words.parts) {
        if (part.value.isEmpty())
            continue;
        if (part.op == SearchOperator::From)
            people << (words.from.contains(text::searchMe) && part.value.size() <= 3 ? tr("me") : part.value);
        else if (part.op == SearchOperator::In)
            groups << part.value;
        else if (part.op == SearchOperator::Type)
            types << part.value;
        else
            days << text::operatorWord(part.op, writesFrench()) + u' ' + part.value;
    }
    label(m_person, tr("Person"), people);
    label(m_group, tr("Group"), groups);
    label(m_days, tr("Date"), days);
    label(m_type, tr("Kind"), types);
}

void SearchFilters::pickPerson()
{
    delete m_popup;
    m_popup = new ChoicePopup(m_context.theme, tr("Written by…"), this);
    connect(m_popup, &ChoicePopup::chosen, this,
            [this](const QString &value) { Q_EMIT picked(SearchOperator::From, value); });
    m_popup->openBelow(m_person, [this](const QString &typed) {
        base::deliver(
            m_context.backend.people(typed, shownChoices), m_popup,
            [this, typed](const base::Result<QList<store::PersonCard>> &answer) {
                QList<Choice> choices;
                if (typed.isEmpty()) {
                    if (!m_words.from.isEmpty())
                        choices.append({tr("Anybody"), {}, {}});
                    choices.append({tr("Me"), {}, writesFrench() ? QStringLiteral("moi") : QStringLiteral("me")});
                }
                if (answer) {
                    for (const store::PersonCard &person : *answer)
                        choices.append({person.fullName, person.title, person.handle});
                }
                m_popup->offer(typed, choices);
            });
    });
}

void SearchFilters::pickGroup()
{
    delete m_popup;
    m_popup = new ChoicePopup(m_context.theme, tr("In the group…"), this);
    connect(m_popup, &ChoicePopup::chosen, this,
            [this](const QString &value) { Q_EMIT picked(SearchOperator::In, value); });
    m_popup->openBelow(m_group, [this](const QString &typed) {
        base::deliver(m_context.backend.groups(), m_popup,
                      [this, typed](const base::Result<QList<store::GroupItem>> &answer) {
                          QList<std::pair<int, Choice>> found;
                          for (const store::GroupItem &group : answer.value_or(QList<store::GroupItem>())) {
                              const auto match = fuzzyMatch(FuzzyText(group.title), typed);
                              if (group.role && (match || typed.trimmed().isEmpty()))
                                  found.append({match ? match->score : 0, {group.title, {}, group.handle}});
                          }
                          std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) {
                              return a.first != b.first ? a.first > b.first
                                                        : QString::localeAwareCompare(a.second.text, b.second.text) < 0;
                          });
                          QList<Choice> choices;
                          if (typed.isEmpty() && !m_words.in.isEmpty())
                              choices.append({tr("All groups"), {}, {}});
                          for (qsizetype i = 0; i < found.size() && i < shownChoices; ++i)
                              choices.append(found.at(i).second);
                          m_popup->offer(typed, choices);
                      });
    });
}

void SearchFilters::fillDays(QMenu *menu)
{
    menu->clear();
    const bool french = writesFrench();
    auto add = [this](QMenu *to, const QString &text, SearchOperator op, const QString &value) {
        to->addAction(text, this, [this, op, value] { Q_EMIT picked(op, value); });
    };
    const auto during = SearchOperator::During;
    const auto since = SearchOperator::Since;
    add(menu, tr("Today"), during, french ? QStringLiteral("aujourd’hui") : QStringLiteral("today"));
    add(menu, tr("Yesterday"), during, french ? QStringLiteral("hier") : QStringLiteral("yesterday"));
    add(menu, tr("This week"), during, french ? QStringLiteral("semaine") : QStringLiteral("week"));
    add(menu, tr("The last 7 days"), since, french ? QStringLiteral("7j") : QStringLiteral("7d"));
    add(menu, tr("The last 30 days"), since, french ? QStringLiteral("30j") : QStringLiteral("30d"));
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_context.clock.now().ms()).date();
    add(menu, tr("This year"), during, QString::number(today.year()));
    add(menu, tr("Last year"), during, QString::number(today.year() - 1));
    QMenu *months = menu->addMenu(tr("In the month of"));
    for (int i = 0; i < shownMonths; ++i) {
        const QDate month = today.addMonths(-i);
        add(months, QLocale().toString(month, QStringLiteral("MMMM yyyy")), during,
            month.toString(QStringLiteral("yyyy-MM")));
    }
    if (std::any_of(m_words.parts.begin(), m_words.parts.end(), [](const auto &part) { return isDays(part.op); })) {
        menu->addSeparator();
        add(menu, tr("Any day"), during, {});
    }
}

void SearchFilters::fillTypes(QMenu *menu)
{
    menu->clear();
    auto add = [this, menu](const QString &text, std::optional<SearchType> type) {
        QAction *action = menu->addAction(text, this, [this, type] {
            Q_EMIT picked(SearchOperator::Type, type ? text::typeWord(*type, writesFrench()) : QString());
        });
        action->setCheckable(true);
        action->setChecked(m_words.type == type);
    };
    add(tr("Everything"), std::nullopt);
    add(tr("Posts"), SearchType::Post);
    add(tr("Comments"), SearchType::Comment);
    add(tr("Documents"), SearchType::Document);
    add(tr("People"), SearchType::Person);
    add(tr("Groups"), SearchType::Group);
}

} // namespace parvis::ui
