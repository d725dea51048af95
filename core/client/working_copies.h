#pragma once

#include "blobs/local_store.h"
#include "client/documents.h"
#include "client/profile_folder.h"
#include "store/change_set.h"
#include "store/outbox.h"
#include "store/reader.h"
#include "transport/timer_scheduler.h"

#include <QFileSystemWatcher>
#include <QObject>

#include <atomic>
#include <unordered_map>

namespace parvis::client {

// The word why a save of this document could not become a version now; empty: it could.
base::Result<QString> whyNotSaved(store::Reader &reader, const store::DocumentItem &item, model::PersonId me,
                                  base::Time now);

// An editor has left its mark beside the file: it may hold what is not in the file.
bool isOpenElsewhere(const QString &folder, const QString &name);

// Lives on the thread of files: documents that other programs have open. Each is PROFILE/open/DOCUMENT/NAME, mode 0600 in
// 0700, and a row of outbox.db that says what the file held when it was last known. A file that is another one, and quiet, is
// taken into the profile's contents; then the operation of its version and the row move in one commit, so that each save
// becomes one version, whichever process of the profile finds it, and whenever one is killed. The row is the promise, the
// watching only saves time: everything is looked at again when a client starts.
class WorkingCopies : public QObject {
    Q_OBJECT

public:
    // Makes the version of a save: its base and content are in `to`, which the row becomes; answers, on this thread, what the
    // row is then. Nothing: another process has taken the save. Errors: Refused, with one of WorkingCopy's words in `where`;
    // Storage.
    using Saved = std::function<void(const base::Result<std::optional<store::Copy>> &)>;
    using Save = std::function<void(model::PersonId me, const store::Copy &from, const store::Copy &to, qint64 size,
                                    const Saved &saved)>;

    // How long to wait, in ms.
    struct Pace {
        qint64 quiet = 1'000;      // a file that has been the same so long is saved
        qint64 firstRetry = 2'000; // after a failure, then twice as long each time
        qint64 lastRetry = 60'000;
        qint64 unwatched = 5'000;              // between two looks at a file that the system does not watch for us
        qint64 mostAsked = 10'000;             // that takeAll() waits
        qint64 kept = 14LL * 24 * 3600 * 1000; // an unchanged copy that nobody has used
        qint64 tidied = 24LL * 3600 * 1000;    // between two looks for such copies
    };

    WorkingCopies(const ProfileFolder &folder, const base::Clock &clock, base::Random &random,
                  const std::atomic<bool> &connected, Save save, const Pace &pace);
    ~WorkingCopies() override;

    void setPerson(const std::optional<model::PersonId> &me); // nobody any more: all copies go
    base::Result<WorkingCopy> open(const model::Uuid &document);
    base::Result<QList<WorkingCopy>> list();

    void begin(); // looks at all copies, and watches them
    // Answers when everything that is saved by now is in the outbox; how many copies could not be taken.
    void takeAll(const std::function<void(int left)> &answer);
    void changed(const store::ChangeSet &changes); // rows or the outbox moved
    void reopen();                                 // another person, or another company
    void finish();                                 // before the thread ends: what must not stay on the disk goes

Q_SIGNALS:
    void moved(const parvis::store::ChangeSet &changes); // another state of a copy

private:
    // What is known of a copy beside its row.
    struct Watched {
        store::Copy copy;
        QString seen;       // mark at the last look,
        qint64 seenMs = -1; // and since when; negative: not looked at yet
        QString taken;      // mark of the file whose content is in the profile already,
        QString blob;       // which is this,
        qint64 size = 0;
        bool changed = false; // not what the row says
        bool saving = false;  // the writer has it
        QString why;
        int failures = 0;                 // in a row
        base::Scheduler::Handle next = 0; // look
    };
    struct Asked {
        qint64 untilMs = 0;
        std::function<void(int)> answer;
    };

    base::Result<void> openFiles();
    QString folderOf(const model::Uuid &document) const;
    QString pathOf(const store::Copy &copy) const;

    // ---- opening: working_copies_open.cpp ----
    base::Result<store::Copy> renewed(const store::DocumentItem &item, const store::Copy &held);
    base::Result<store::Copy> made(const store::DocumentItem &item);
    base::Result<std::optional<QString>> holdsStill(const store::Copy &copy);
    base::Result<WorkingCopy> described(const store::Copy &copy);

    // ---- watching: working_copies.cpp ----
    void readRows();
    void lookAtAll();
    void look(const model::Uuid &document);
    void lookAgain(Watched &copy, qint64 delayMs);
    void watch(const store::Copy &copy);
    bool isWatched(const store::Copy &copy) const;
    void noticed(const QString &path);
    void settled(Watched &copy);
    void take(Watched &copy, const QString &mark);
    void saved(const model::Uuid &document, const base::Result<std::optional<store::Copy>> &result);
    void failed(Watched &copy, const QString &why);
    void tell(const store::Copy &copy, bool row = false); // `row`: other processes of the profile have to know, too
    void answerAsked();

    // ---- going: working_copies_end.cpp ----
    void removeWhatMustGo();
    void removeUnused();
    bool remove(const QList<store::Copy> &copies);
    bool waits(const store::Copy &copy);

    ProfileFolder m_folder;
    const base::Clock &m_clock;
    base::Random &m_random;
    const std::atomic<bool> &m_connected;
    Save m_save;
    Pace m_pace;
    transport::TimerScheduler m_scheduler;
    std::optional<model::PersonId> m_me;
    std::optional<blobs::LocalStore> m_files;
    std::unique_ptr<store::Outbox> m_outbox;
    std::unique_ptr<store::Reader> m_reader;
    std::unique_ptr<QFileSystemWatcher> m_watcher;
    bool m_begun = false;
    bool m_untidy = false; // a scope may be lost
    std::unordered_map<model::Uuid, Watched> m_watched;
    QList<Asked> m_asked;
};

} // namespace parvis::client
