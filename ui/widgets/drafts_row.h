#pragma once

#include "ui/context.h"
#include "ui/widgets/place_row.h"

namespace parvis::ui {

// "Drafts · 2" in the side list; not there while there is none.
class DraftsRow : public PlaceRow {
    Q_OBJECT

public:
    DraftsRow(const Context &context, QWidget *parent);
    ~DraftsRow() override;

private:
    void readSoon();
    void count();

    Context m_context;
    base::Scheduler::Handle m_timer = 0;
};

} // namespace parvis::ui
