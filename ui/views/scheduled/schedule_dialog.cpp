#include "ui/views/scheduled/schedule_dialog.h"

#include "ui/text/words.h"
#include "ui/widgets/labels.h"

#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QVBoxLayout>

namespace parvis::ui {

namespace {

constexpr int morning = 9; // o'clock

QDateTime local(base::Time time)
{
    return QDateTime::fromMSecsSinceEpoch(time.ms());
}

base::Time whole(QDateTime time) // minutes: seconds are nobody's choice
{
    time.setTime(QTime(time.time().hour(), time.time().minute()));
    return base::Time::fromMs(time.toMSecsSinceEpoch());
}

} // namespace

QList<ScheduleDialog::Choice> ScheduleDialog::choices(base::Time now)
{
    const QDateTime today = local(now);
    const QDate tomorrow = today.date().addDays(1);
    const QDate monday = today.date().addDays(8 - today.date().dayOfWeek());
    QList<Choice> list{{tr("In one hour"), whole(today.addSecs(3600))},
                       {tr("Tomorrow morning"), whole(QDateTime(tomorrow, QTime(morning, 0)))}};
    if (monday != tomorrow)
        list.append({tr("Monday morning"), whole(QDateTime(monday, QTime(morning, 0)))});
    return list;
}

ScheduleDialog::ScheduleDialog(const Context &context, QWidget *parent) : QDialog(parent), m_context(context)
{
    setWindowTitle(tr("Publish later"));
    build(false, tr("Schedule"));
    setAt(choices(context.clock.now()).at(1).at);
}

ScheduleDialog::ScheduleDialog(const Context &context, const store::ScheduledItem &item, QWidget *parent)
    : QDialog(parent), m_context(context)
{
    setWindowTitle(tr("Change a scheduled post"));
    build(true, tr("Save"));
    m_text->setPlainText(item.body);
    setAt(item.at.isNull() ? choices(context.clock.now()).at(0).at : item.at);
}

void ScheduleDialog::build(bool withText, const QString &button)
{
    const Theme &theme = m_context.theme;
    setMinimumWidth(640);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(16);
    if (withText) {
        m_text = new QPlainTextEdit(this);
        m_text->setAccessibleName(tr("Text"));
        m_text->setFont(theme.font(TextRole::Reading));
        m_text->setTabChangesFocus(true);
        m_text->setMinimumHeight(theme.px(160));
        m_text->verticalScrollBar()->setAccessibleName(tr("Scroll position"));
        m_text->horizontalScrollBar()->setAccessibleName(tr("Scroll position"));
        layout->addWidget(m_text);
    }
    m_when = new QDateTimeEdit(this);
    m_when->setCalendarPopup(true);
    m_when->setDisplayFormat(QLocale().dateFormat(QLocale::ShortFormat) + QStringLiteral("  HH:mm"));
    m_when->setAccessibleName(tr("When to publish it"));
    auto *label = makeLabel(tr("When to publish it"), theme, TextRole::List, Ink::Second, this);
    label->setBuddy(m_when);
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_when, 1);
    layout->addLayout(row);
    auto *quick = new QHBoxLayout;
    quick->setSpacing(8);
    for (const Choice &choice : choices(m_context.clock.now())) {
        auto *pick = makeButton(choice.text, theme, false, this);
        pick->setAutoDefault(false);
        connect(pick, &QPushButton::clicked, this, [this, at = choice.at] { setAt(at); });
        quick->addWidget(pick);
    }
    quick->addStretch();
    layout->addLayout(quick);
    m_hint = makeLabel({}, theme, TextRole::Detail, Ink::Second, this);
    m_hint->setWordWrap(true);
    layout->addWidget(m_hint);
    auto *save = makeButton(button, theme, true, this);
    save->setDefault(true);
    auto *cancel = makeFlatButton(tr("Cancel"), theme, this);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    layout->addLayout(buttons);
    connect(save, &QPushButton::clicked, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_when, &QDateTimeEdit::dateTimeChanged, this, &ScheduleDialog::tell);
    if (m_text)
        connect(m_text, &QPlainTextEdit::textChanged, this,
                [this, save] { save->setEnabled(!body().trimmed().isEmpty()); });
}

void ScheduleDialog::tell()
{
    if (at() <= m_context.clock.now())
        m_hint->setText(tr("This time has passed: it is published as soon as it is sent."));
    else
        m_hint->setText(tr("Published on %1, under your name. Until then only you see it.").arg(words::fullTime(at())));
}

void ScheduleDialog::setAt(base::Time at)
{
    m_when->setDateTime(local(at));
    tell();
}

base::Time ScheduleDialog::at() const
{
    return whole(m_when->dateTime());
}

QString ScheduleDialog::body() const
{
    return m_text ? m_text->toPlainText() : QString();
}

} // namespace parvis::ui
