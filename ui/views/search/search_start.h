#pragma once

#include "ui/context.h"

#include <QWidget>

class QVBoxLayout;

namespace parvis::ui {

// Before anything is typed: what was looked for lately, and how a search is narrowed.
class SearchStart : public QWidget {
    Q_OBJECT

public:
    explicit SearchStart(const Context &context, QWidget *parent = nullptr);
    void refresh();

Q_SIGNALS:
    void chosen(const QString &typed);

private:
    Context m_context;
    QWidget *m_recent;
    QVBoxLayout *m_rows;
};

} // namespace parvis::ui
