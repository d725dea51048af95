#include "app/cli/context.h"

#include <QFile>
#include <QStringDecoder>
#include <QTimer>

namespace parvis::cli {

using base::ErrorKind;
using client::SyncState;

base::Result<void> Context::open()
{
    m_since.start();
    options.fileSecrets = true;
    options.agent = QStringLiteral("parvis-cli/" PARVIS_VERSION);
    auto opened = client::Client::open(options);
    if (!opened)
        return base::fail(opened.error());
    m_client = std::move(*opened);
    QObject::connect(m_client.get(), &client::Client::changed, m_client.get(), [this] { ++m_revision; });
    QObject::connect(m_client.get(), &client::Client::stateChanged, m_client.get(), [this] { ++m_revision; });
    if (!options.offline && m_client->identity())
        m_client->start();
    return {};
}

base::Result<store::Identity> Context::identity() const
{
    if (const auto identity = m_client->identity())
        return *identity;
    return base::fail(ErrorKind::Refused, QStringLiteral("profile"),
                      QStringLiteral("nobody is signed in in this profile; run login first"));
}

Context::Waited Context::waitFor(const std::function<bool(const SyncState &)> &reached)
{
    return waitUntil(reached, qint64(waitSeconds * 1000));
}

Context::Waited Context::waitBriefly(const std::function<bool(const SyncState &)> &reached)
{
    constexpr qint64 brieflyMs = 100;
    return waitUntil(reached, std::min(qint64(waitSeconds * 1000), m_since.elapsed() + brieflyMs));
}

Context::Waited Context::waitUntil(const std::function<bool(const SyncState &)> &reached, qint64 limitMs)
{
    QEventLoop loop;
    Waited waited = Waited::NoTime;
    const auto look = [&] {
        const SyncState state = m_client->state();
        if (reached(state))
            waited = Waited::Reached;
        else if (state.phase == SyncState::Offline || state.phase == SyncState::SignedOut)
            waited = Waited::NoLine;
        else if (m_since.elapsed() < limitMs)
            return false;
        loop.quit();
        return true;
    };
    if (look())
        return waited;
    QObject::connect(m_client.get(), &client::Client::stateChanged, &loop, look);
    QObject::connect(m_client.get(), &client::Client::changed, &loop, look);
    QTimer::singleShot(std::max<qint64>(0, limitMs - m_since.elapsed()) + 1, &loop, look);
    loop.exec();
    return waited;
}

void Context::catchUp()
{
    if (isOffline() || !m_client->identity())
        return;
    const Waited waited = waitFor([](const SyncState &state) { return state.complete; });
    if (waited == Waited::NoLine)
        tellPerson(QStringLiteral("showing what is here: %1").arg(whyNoLine().detail));
    else if (waited == Waited::NoTime)
        tellPerson(QStringLiteral("showing what has arrived so far"));
}

base::Error Context::whyNoLine() const
{
    const SyncState state = m_client->state();
    const bool session = state.phase == SyncState::SignedOut;
    const QString detail = state.detail.isEmpty() ? QStringLiteral("the server cannot be reached") : state.detail;
    return {session ? ErrorKind::Refused : ErrorKind::Offline, session ? QStringLiteral("session") : QStringLiteral("connection"),
            detail};
}

namespace {

base::Result<QString> decoded(const QByteArray &bytes, const QString &where)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    if (decoder.hasError())
        return base::fail(ErrorKind::Usage, where, QStringLiteral("the text is not UTF-8"));
    return text;
}

} // namespace

base::Result<QString> readText(const QString &name)
{
    QFile file;
    const bool opened = name.isEmpty() || name == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly)
                                                                     : (file.setFileName(name), file.open(QIODevice::ReadOnly));
    if (!opened)
        return base::fail(ErrorKind::Usage, QStringLiteral("--text-file"), QStringLiteral("cannot read %1: %2").arg(name, file.errorString()));
    QByteArray bytes = file.readAll();
    if (bytes.endsWith('\n'))
        bytes.chop(bytes.endsWith("\r\n") ? 2 : 1);
    return decoded(bytes, QStringLiteral("--text-file"));
}

base::Result<QString> readSecret(const QString &what)
{
    QFile file;
    file.open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered);
    QByteArray line = file.readLine(64 * 1024);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    if (line.isEmpty())
        return base::fail(ErrorKind::Usage, QStringLiteral("standard input"),
                          QStringLiteral("%1 is expected as one line of standard input").arg(what));
    return decoded(line, QStringLiteral("standard input"));
}

} // namespace parvis::cli
