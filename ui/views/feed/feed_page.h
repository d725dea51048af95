#pragma once

#include "ui/context.h"
#include "ui/models/feed_model.h"
#include "ui/shell/navigator.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace parvis::ui {

class Composer;
class FeedView;
class PlaceFind;
class PostActions;
class Prompt;
class ReadingGuide;
class ReadMarker;

// The merged feed, a group, the company's wall or a person's: the composer, the list, and the bar of new posts over it.
class FeedPage : public QWidget {
    Q_OBJECT

public:
    explicit FeedPage(const Context &context, QWidget *parent = nullptr);
    ~FeedPage() override;

    void open(const Place &place);
    void setGroup(const store::GroupItem &group); // title, rights; when it is known or changes
    void setPlaceTitle(const QString &title);     // of a person's wall
    void compose();
    bool isComposing() const;
    void leave(); // keeps the draft
    FeedView *view() const { return m_view; }
    FeedModel *model() const { return m_model; }
    PostActions *actions() const { return m_actions; }
    ReadingGuide *guide() const { return m_guide; }
    void askForDate();
    PlaceFind *find() const { return m_find; }

Q_SIGNALS:
    void pinnedChanged(const QList<parvis::store::FeedItem> &pinned);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setPrompt(const QString &title);
    void readMe();
    void aim();
    void awaitWritten(const Uuid &id);
    void showWritten();
    void closeComposer();
    void makePills();
    void showPills();
    void onPlaceCommand(int key);
    void tellPinned();
    ScopeId scope() const;

    Context m_context;
    FeedModel *m_model;
    FeedView *m_view;
    PostActions *m_actions;
    ReadingGuide *m_guide;
    ReadMarker *m_marker;
    PlaceFind *m_find;
    Prompt *m_prompt;
    QWidget *m_top;
    QVBoxLayout *m_topLayout;
    Composer *m_composer = nullptr; // made on first use
    QPushButton *m_newPosts = nullptr;
    QPushButton *m_toNewest = nullptr;
    QPushButton *m_toUnread = nullptr;
    int m_unread = 0; // of the group, as far as it is known
    Place m_place;
    QString m_title;
    bool m_opened = false;
    bool m_meKnown = false;
    QList<Uuid> m_pinned;
    Uuid m_written; // not in the list yet
    base::Scheduler::Handle m_patience = 0;
};

} // namespace parvis::ui
