#pragma once

#include "base/scheduler.h"

#include <QWidget>

namespace parvis::ui {

// Tells screen readers, wherever the focus is, what has happened. It takes no room and shows nothing: whoever sees has the bars,
// marks and numbers for it. One sentence at a time, so that nobody is talked at.
class Announcer : public QWidget {
    Q_OBJECT

public:
    static constexpr qint64 pauseMs = 5'000; // after a sentence

    Announcer(base::Scheduler &scheduler, QWidget *parent);
    ~Announcer() override;

    void say(const QString &plainText);          // now: it answers what somebody did
    void sayWhenQuiet(const QString &plainText); // in place of one that still waits; empty: nothing waits any more

Q_SIGNALS:
    void said(const QString &plainText);

private:
    base::Scheduler &m_scheduler;
    base::Scheduler::Handle m_pause = 0;
    QString m_waiting;
};

} // namespace parvis::ui
