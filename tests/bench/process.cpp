#include "bench/process.h"

#include "bench/row.h"

#include <QFile>
#include <QFileInfo>

#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

namespace parvis::bench {

namespace {

double kibOf(const QByteArray &text, const char *key)
{
    const qsizetype at = text.indexOf(QByteArray("\n") + key + ':');
    if (at < 0)
        return 0;
    const qsizetype begin = text.indexOf(':', at) + 1;
    return text.mid(begin, text.indexOf("kB", begin) - begin).trimmed().toDouble();
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? '\n' + file.readAll() : QByteArray();
}

std::vector<char *> pointers(QList<QByteArray> &texts)
{
    std::vector<char *> list;
    for (QByteArray &text : texts)
        list.push_back(text.data());
    list.push_back(nullptr);
    return list;
}

} // namespace

Memory memoryOf(pid_t pid)
{
    const QByteArray rollup = contentOf(QStringLiteral("/proc/%1/smaps_rollup").arg(pid));
    const QByteArray status = contentOf(QStringLiteral("/proc/%1/status").arg(pid));
    return {kibOf(status, "VmRSS"), kibOf(rollup, "Pss"), kibOf(status, "RssAnon")};
}

Child::Child(const QString &program, const QStringList &arguments, const QStringList &environment) : m_program(program)
{
    if (!QFileInfo(program).isExecutable())
        throw NotMeasured{QStringLiteral("there is no %1").arg(program)};
    QList<QByteArray> words{QFile::encodeName(program)};
    for (const QString &argument : arguments)
        words.append(argument.toUtf8());
    QList<QByteArray> variables;
    for (char **each = environ; *each; ++each)
        variables.append(*each);
    for (const QString &each : environment)
        variables.append(each.toUtf8());

    int in[2];
    int out[2];
    if (::pipe2(in, O_CLOEXEC) != 0 || ::pipe2(out, O_CLOEXEC) != 0)
        throw NotMeasured{QStringLiteral("no descriptors left")};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in[0], 0);
    posix_spawn_file_actions_adddup2(&actions, out[1], 1);
    if (qEnvironmentVariableIsEmpty("PARVIS_BENCH_STDERR"))
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    m_startedNs = monotonicNs();
    const int failed = posix_spawn(&m_pid, words.front().constData(), &actions, nullptr, pointers(words).data(),
                                   pointers(variables).data());
    posix_spawn_file_actions_destroy(&actions);
    ::close(in[0]);
    ::close(out[1]);
    m_in = in[1];
    m_out = out[0];
    if (failed != 0)
        throw NotMeasured{QStringLiteral("%1: %2").arg(program, QString::fromLocal8Bit(std::strerror(failed)))};
}

Child::~Child()
{
    ::close(m_in);
    ::close(m_out);
    if (m_pid > 0) {
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
    }
}

QByteArray Child::readLine(int seconds)
{
    const qint64 until = monotonicNs() + qint64(seconds) * 1'000'000'000;
    while (true) {
        const qsizetype end = m_read.indexOf('\n');
        if (end >= 0) {
            const QByteArray line = m_read.left(end);
            m_read.remove(0, end + 1);
            return line;
        }
        pollfd waiting{m_out, POLLIN, 0};
        const qint64 left = (until - monotonicNs()) / 1'000'000;
        char buffer[4096];
        ssize_t got = -1;
        if (left > 0 && ::poll(&waiting, 1, int(left)) > 0)
            got = ::read(m_out, buffer, sizeof buffer);
        if (got <= 0)
            throw NotMeasured{QStringLiteral("%1 printed nothing for %2 s, or has ended").arg(m_program).arg(seconds)};
        m_read.append(buffer, got);
    }
}

void Child::write(const QByteArray &text)
{
    if (::write(m_in, text.constData(), size_t(text.size())) != text.size())
        throw NotMeasured{QStringLiteral("%1 reads nothing").arg(m_program)};
    ::close(std::exchange(m_in, -1));
}

int Child::finish(int seconds)
{
    const qint64 until = monotonicNs() + qint64(seconds) * 1'000'000'000;
    int status = 0;
    while (::waitpid(m_pid, &status, WNOHANG) == 0) {
        if (monotonicNs() > until)
            throw NotMeasured{QStringLiteral("%1 did not end within %2 s").arg(m_program).arg(seconds)};
        ::usleep(2'000);
    }
    m_pid = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

void raiseDescriptorLimit()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
}

} // namespace parvis::bench
