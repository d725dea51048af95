#include "ui/widgets/drafts_row.h"

#include "base/deliver.h"
#include "ui/shell/navigator.h"

namespace parvis::ui {

namespace {

constexpr qint64 quietMs = 400; // drafts change while one types, and the count is not urgent

} // namespace

DraftsRow::DraftsRow(const Context &context, QWidget *parent)
    : PlaceRow(context.theme, Icon::Pencil, tr("Drafts"), parent), m_context(context)
{
    hide();
    connect(this, &QAbstractButton::clicked, this, [this] { m_context.navigator.go({.kind = Place::Drafts}); });
    connect(&context.navigator, &Navigator::moved, this,
            [this](const Place &place) { setCurrent(place.kind == Place::Drafts); });
    connect(&context.backend, &Backend::changed, this, [this](const store::ChangeSet &changes) {
        const auto identity = m_context.backend.identity();
        if (identity && (changes.wide || changes.scopes.contains(ScopeId::person(identity->person))))
            readSoon();
    });
    readSoon();
}

DraftsRow::~DraftsRow()
{
    m_context.scheduler.cancel(m_timer);
}

void DraftsRow::readSoon()
{
    if (m_timer != 0)
        return;
    m_timer = m_context.scheduler.after(quietMs, [this] {
        m_timer = 0;
        count();
    });
}

void DraftsRow::count()
{
    base::deliver(m_context.backend.drafts({}), this, [this](const base::Result<QList<store::DraftItem>> &answer) {
        if (!answer)
            return;
        setVisible(!answer->isEmpty());
        setText(answer->isEmpty() ? tr("Drafts") : tr("Drafts · %n", nullptr, int(answer->size())));
        setAccessibleName(text());
        update();
    });
}

} // namespace parvis::ui
