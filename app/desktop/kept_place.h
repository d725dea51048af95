#pragma once

#include "base/scheduler.h"
#include "ui/shell/navigator.h"

namespace parvis::app {

class SettingsKeeper;

// Where the window of one profile was, in DIR/place.ini: found again after the next start, whether the last one ended
// well or not. Written a moment after moving, so that leafing through places writes once.
class KeptPlace : public QObject {
    Q_OBJECT

public:
    KeptPlace(ui::Navigator &navigator, base::Scheduler &scheduler, SettingsKeeper &keeper, const QString &profileDir);
    ~KeptPlace() override;

    void restore(); // goes there
    void forget();  // another person may come
    static constexpr qint64 pauseMs = 1'000;

private:
    void write();

    ui::Navigator &m_navigator;
    base::Scheduler &m_scheduler;
    SettingsKeeper &m_keeper;
    QString m_file;
    base::Scheduler::Handle m_timer = 0;
};

} // namespace parvis::app
