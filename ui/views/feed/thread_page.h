#pragma once

#include "ui/context.h"
#include "ui/models/thread_model.h"
#include "ui/shell/navigator.h"

#include <QWidget>

class QPushButton;

namespace parvis::ui {

class Composer;
class FeedView;
class PlaceFind;
class PostActions;

// One post with its comments, and the place to answer below.
class ThreadPage : public QWidget {
    Q_OBJECT

public:
    explicit ThreadPage(const Context &context, QWidget *parent = nullptr);

    void open(const Place &place);
    void leave(); // keeps the draft
    void setModerates(bool moderates);
    FeedView *view() const { return m_view; }
    Composer *composer() const { return m_composer; }
    PostActions *actions() const { return m_actions; }

    void showFirstUnread();
    PlaceFind *find() const { return m_find; }

Q_SIGNALS:
    void rootChanged(const parvis::store::FeedItem &post);

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void markRead(); // its notices, once they can be seen
    void answer(const Uuid &parent, const QString &name, const QString &quote = {});
    void onLoaded();
    void addQuote(const QString &quote);
    void drawLine();
    void placePill();

    Context m_context;
    ThreadModel *m_model;
    FeedView *m_view;
    PostActions *m_actions;
    Composer *m_composer;
    PlaceFind *m_find;
    Place m_place;
    QPushButton *m_toUnread;
    Uuid m_firstUnread; // of its comments, when one came
    bool m_lineDrawn = false;
    bool m_toEnd = false;
    bool m_wantReply = false;
};

} // namespace parvis::ui
