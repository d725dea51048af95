#include "serve.h"

#include "base/log.h"
#include "config.h"
#include "server/server.h"

#include <QFile>
#include <QJsonDocument>

#include <condition_variable>
#include <csignal>
#include <cstdlib>
#include <mutex>
#include <thread>

#include <sys/resource.h>

namespace parvis::app {

namespace {

constexpr auto longestStop = std::chrono::seconds(9); // the promise is 10

// From its construction on, SIGTERM and SIGINT wait for wait(), in every thread made after it.
class StopSignal {
public:
    StopSignal()
    {
        sigemptyset(&m_signals);
        sigaddset(&m_signals, SIGTERM);
        sigaddset(&m_signals, SIGINT);
        pthread_sigmask(SIG_BLOCK, &m_signals, nullptr);
    }
    void wait()
    {
        int which = 0;
        sigwait(&m_signals, &which);
    }

private:
    sigset_t m_signals;
};

// Ends the process if stopping takes too long: nothing that was promised is lost by that, the databases see to it.
class Watchdog {
public:
    Watchdog()
        : m_thread([this] {
              std::unique_lock lock(m_mutex);
              if (!m_wake.wait_for(lock, longestStop, [this] { return m_done; })) {
                  qCWarning(base::logServer, "stopping took too long: what was being done is rolled back");
                  std::_Exit(0);
              }
          })
    { }
    ~Watchdog()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_done = true;
        }
        m_wake.notify_all();
        m_thread.join();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_done = false;
    std::thread m_thread;
};

// A connection is a descriptor.
void raiseDescriptorLimit()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < limit.rlim_max) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

} // namespace

server::CommandResult serve(const CommandLine &line, const server::Env &env, QIODevice &out)
{
    Config config;
    if (!line.configFile.isEmpty()) {
        auto read = readConfig(line.configFile);
        if (!read)
            return base::fail(read.error());
        config = std::move(*read);
    }
    const auto &args = line.request.args;
    const auto listen = parseListenAddress(args["listen"].toString(config.listen));
    if (!listen)
        return base::fail(listen.error());

    server::ServerOptions options;
    options.dataDir = line.dataDir;
    options.listen.address = listen->address;
    options.listen.port = listen->port;
    options.listen.certFile = args["cert"].toString(config.cert);
    options.listen.keyFile = args["key"].toString(config.key);
    options.listen.limits = config.limits;
    options.blobs = config.blobs;
    // This very program, also after an upgrade has replaced its file.
    if (config.text)
        options.textProgram = QStringLiteral("/proc/self/exe");

    raiseDescriptorLimit();
    StopSignal signal;
    server::Server server(options, env);
    const auto listening = server.start();
    if (!listening)
        return base::fail(listening.error());
    out.write(QJsonDocument(QJsonObject{{"listening", *listening}}).toJson(QJsonDocument::Compact) + '\n');
    if (auto *file = qobject_cast<QFile *>(&out))
        file->flush();
    signal.wait();
    const Watchdog watchdog;
    server.stop();
    return 0;
}

} // namespace parvis::app
