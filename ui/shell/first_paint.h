#pragma once

#include "ui/context.h"

#include <QPointer>

namespace parvis::ui {

class FeedPage;

// The order of things when a window opens: nothing is painted until the first page has come from the cache, which takes
// less than making the widgets; then the page itself; then the columns beside it, whose places stay empty until then. After a
// short while everything is painted whatever there is. Owned by the shell; does nothing in a window that is seen already.
class FirstPaint : public QObject {
    Q_OBJECT

public:
    static constexpr qint64 patienceMs = 100;

    FirstPaint(const Context &context, QWidget *shell, const QList<QWidget *> &columns);
    ~FirstPaint() override;

    void await(FeedPage *page); // null: there is none, so all is painted as soon as there is time

Q_SIGNALS:
    void over(); // once

private:
    void paint();
    void uncover();

    base::Scheduler &m_scheduler;
    QPointer<QWidget> m_held; // the window, while it does not paint
    QList<QWidget *> m_covers;
    base::Scheduler::Handle m_patience = 0;
    bool m_isOver = false;
};

} // namespace parvis::ui
