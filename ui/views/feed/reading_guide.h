#pragma once

#include "ui/context.h"
#include "ui/shell/navigator.h"

#include <QDate>
#include <QObject>

namespace parvis::ui {

class FeedModel;
class FeedView;

// Where one is in a feed and how one gets about in it: the position kept for each place, the line between what was read
// and what was not, the first unread post, a date.
class ReadingGuide : public QObject {
    Q_OBJECT

public:
    ReadingGuide(const Context &context, FeedModel *model, FeedView *view);

    void open(const Place &place, const store::FeedQuery &query);
    void comeBack(); // to the place that is open: the line is drawn anew
    void leave();    // notes the position
    void goToTop();
    void goToFirstUnread();
    void goToDate(QDate date);
    // Something unread stands further down than one can see.
    bool isUnreadBelow() const { return m_unreadBelow; }
    static QString keyOf(const Place &place); // of a ReadingPosition

Q_SIGNALS:
    void unreadBelowChanged();

private:
    enum class Goal { None, FirstUnread, Date };
    void findLine();
    void update();
    int lineRow() const; // the newest row at or under the line; -1: not in the window
    void reachGoal();
    void showFirstUnread(int line);

    Context m_context;
    FeedModel *m_model;
    FeedView *m_view;
    Place m_place;
    store::FeedQuery m_query;
    qint64 m_lineOrder = 0; // what was read when one came; 0: no line
    qint64 m_readTop = 0;   // once all is read: the newest of it, where the next line will be
    bool m_lineShown = false;
    bool m_unreadBelow = false;
    Goal m_goal = Goal::None;
    QDate m_date;
    qint64 m_goalOrder = 0;
};

} // namespace parvis::ui
