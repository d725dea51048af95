#pragma once

#include "ui/context.h"

#include <QWidget>

class QListView;
class QLabel;
class QPushButton;
class QStackedLayout;

namespace parvis::ui {

class NoticeModel;

// What concerns me, and why; opens the post or comment in its thread. Unread is told by the cache, so it is the same
// after a restart and on one's other computers.
class NoticesPage : public QWidget {
    Q_OBJECT

public:
    NoticesPage(const Context &context, NoticeModel *model, QWidget *parent = nullptr);
    QListView *list() const { return m_list; }
    void focusList();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void open(int row);
    void markRead(int row);
    void markAllRead();
    void showMenu(const QPoint &position);
    void tellState();

    Context m_context;
    NoticeModel *m_model;
    QListView *m_list;
    QPushButton *m_unreadOnly;
    QPushButton *m_allRead;
    QLabel *m_state;
    QLabel *m_emptyTitle;
    QLabel *m_emptyHint;
    QStackedLayout *m_stack;
};

} // namespace parvis::ui
