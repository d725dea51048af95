#pragma once

#include "base/result.h"

#include <QFuture>
#include <QThread>

#include <memory>

namespace parvis::app {

// 'Try it': the company server inside this process, on loopback, with the demo company. Lives on its own thread. Where another
// window of this person runs it already, that one is used.
class DemoServer {
public:
    struct Ready {
        QString address;  // "http://127.0.0.1:41234"
        QString password; // of every demo person
    };

    explicit DemoServer(const QString &dir); // DIR/server holds the company, DIR/address says where it listens
    ~DemoServer();                           // stops it

    // Loads the server, and makes the demo company if there is none (some seconds).
    QFuture<base::Result<Ready>> start();

private:
    struct Worker;
    QThread m_thread;
    Worker *m_worker; // lives on m_thread
};

} // namespace parvis::app
