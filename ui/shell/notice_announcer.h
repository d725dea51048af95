#pragma once

#include "alerts/board.h"
#include "ui/context.h"

#include <QAccessible>

#include <functional>

namespace parvis::ui {

class Announcer;

// Tells who uses a screen reader and has this window in front that a notice has come: who, why and where, or how many they are.
// Behind other windows the desktop's messages tell it (Teller).
class NoticeAnnouncer : public QObject {
    Q_OBJECT

public:
    // `announcer`: its owner, in the window that has to be in front. `isHeard`: whether a screen reader runs.
    NoticeAnnouncer(const Context &context, Announcer *announcer,
                    std::function<bool()> isHeard = &QAccessible::isActive);

private:
    void read();
    void tell();

    Context m_context;
    Announcer *m_announcer;
    std::function<bool()> m_isHeard;
    alerts::Board m_board;
    QList<store::NoticeItem> m_untold;
    QString m_sentence; // about them
    bool m_started = false;
    bool m_reading = false;
    bool m_dirty = false;
};

} // namespace parvis::ui
