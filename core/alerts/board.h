#pragma once

#include "alerts/rules.h"

#include <QHash>
#include <QSet>

namespace parvis::alerts {

// One message of the desktop: a thread's, or several threads' at once.
struct Alert {
    Uuid thread;               // null: of several
    QList<NoticeItem> notices; // newest first, at least one
};

// What hangs on the desktop's board: decides, each time the notices are read anew, what to put up (in place of what
// hangs there of the same thread) and what to take down. No clock, no bus: a plain value.
class Board {
public:
    struct Step {
        QList<Alert> show;
        QList<Uuid> withdraw; // threads; null: the one of several
    };
    static constexpr int mostThreads = 3; // at once; more are gathered into one message

    // What is there when the program starts is told by the list in the window.
    void start(const QList<NoticeItem> &notices);
    // `notices`: the newest, newest first. `inView`: the thread that the person is reading; null: none.
    Step update(const QList<NoticeItem> &notices, const Wishes &wishes, const Uuid &inView);
    void dismissed(const Uuid &thread) { m_hanging.remove(thread); } // by the person, or by the desktop
    QList<Uuid> takeDown();                                          // everything; the threads
    bool hangs(const Uuid &thread) const { return m_hanging.contains(thread); }

private:
    QSet<Uuid> m_known;                       // notices met before
    QHash<Uuid, QList<NoticeItem>> m_hanging; // by thread
};

} // namespace parvis::alerts
