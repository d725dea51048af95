#pragma once

#include "client/file_lock.h"

#include <QObject>

class QLocalServer;

namespace parvis::app {

// One running program for a folder: a second start hands over what it was asked for, and ends. The lock dies with its
// process, so a crash leaves nothing in the way; the socket is in the person's own runtime folder.
class SingleInstance : public QObject {
    Q_OBJECT

public:
    explicit SingleInstance(const QString &folder); // made if absent, for its owner only
    ~SingleInstance() override;

    bool take();                           // false: another one runs
    void listen();                         // to later starts, which wait some seconds for that
    bool handOver(const QString &link);    // to the one that runs; waits some seconds. False: it does not answer
    static constexpr int maxBytes = 8'192; // of a line between them

Q_SIGNALS:
    void asked(const QString &link); // by another start; empty: only to come to the front

private:
    void answer();

    QString m_socket;
    client::FileLock m_lock;
    QLocalServer *m_server = nullptr;
};

} // namespace parvis::app
