#include "ui/views/feed/date_dialog.h"

#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

#include <QCalendarWidget>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QTextCharFormat>
#include <QVBoxLayout>

namespace parvis::ui {

DateDialog::DateDialog(const Context &context, QWidget *parent)
    : QDialog(parent), m_field(new QDateEdit(this)), m_month(new QCalendarWidget(this))
{
    setWindowTitle(tr("Go to a date"));
    const QDate today = QDateTime::fromMSecsSinceEpoch(context.clock.now().ms()).date();
    m_field->setDisplayFormat(QLocale().dateFormat(QLocale::ShortFormat).contains("yyyy")
                                  ? QLocale().dateFormat(QLocale::ShortFormat)
                                  : QLocale().dateFormat(QLocale::ShortFormat).replace("yy", "yyyy"));
    m_field->setMaximumDate(today);
    m_field->setDate(today);
    m_field->setAccessibleName(tr("Day"));
    m_field->setMinimumHeight(context.theme.px(34));
    m_month->setMaximumDate(today);
    m_month->setSelectedDate(today);
    m_month->setAccessibleName(tr("Month"));
    m_month->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    m_month->setHorizontalHeaderFormat(QCalendarWidget::ShortDayNames);
    m_month->setGridVisible(false);
    context.theme.follow(m_month, [this, &theme = context.theme] {
        QTextCharFormat day; // no red Saturdays
        day.setForeground(theme.tokens().ink);
        m_month->setWeekdayTextFormat(Qt::Saturday, day);
        m_month->setWeekdayTextFormat(Qt::Sunday, day);
        QTextCharFormat head;
        head.setForeground(theme.tokens().third);
        head.setBackground(theme.tokens().background);
        m_month->setHeaderTextFormat(head);
    });
    m_month->setFocusPolicy(Qt::NoFocus); // the arrows of the field do the same
    m_month->setNavigationBarVisible(false);
    QPalette palette = m_month->palette();
    palette.setColor(QPalette::Base, context.theme.tokens().background); // days to come on the same ground as others
    m_month->setPalette(palette);

    auto *go = makeButton(tr("Go"), context.theme, true, this);
    go->setDefault(true);
    auto *cancel = makeButton(tr("Cancel"), context.theme, false, this);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(go);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    auto *label = makeLabel(tr("Go to the posts of"), context.theme, TextRole::List, Ink::Second, this);
    label->setBuddy(m_field);
    layout->addWidget(label);
    layout->addWidget(m_field);
    layout->addLayout(monthBar(context.theme));
    layout->addWidget(m_month);
    layout->addLayout(buttons);

    connect(m_field, &QDateEdit::dateChanged, m_month, &QCalendarWidget::setSelectedDate);
    connect(m_month, &QCalendarWidget::selectionChanged, this, [this] { m_field->setDate(m_month->selectedDate()); });
    connect(m_month, &QCalendarWidget::activated, this, &QDialog::accept);
    connect(go, &QPushButton::clicked, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_field->setFocus();
    m_field->setSelectedSection(QDateTimeEdit::DaySection);
}

// Our own, since the calendar's has pictures of its own style.
QHBoxLayout *DateDialog::monthBar(const Theme &theme)
{
    const auto step = [&](const QString &sign, const QString &words) {
        auto *button = makeFlatButton(sign, theme, this);
        button->setFixedSize(theme.px(32), theme.px(32));
        button->setAccessibleName(words);
        button->setToolTip(words);
        return button;
    };
    auto *earlier = step(QStringLiteral("‹"), tr("Previous month"));
    auto *later = step(QStringLiteral("›"), tr("Next month"));
    auto *name = makeLabel({}, theme, TextRole::ListBold, Ink::First, this);
    name->setAlignment(Qt::AlignCenter);
    const auto showMonth = [name](int year, int month) {
        name->setText(QLocale().standaloneMonthName(month) + u' ' + QString::number(year));
    };
    showMonth(m_month->yearShown(), m_month->monthShown());
    connect(m_month, &QCalendarWidget::currentPageChanged, name, showMonth);
    connect(earlier, &QPushButton::clicked, m_month, &QCalendarWidget::showPreviousMonth);
    connect(later, &QPushButton::clicked, m_month, &QCalendarWidget::showNextMonth);
    auto *bar = new QHBoxLayout;
    bar->addWidget(earlier);
    bar->addWidget(name, 1);
    bar->addWidget(later);
    return bar;
}

QDate DateDialog::date() const
{
    return m_field->date();
}

} // namespace parvis::ui
