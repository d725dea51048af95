#pragma once

#include "ui/models/backend.h"

#include <functional>

namespace parvis::ui {

// Where the window is.
struct Place {
    enum Kind {
        Feed,
        Group,
        CompanyWall,
        PersonWall,
        Thread,
        Search,
        Outbox,
        Settings,
        Groups,
        Notices,
        Shortcuts,
        GroupPage,
        Scheduled,
        Bookmarks,
        Drafts,
        Documents
    };
    Kind kind = Feed;
    Uuid id{}; // of the group (GroupPage: what it is about; Documents: null for those of all), the person or the post
    Uuid
        highlight{}; // of a thread: the comment or post that was asked for; of documents: the folder, or a document to show in its folder
    bool reply = false; // of a thread: begin to write
    QString quote{};    // … with this

    bool operator==(const Place &) const = default;
};

// Views say where to go; the shell listens and goes.
class Navigator : public QObject {
    Q_OBJECT

public:
    const Place &place() const { return m_place; }
    void go(const Place &place);
    void back();
    void search(const QString &text);
    void openDocument(GroupId group, const Uuid &documentOrFolder);
    // Goes where a link of this company leads; says so if it is another's, or no such link. `server`: of this profile.
    bool follow(const QString &link, const QString &server);
    const QList<Place> &recent() const { return m_recent; } // groups, people and threads, the last first
    bool canGoBack() const { return !m_past.isEmpty(); }

Q_SIGNALS:
    void moved(const parvis::ui::Place &place);
    void searchWanted(const QString &text);
    void said(const QString &plainText); // a short sentence for the foot of the window
    void undoable(const QString &plainText, const parvis::model::OpId &op); // what was done, and what takes it back
    void reversible(const QString &plainText, const std::function<void()> &undo); // the same, where one writes to take it back
    void preferencesChanged(); // look, at once; or language: the window is made anew
    void stayOfflineChanged();
    void habitsChanged(); // preferences that change nothing that is shown now: only to be kept
    void signedIn();
    void signedOut();
    void tryWanted();

private:
    Place m_place;
    void remember(const Place &place);

    QList<Place> m_past;
    QList<Place> m_recent;
};

} // namespace parvis::ui
