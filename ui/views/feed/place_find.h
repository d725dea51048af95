#pragma once

#include "ui/context.h"
#include "ui/models/item_model.h"

#include <QObject>

namespace parvis::ui {

class FeedModel;
class FeedView;
class FindBar;
class PlaceFinder;

// Ctrl+F in a list of posts: a bar over it, the words marked in the cards, the found post brought into sight even if its rows
// are not loaded.
class PlaceFind : public QObject {
    Q_OBJECT

public:
    PlaceFind(const Context &context, FeedView *view, QWidget *page);

    void setFeed(FeedModel *feed);     // the list shows a feed or wall
    void setThread(ItemModel *thread); // the list shows a thread
    void open();
    void close(); // the list shows another place now
    FindBar *bar() const { return m_bar; }

private:
    void reach(const Uuid &id, qint64 order);
    void show(const Uuid &id);
    qint64 here() const; // the order of what is read now

    FeedView *m_view;
    PlaceFinder *m_finder;
    FindBar *m_bar;
    FeedModel *m_feed = nullptr;
    Uuid m_wanted; // shown once its rows are here
};

} // namespace parvis::ui
