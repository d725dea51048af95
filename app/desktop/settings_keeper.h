#pragma once

#include <QHash>
#include <QThread>
#include <QVariantMap>

namespace parvis::app {

// Keeps small files of settings, window.ini and its like. A file is written whole, in one step, on a thread of its own: of states that
// come while one is being written only the last is. What waits is written before the keeper ends. A file that cannot be written
// is told in the log and tried again with its next state. Belongs to the window's thread.
class SettingsKeeper : public QObject {
    Q_OBJECT

public:
    SettingsKeeper();
    ~SettingsKeeper() override;

    // Of a file that is not there, or is none of settings: nothing. Blocks while it reads: for the start, and of what is not kept here yet.
    QVariantMap read(const QString &file) const;
    void keep(const QString &file, const QVariantMap &values); // the whole file; costs nothing if it is so already
    void forget(const QString &file);                          // removes it

private:
    void write(const QString &file);

    struct State {
        QVariantMap values;
        bool gone = false;
        bool writing = false;
        bool waiting = false; // since it is being written
    };
    QHash<QString, State> m_states; // by file
    QThread m_thread;
    QObject *m_worker; // lives on m_thread
};

} // namespace parvis::app
