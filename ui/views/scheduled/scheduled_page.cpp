#include "ui/views/scheduled/scheduled_page.h"

#include "base/deliver.h"
#include "text/markdown.h"
#include "ui/shell/navigator.h"
#include "ui/text/words.h"
#include "ui/views/scheduled/schedule_dialog.h"
#include "ui/widgets/ask.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace parvis::ui {

namespace {

bool failed(const store::ScheduledItem &item)
{
    return item.state == store::ItemState::Rejected || !item.refused.isEmpty();
}

} // namespace

ScheduledPage::ScheduledPage(const Context &context, QWidget *parent)
    : Column(tr("Scheduled posts"), parent), m_context(context)
{
    connect(&context.backend, &Backend::changed, this, [this](const store::ChangeSet &changes) {
        const auto ours = [](const store::Change &change) { return change.kind == model::Kind::ScheduledPost; };
        if (isVisible() && (changes.wide || std::any_of(changes.changes.begin(), changes.changes.end(), ours)))
            read();
    });
}

void ScheduledPage::read()
{
    base::deliver(m_context.backend.scheduled(), this, [this](const base::Result<QList<store::ScheduledItem>> &answer) {
        if (answer)
            show(*answer);
        else
            Q_EMIT m_context.navigator.said(words::error(answer.error()));
    });
}

void ScheduledPage::show(const QList<store::ScheduledItem> &items)
{
    clear();
    const Theme &theme = m_context.theme;
    for (const bool wantFailed : {true, false}) {
        bool first = true;
        for (const auto &item : items) {
            if (failed(item) != wantFailed)
                continue;
            if (std::exchange(first, false)) {
                list()->addSpacing(4);
                const QString title =
                    wantFailed ? tr("Not published: decide what happens with them") : tr("Waiting for their time");
                list()->addWidget(makeLabel(title.toUpper(), theme, TextRole::Section, Ink::Third));
            }
            list()->addWidget(row(item));
        }
    }
    if (items.isEmpty()) {
        auto *title = makeLabel(tr("Nothing is scheduled"), theme, TextRole::Title);
        auto *hint = makeLabel(
            tr("Choose “Later…” when you write a post: the server publishes it then, whether you are there or not."),
            theme, TextRole::List, Ink::Second);
        title->setAlignment(Qt::AlignCenter);
        hint->setAlignment(Qt::AlignCenter);
        hint->setWordWrap(true);
        list()->addSpacing(160);
        list()->addWidget(title);
        list()->addWidget(hint);
    }
    list()->addStretch();
}

QWidget *ScheduledPage::row(const store::ScheduledItem &item)
{
    const Theme &theme = m_context.theme;
    auto *card = new CardFrame(theme);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(6);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    const QString when = item.at.isNull() ? tr("as soon as it is sent") : words::fullTime(item.at);
    head->addWidget(makeLabel(when, theme, TextRole::ListBold));
    head->addWidget(makeLabel(words::placeTitle(item.place), theme, TextRole::List, Ink::Second), 1);
    if (item.state == store::ItemState::Pending)
        head->addWidget(makeLabel(tr("waiting to be sent"), theme, TextRole::Detail, Ink::Wait));
    layout->addLayout(head);
    auto *body = makeLabel(text::summary(item.body, 320), theme, TextRole::List);
    body->setWordWrap(true);
    layout->addWidget(body);
    if (failed(item)) {
        auto *why = makeLabel(words::refusal(item.refused.isEmpty() ? item.why : item.refused), theme, TextRole::Detail,
                              Ink::Bad);
        why->setWordWrap(true);
        layout->addWidget(why);
    }
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    const auto add = [&](QPushButton *button, auto run) {
        button->setAccessibleDescription(text::summary(item.body, 80));
        connect(button, &QPushButton::clicked, this, run);
        buttons->addWidget(button);
    };
    add(makeButton(tr("Change…"), theme, false, card), [this, item] { edit(item); });
    add(makeButton(tr("Publish now"), theme, false, card),
        [this, id = item.id] { run(m_context.backend.changeScheduled(id, {.body = {}, .at = base::Time{}})); });
    add(makeFlatButton(tr("Cancel it"), theme, card), [this, item] {
        if (!ask(window(), tr("Cancel this post? Its text is deleted."), tr("Cancel the post")))
            return;
        // What never got to the server is given up here.
        if (item.state == store::ItemState::Rejected)
            base::deliver(m_context.backend.discard(item.op), this, [this](const base::Result<void> &) { read(); });
        else
            run(m_context.backend.cancelScheduled(item.id));
    });
    buttons->addStretch();
    layout->addLayout(buttons);
    return card;
}

void ScheduledPage::edit(const store::ScheduledItem &item)
{
    ScheduleDialog dialog(m_context, item, window());
    if (dialog.exec() != QDialog::Accepted)
        return;
    Backend::ScheduleChange change;
    if (dialog.body() != item.body)
        change.body = dialog.body();
    if (dialog.at() != item.at || failed(item))
        change.at = dialog.at();
    if (change.body || change.at)
        run(m_context.backend.changeScheduled(item.id, change));
}

void ScheduledPage::run(const Backend::Answer<Backend::Written> &answer)
{
    base::deliver(answer, this, [this](const base::Result<Backend::Written> &result) {
        if (!result)
            Q_EMIT m_context.navigator.said(words::error(result.error()));
    });
}

} // namespace parvis::ui
