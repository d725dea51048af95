#pragma once

#include "ui/context.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QMenu;

namespace parvis::ui {

// What one can do with folders and documents, from whatever list they are shown in. Writes, says what came of it, and offers to take
// it back where that is possible. What is not on this disk is fetched first.
class DocumentActions : public QObject {
    Q_OBJECT

public:
    using Entry = client::DocumentEntry;

    DocumentActions(const Context &context, QWidget *view);

    void open(const Entry &entry); // a folder: goes there; a document: in the desktop's program for it
    void saveAs(const Entry &entry, const Uuid &version = {}); // null: the latest
    void fetch(const Entry &entry);
    void setPinned(const QList<Entry> &entries, bool on);
    void setPinnedGroup(const Uuid &group, bool on);
    void setLocked(const Entry &entry, bool on);
    void trash(const QList<Entry> &entries);
    void takeOut(const QList<Entry> &entries); // of the trash
    void rename(const Entry &entry, const QStringList &folder, const QString &name);
    void move(const QList<Uuid> &ids, GroupId group, const QStringList &folder);
    void copy(const QList<Uuid> &ids, GroupId group, const QStringList &folder);
    void put(const QStringList &files, GroupId group,
             const QStringList &folder);                       // folders too, with all that is in them
    void makeFolder(GroupId group, const QStringList &folder); // asks for its name
    void resolve(const Entry &entry, client::Keep keep);
    void restore(const Entry &entry, qint64 version);
    void fill(QMenu *menu, const QList<Entry> &entries, bool writable);

    bool isMine(const Entry &entry) const; // its lock

    // The desktop's dialogs, unless something else is set.
    using AskWhere = std::function<QString(QWidget *parent, const QString &name)>;
    using AskName = std::function<QString(QWidget *parent)>;
    using OpenFile = std::function<bool(const QString &path)>;
    void setAskWhere(AskWhere askWhere) { m_askWhere = std::move(askWhere); }
    void setAskName(AskName askName) { m_askName = std::move(askName); }
    void setOpenFile(OpenFile openFile) { m_openFile = std::move(openFile); }

Q_SIGNALS:
    void made(const parvis::ui::Uuid &id); // a folder or document that the person will look for
    void renameWanted(const parvis::ui::Uuid &id);

private:
    struct Wanted {
        Uuid row; // the version
        std::function<void()> act;
    };
    void whenHere(const Uuid &version, std::function<void()> act);
    void look();
    void report(const Backend::Answer<Backend::Written> &answer, const QString &done = {});
    void say(const QString &text);

    Context m_context;
    QPointer<QWidget> m_view;
    AskWhere m_askWhere;
    AskName m_askName;
    OpenFile m_openFile;
    QList<Wanted> m_wanted;
};

} // namespace parvis::ui
