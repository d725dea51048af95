#pragma once

#include "ui/context.h"

#include <QPoint>
#include <QPointer>
#include <QWidget>

#include <functional>

namespace parvis::ui {

class PictureViewer;

// What one can do with the files of posts and comments: look at pictures in the window, open files in other programs, save them. What
// is not here is fetched first. A program or script is never opened, only saved, after a warning.
class FileOpener : public QObject {
    Q_OBJECT

public:
    FileOpener(const Context &context, QWidget *view);

    void open(const store::FeedItem &item, const Uuid &file); // a picture: in the viewer
    void openOutside(const store::FeedItem &item, const Uuid &file);
    void save(const store::FeedItem &item, const Uuid &file);
    void showMenu(const store::FeedItem &item, const Uuid &file, QPoint globalPos);
    void showList(const store::FeedItem &item, QPoint globalPos);
    PictureViewer *viewer() const; // nullptr: closed

    // Where a file is to be saved, given the name to begin with; empty: nowhere. The desktop's dialog if nothing else is set.
    using AskWhere = std::function<QString(QWidget *parent, const QString &name)>;
    void setAskWhere(AskWhere askWhere) { m_askWhere = std::move(askWhere); }

Q_SIGNALS:
    void expected(const parvis::ui::Uuid &item); // a file of this post or comment was asked for

private:
    // What is done once the file is here; the path is where to save it, none to open it.
    struct Wanted {
        store::AttachmentItem file;
        QString path;
        base::Time since;
    };
    void fetch(const Uuid &item, const Wanted &wanted);
    void look();
    void finish(const Wanted &wanted, bool late);
    void say(const QString &text);

    Context m_context;
    QPointer<QWidget> m_view;
    QPointer<PictureViewer> m_viewer;
    AskWhere m_askWhere;
    QList<Wanted> m_wanted;
};

} // namespace parvis::ui
