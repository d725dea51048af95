#pragma once

#include "ui/actions/post_commands.h"
#include "ui/context.h"
#include "ui/delegates/card_layout.h"

#include <QWidget>

namespace parvis::ui {

class FeedView;
class FileOpener;

// What one can do with a post or comment, by mouse, key and menu alike.
class PostActions : public QObject {
    Q_OBJECT

public:
    PostActions(const Context &context, FeedView *view);

    FeedView *view() const { return m_view; }
    void setModerates(bool moderates) { m_moderates = moderates; } // in this group: may pin and delete

    bool isPossible(PostCommand command, const store::FeedItem &item) const;
    void run(PostCommand command, const store::FeedItem &item, QPoint globalPos);
    QString text(PostCommand command, const store::FeedItem &item) const; // "Unpin" of a pinned one

    // The same for the post or comment that is chosen in the list.
    std::optional<store::FeedItem> current() const;
    void runOnCurrent(PostCommand command);

    void open(const store::FeedItem &item, bool reply);
    void react(const store::FeedItem &item, QPoint globalPos);
    void toggleReaction(const store::FeedItem &item, const QString &emoji);
    void edit(const store::FeedItem &item);
    void remove(const store::FeedItem &item);
    void pin(const store::FeedItem &item);
    void bookmark(const store::FeedItem &item);
    void showHistory(const store::FeedItem &item);
    void showReactors(const store::FeedItem &item);
    void showFiles(const store::FeedItem &item, QPoint globalPos);
    FileOpener *files() const { return m_files; }
    void copy(const store::FeedItem &item);
    void copyLink(const store::FeedItem &item);

Q_SIGNALS:
    // In a thread: to this comment. `quote`: Markdown to begin with.
    void replyWanted(const parvis::store::FeedItem &item, const QString &quote);

private:
    void onHit(int row, const CardHit &hit, QPoint globalPos);
    void onKey(int row, int key);
    void showMenu(int row, QPoint globalPos);
    QString quoteFor(const store::FeedItem &item) const;
    void openGroup(const QString &handle); // of a mention that is no person
    void openFirstLink(const store::FeedItem &item);
    void follow(const QString &href);
    void offerToReaders();
    QPoint below(int row) const;
    bool isMine(const store::FeedItem &item) const;
    bool inThread() const;
    void report(const Backend::Answer<Backend::Written> &answer);

    Context m_context;
    FeedView *m_view;
    FileOpener *m_files;
    bool m_moderates = false;
};

} // namespace parvis::ui
