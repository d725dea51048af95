#pragma once

#include "ui/context.h"
#include "ui/widgets/column.h"

namespace parvis::ui {

// What the server has not acknowledged, each with what it is, why it waits, and what one can do.
class OutboxPage : public Column {
    Q_OBJECT

public:
    explicit OutboxPage(const Context &context, QWidget *parent = nullptr);
    void read();

private:
    void show(const QList<store::OutboxEntry> &entries);
    QWidget *row(const store::OutboxEntry &entry);
    void edit(const store::OutboxEntry &entry, const QString &body);

    Context m_context;
};

// The text that an operation would write; empty if it writes none.
QString bodyOf(const model::Operation &op);

} // namespace parvis::ui
