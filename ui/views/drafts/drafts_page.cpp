#include "ui/views/drafts/drafts_page.h"

#include "base/deliver.h"
#include "text/markdown.h"
#include "ui/shell/navigator.h"
#include "ui/text/words.h"
#include "ui/widgets/ask.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace parvis::ui {

namespace {

constexpr int maxShown = 100;

} // namespace

DraftsPage::DraftsPage(const Context &context, QWidget *parent) : Column(tr("Drafts"), parent), m_context(context)
{
    connect(&context.backend, &Backend::changed, this, [this](const store::ChangeSet &changes) {
        const auto identity = m_context.backend.identity();
        if (isVisible() && identity && (changes.wide || changes.scopes.contains(ScopeId::person(identity->person))))
            read();
    });
}

void DraftsPage::read()
{
    base::deliver(m_context.backend.drafts({}), this, [this](const base::Result<QList<store::DraftItem>> &answer) {
        if (answer)
            show(*answer);
        else
            Q_EMIT m_context.navigator.said(words::error(answer.error()));
    });
}

void DraftsPage::show(const QList<store::DraftItem> &drafts)
{
    clear();
    for (const store::DraftItem &draft : drafts.mid(0, maxShown))
        list()->addWidget(row(draft));
    if (drafts.size() > maxShown)
        list()->addWidget(makeLabel(tr("and %n more", nullptr, int(drafts.size()) - maxShown), m_context.theme,
                                    TextRole::List, Ink::Second));
    if (drafts.isEmpty()) {
        auto *title = makeLabel(tr("No draft"), m_context.theme, TextRole::Title);
        auto *hint = makeLabel(
            tr("What you begin to write is kept by itself, and waits for you here and on your other computers."),
            m_context.theme, TextRole::List, Ink::Second);
        title->setAlignment(Qt::AlignCenter);
        hint->setAlignment(Qt::AlignCenter);
        hint->setWordWrap(true);
        list()->addSpacing(160);
        list()->addWidget(title);
        list()->addWidget(hint);
    }
    list()->addStretch();
}

QWidget *DraftsPage::row(const store::DraftItem &draft)
{
    const Theme &theme = m_context.theme;
    auto *card = new CardFrame(theme);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    const QString beginning = text::summary(draft.body, 120);
    auto *first = makeLabel(beginning, theme, TextRole::List);
    first->setWordWrap(true);
    texts->addWidget(first);
    texts->addWidget(makeLabel(words::draftPlace(draft) + QStringLiteral(" · ")
                                   + words::relativeTime(draft.changedAt, m_context.clock.now()),
                               theme, TextRole::Detail, Ink::Second));
    auto *layout = new QHBoxLayout(card);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    layout->addLayout(texts, 1);
    if (draft.purpose != store::DraftItem::Unknown) {
        QPushButton *go = makeButton(tr("Go on"), theme, false, card);
        go->setAccessibleName(tr("Go on with “%1”").arg(beginning));
        connect(go, &QPushButton::clicked, this, [this, draft] { open(draft); });
        layout->addWidget(go);
    }
    QPushButton *discard = makeFlatButton(tr("Discard"), theme, card);
    discard->setAccessibleName(tr("Discard “%1”").arg(beginning));
    connect(discard, &QPushButton::clicked, this, [this, draft] {
        if (!ask(window(), tr("Throw this draft away, on all your computers?"), tr("Discard")))
            return;
        base::deliver(m_context.backend.saveDraft(draft.place, {}, Backend::Written{draft.id, draft.base}), this,
                      [this](const base::Result<Backend::Written> &answer) {
                          if (!answer)
                              Q_EMIT m_context.navigator.said(words::error(answer.error()));
                          read();
                      });
    });
    layout->addWidget(discard);
    return card;
}

void DraftsPage::open(const store::DraftItem &draft)
{
    using Purpose = store::DraftItem::Purpose;
    switch (draft.purpose) {
    case Purpose::NewPost:
        m_context.navigator.go(
            {.kind = draft.target.isNull() ? Place::Feed : Place::Group, .id = draft.target, .reply = true});
        return;
    case Purpose::WallPost:
        m_context.navigator.go({.kind = Place::PersonWall, .id = draft.target, .reply = true});
        return;
    case Purpose::Comment: m_context.navigator.go({.kind = Place::Thread, .id = draft.post, .reply = true}); return;
    case Purpose::Answer:
        m_context.navigator.go({.kind = Place::Thread, .id = draft.post, .highlight = draft.target, .reply = true});
        return;
    case Purpose::Edit: // the key E, and its text is there again
        m_context.navigator.go({.kind = Place::Thread, .id = draft.post, .highlight = draft.target});
        return;
    case Purpose::Unknown: return;
    }
}

} // namespace parvis::ui
