#pragma once

#include "ui/context.h"
#include "ui/shell/companies.h"

#include <QAbstractButton>

namespace parvis::ui {

// One company at the top of the rail. A click goes there; on the company that is shown it opens the menu of them all.
class CompanyButton : public QAbstractButton {
    Q_OBJECT

public:
    CompanyButton(const Context &context, const QString &key, QWidget *parent);
    QSize sizeHint() const override { return {48, 44}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    const Companies::Entry *entry() const;
    void refresh();
    void press();
    void showMenu();

    Context m_context;
    QString m_key;
};

} // namespace parvis::ui
