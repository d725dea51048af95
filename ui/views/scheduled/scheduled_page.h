#pragma once

#include "ui/context.h"
#include "ui/widgets/column.h"

namespace parvis::ui {

// The posts that wait on the server for their time: to change, publish now or cancel. Those that could not be published stand
// first, with the reason.
class ScheduledPage : public Column {
    Q_OBJECT

public:
    explicit ScheduledPage(const Context &context, QWidget *parent = nullptr);
    void read();

private:
    void show(const QList<store::ScheduledItem> &items);
    QWidget *row(const store::ScheduledItem &item);
    void edit(const store::ScheduledItem &item);
    void run(const Backend::Answer<Backend::Written> &answer);

    Context m_context;
};

} // namespace parvis::ui
