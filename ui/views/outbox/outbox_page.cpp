#include "ui/views/outbox/outbox_page.h"

#include "base/deliver.h"
#include "text/markdown.h"
#include "ui/shell/navigator.h"
#include "ui/text/file_words.h"
#include "ui/text/words.h"
#include "ui/widgets/ask.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/labels.h"

#include <QDialog>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace parvis::ui {

namespace {

constexpr int maxShown = 60;

// Marks and drafts go by themselves: nobody needs to decide about them.
bool isForPeople(const store::OutboxEntry &entry)
{
    const bool quiet = entry.op.kind == model::Kind::ReadMark || entry.op.kind == model::Kind::Draft
                       || entry.op.kind == model::Kind::Bookmark || entry.op.kind == model::Kind::PlaceSetting;
    return !entry.isVoid && entry.state != store::OutboxState::Answered
           && !(quiet && entry.state == store::OutboxState::Pending);
}

} // namespace

QString bodyOf(const model::Operation &op)
{
    int number = 0;
    if (op.kind == model::Kind::Post || op.kind == model::Kind::ScheduledPost)
        number = 3;
    else if (op.kind == model::Kind::Comment)
        number = 4;
    for (const model::FieldChange &change : op.changes) {
        const auto *text = change.number == number ? std::get_if<QString>(&change.value) : nullptr;
        if (text)
            return *text;
    }
    return {};
}

OutboxPage::OutboxPage(const Context &context, QWidget *parent) : Column(tr("Outbox"), parent), m_context(context)
{
    connect(&context.backend, &Backend::changed, this, [this](const store::ChangeSet &changes) {
        if (changes.outbox && isVisible())
            read();
    });
    connect(&context.backend, &Backend::stateChanged, this, [this] {
        if (isVisible())
            read();
    });
}

void OutboxPage::read()
{
    base::deliver(m_context.backend.outbox(), this, [this](const base::Result<QList<store::OutboxEntry>> &answer) {
        if (answer)
            show(*answer);
        else
            Q_EMIT m_context.navigator.said(words::error(answer.error()));
    });
}

void OutboxPage::show(const QList<store::OutboxEntry> &entries)
{
    clear();
    QList<store::OutboxEntry> rejected, pending;
    for (const auto &entry : entries) {
        if (isForPeople(entry))
            (entry.state == store::OutboxState::Rejected ? rejected : pending).append(entry);
    }
    auto section = [this](const QString &title, const QList<store::OutboxEntry> &shown) {
        if (shown.isEmpty())
            return;
        list()->addSpacing(4);
        list()->addWidget(makeLabel(title.toUpper(), m_context.theme, TextRole::Section, Ink::Third));
        for (const auto &entry : shown.mid(0, maxShown))
            list()->addWidget(row(entry));
        if (shown.size() > maxShown)
            list()->addWidget(makeLabel(tr("and %n more", nullptr, int(shown.size()) - maxShown), m_context.theme,
                                        TextRole::List, Ink::Second));
    };
    section(tr("Not sent: decide what happens with them"), rejected);
    section(tr("Waiting: sent by themselves as soon as the network allows"), pending);
    if (rejected.isEmpty() && pending.isEmpty()) {
        auto *title = makeLabel(tr("Everything has been sent"), m_context.theme, TextRole::Title);
        auto *hint = makeLabel(tr("What you write offline waits here until the server has it."), m_context.theme,
                               TextRole::List, Ink::Second);
        title->setAlignment(Qt::AlignCenter);
        hint->setAlignment(Qt::AlignCenter);
        list()->addSpacing(160);
        list()->addWidget(title);
        list()->addWidget(hint);
    }
    list()->addStretch();
}

QWidget *OutboxPage::row(const store::OutboxEntry &entry)
{
    const Theme &theme = m_context.theme;
    const QString body = bodyOf(entry.op);
    const bool rejected = entry.state == store::OutboxState::Rejected;
    auto *card = new CardFrame(theme);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    const QString what = words::operation(entry.op);
    texts->addWidget(makeLabel(body.isEmpty() ? what : text::summary(body, 60), theme, TextRole::ListBold));
    const QString when = words::relativeTime(entry.op.at, m_context.clock.now());
    texts->addWidget(
        makeLabel(body.isEmpty() ? when : what + QStringLiteral(" · ") + when, theme, TextRole::Detail, Ink::Second));
    const bool ofFile = entry.op.kind == model::Kind::Attachment || entry.op.kind == model::Kind::Version
                        || entry.op.kind == model::Kind::Document || entry.op.kind == model::Kind::Folder
                        || entry.op.kind == model::Kind::Lock;
    auto *why = makeLabel(rejected ? QStringLiteral("⚠ ") + (ofFile ? words::fileRefusal(entry.why) : words::refusal(entry.why)) : tr("waiting to be sent"), theme,
                          TextRole::Detail, rejected ? Ink::Bad : Ink::Wait);
    why->setWordWrap(true);
    texts->addWidget(why);

    auto *layout = new QHBoxLayout(card);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->addLayout(texts, 1);
    if (rejected && !body.isEmpty()) {
        auto *button = makeButton(tr("Edit"), theme, false, card);
        connect(button, &QPushButton::clicked, this, [this, entry, body] { edit(entry, body); });
        layout->addWidget(button);
    }
    if (rejected) {
        auto *button = makeButton(tr("Try again"), theme, false, card);
        connect(button, &QPushButton::clicked, this, [this, op = entry.op.id] {
            base::deliver(m_context.backend.retry(op, {}), this, [this](const base::Result<Backend::Written> &answer) {
                if (!answer)
                    Q_EMIT m_context.navigator.said(words::error(answer.error()));
                read();
            });
        });
        layout->addWidget(button);
    }
    auto *discard = makeButton(tr("Discard"), theme, false, card);
    connect(discard, &QPushButton::clicked, this, [this, op = entry.op.id, body] {
        if (!body.isEmpty() && !ask(window(), tr("Throw this text away? Nobody has received it."), tr("Discard")))
            return;
        base::deliver(m_context.backend.discard(op), this, [this](const base::Result<void> &answer) {
            if (!answer)
                Q_EMIT m_context.navigator.said(words::error(answer.error()));
            read();
        });
    });
    layout->addWidget(discard);
    return card;
}

void OutboxPage::edit(const store::OutboxEntry &entry, const QString &body)
{
    QDialog dialog(window());
    dialog.setWindowTitle(tr("Edit and send again"));
    dialog.resize(640, 240);
    auto *composer = new Composer(m_context, &dialog);
    auto *layout = new QVBoxLayout(&dialog);
    layout->addWidget(composer);
    layout->addStretch();
    composer->setTarget({.button = tr("Send again"),
                         .text = body,
                         .write = [this, op = entry.op.id](const QString &text, const Backend::Draft &, const Backend::Files &) {
                             return m_context.backend.retry(op, text);
                         }});
    connect(composer, &Composer::written, &dialog, &QDialog::accept);
    connect(composer, &Composer::cancelled, &dialog, &QDialog::reject);
    composer->focusText();
    dialog.exec();
    read();
}

} // namespace parvis::ui
