#pragma once

#include "ui/context.h"
#include "ui/widgets/column.h"

namespace parvis::ui {

// Every text that was begun and not sent, of all one's devices: go on with it, or discard it.
class DraftsPage : public Column {
    Q_OBJECT

public:
    explicit DraftsPage(const Context &context, QWidget *parent = nullptr);
    void read();

private:
    void show(const QList<store::DraftItem> &drafts);
    QWidget *row(const store::DraftItem &draft);
    void open(const store::DraftItem &draft);

    Context m_context;
};

} // namespace parvis::ui
