#pragma once

#include "app/cli/output.h"
#include "client/client.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QFutureWatcher>

#include <functional>

namespace parvis::cli {

// One run of the program: the profile, and how long to wait. Commands are straight lines of code: they wait in nested
// event loops, each bounded.
class Context {
public:
    client::Options options;
    double waitSeconds = 10;

    base::Result<void> open(); // the profile; once, before anything else
    client::Client &client() { return *m_client; }
    bool isOffline() const { return options.offline; }

    // Nobody has signed in: error Refused.
    base::Result<store::Identity> identity() const;

    // The value of a local answer. Error Cancelled if it will never come.
    template<class T>
    base::Result<T> await(QFuture<base::Result<T>> future)
    {
        QFutureWatcher<base::Result<T>> watcher;
        QEventLoop loop;
        QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
        watcher.setFuture(future);
        if (!future.isFinished())
            loop.exec();
        if (future.isCanceled() || future.resultCount() == 0)
            return base::fail(base::ErrorKind::Cancelled, QStringLiteral("parvis-cli"), QStringLiteral("the program is ending"));
        return future.result();
    }

    enum class Waited { Reached, NoTime, NoLine };
    // Until it holds, the time of --wait is over, or the line could not be made (or is told offline). Looked at again
    // whenever something changes.
    Waited waitFor(const std::function<bool(const client::SyncState &)> &reached);

    // The same, but looked at again after a tenth of a second at most.
    Waited waitBriefly(const std::function<bool(const client::SyncState &)> &reached);
    void keepWaiting() { m_since.restart(); } // something moved: the time of --wait begins anew
    bool timeIsOver() const { return m_since.elapsed() >= qint64(waitSeconds * 1000); }

    quint64 revision() const { return m_revision; } // grows with everything that changes

    // What a reading command does first: everything here, as far as --wait and the network allow.
    void catchUp();
    base::Error whyNoLine() const; // after Waited::NoLine

private:
    Waited waitUntil(const std::function<bool(const client::SyncState &)> &reached, qint64 limitMs);

    std::unique_ptr<client::Client> m_client;
    QElapsedTimer m_since;
    quint64 m_revision = 0;
};

// Text of --text-file: a file or, as "-" and by default, standard input, less one final line end. Error Usage.
base::Result<QString> readText(const QString &file);
// One line of standard input, for secrets. Error Usage if there is none.
base::Result<QString> readSecret(const QString &what);

} // namespace parvis::cli
