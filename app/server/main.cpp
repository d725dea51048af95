#include "command_line.h"
#include "extract/worker.h"
#include "serve.h"
#include "server/admin/folder_commands.h"
#include "server/admin_socket.h"

#include <QFile>
#include <QJsonDocument>

#include <cstdio>

#include <poll.h>

namespace {

using namespace parvis;

// The folder may be held by a server that is just starting or ending, or by a short command: a little patience.
constexpr int tries = 20;
constexpr int betweenTriesMs = 100;

int exitWith(const base::Error &error, int code, QIODevice &out)
{
    const QJsonObject told{{"kind", toString(error.kind)}, {"where", error.where}, {"detail", error.detail}};
    out.write(QJsonDocument(QJsonObject{{"error", told}}).toJson(QJsonDocument::Compact) + '\n');
    return code;
}

base::Result<QString> secretFromInput()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return base::fail(base::ErrorKind::Usage, "password", "the password is one line of standard input");
    QByteArray line = input.readLine(4096);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    if (line.isEmpty())
        return base::fail(base::ErrorKind::Usage, "password",
                          "the password is one line of standard input, and it was empty");
    return QString::fromUtf8(line);
}

server::CommandResult runAnywhere(const app::CommandLine &line, const server::Env &env, QIODevice &out)
{
    for (int i = 1;; ++i) {
        if (auto answered = server::askServer(line.dataDir, line.request, out))
            return *answered;
        auto result = server::runOnFolder(line.dataDir, line.request, env, out);
        const bool busy = !result && result.error().kind == base::ErrorKind::Conflict
                          && result.error().where.startsWith(line.dataDir);
        if (!busy || i == tries)
            return result;
        ::poll(nullptr, 0, betweenTriesMs);
    }
}

} // namespace

int main(int argc, char **argv)
{
    // Not for people: how a serving process starts the one that reads a stranger's file.
    if (argc > 1 && qstrcmp(argv[1], extract::workerCommand) == 0)
        return extract::runWorker(argc, argv);
    QFile out;
    if (!out.open(stdout, QIODevice::WriteOnly))
        return 1;
    auto parsed = app::parseCommandLine(argc, argv);
    if (!parsed)
        return exitWith(parsed.error(), 2, out);
    if (!*parsed)
        return 0;
    app::CommandLine &line = **parsed;
    if (line.wantsSecret) {
        const auto secret = secretFromInput();
        if (!secret)
            return exitWith(secret.error(), 2, out);
        line.request.secret = *secret;
    }

    base::SystemClock clock;
    base::SystemRandom random;
    const server::Env env{clock, random};
    const QString &name = line.request.name;
    const auto result = name == "serve"     ? app::serve(line, env, out)
                        : name == "init"    ? server::initFolder(line.dataDir, line.request, env, out)
                        : name == "demo"    ? server::demoFolder(line.dataDir, line.request, env, out)
                        : name == "restore" ? server::restoreFolder(line.dataDir, line.request, env, out)
                                            : runAnywhere(line, env, out);
    if (result)
        return *result;
    // What is wrong inside a file that was named rightly is a failure, not wrong usage.
    const bool usage = result.error().kind == base::ErrorKind::Usage && name != "import slack";
    return exitWith(result.error(), usage ? 2 : 1, out);
}
