#pragma once

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>

namespace parvis::e2e {

// The real programs, in a folder of their own: no home, no bus, no display of the machine.
inline QString program(const char *name)
{
    return QStringLiteral(PARVIS_BIN_DIR "/") + QLatin1String(name);
}

inline QProcessEnvironment privateEnvironment(const QString &home)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("HOME", home);
    environment.insert("XDG_RUNTIME_DIR", home);
    environment.insert("XDG_DATA_HOME", home);
    environment.remove("DBUS_SESSION_BUS_ADDRESS"); // so that there is no keychain
    environment.insert("LC_ALL", "C.UTF-8");
    return environment;
}

// How one call of a program ended.
struct Answer {
    int code = -1;
    bool crashed = false;
    QByteArray out;
    QByteArray err;

    QList<QJsonObject> lines() const
    {
        QList<QJsonObject> lines;
        for (const QByteArray &line : out.split('\n')) {
            if (!line.isEmpty())
                lines.append(QJsonDocument::fromJson(line).object());
        }
        return lines;
    }
    QJsonObject line() const { return lines().value(0); }
    QString id() const { return line().value("id").toString(); }
    QString state() const { return line().value("state").toString(); }
    QString error() const { return line().value("error").toObject().value("kind").toString(); }
    QByteArray all() const { return "exit " + QByteArray::number(code) + "\n" + out + err; }
};

inline Answer answerOf(QProcess &process)
{
    return {process.exitCode(), process.exitStatus() == QProcess::CrashExit, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

inline Answer run(const QString &home, const char *name, const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.setProcessEnvironment(privateEnvironment(home));
    process.start(program(name), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(90'000)) {
        process.kill();
        process.waitForFinished();
        return {-1, true, process.readAllStandardOutput(), "did not end in 90 s\n" + process.readAllStandardError()};
    }
    return answerOf(process);
}

// A company's server in a folder, on one port for its whole life.
class Company {
public:
    explicit Company(const QString &dir) : m_dir(dir) { }
    ~Company() { kill(); }

    Answer admin(const QStringList &arguments, const QByteArray &input = {}) const
    {
        return run(m_dir, "parvisd", QStringList{"--data", m_dir + "/server"} + arguments, input);
    }
    bool init() const
    {
        return admin({"init", "--company", "Brasserie Lumière", "--admin", "root"}, "root-password\n").code == 0;
    }
    bool addPerson(const QString &handle, const QString &name) const
    {
        return admin({"user", "add", handle, "--name", name}, passwordOf(handle) + '\n').code == 0;
    }
    static QByteArray passwordOf(const QString &handle) { return handle.toUtf8() + "-password-1"; }

    void useTls(const QString &cert, const QString &key)
    {
        m_cert = cert;
        m_key = key;
    }
    bool serve()
    {
        m_process = std::make_unique<QProcess>();
        m_process->setProcessEnvironment(privateEnvironment(m_dir));
        m_process->setStandardErrorFile(m_dir + "/server.log", QIODevice::Append);
        QStringList arguments{"--data", m_dir + "/server", "serve", "--listen", QString("127.0.0.1:%1").arg(m_port)};
        if (!m_cert.isEmpty())
            arguments << "--cert" << m_cert << "--key" << m_key;
        m_process->start(program("parvisd"), arguments);
        QElapsedTimer timer;
        timer.start();
        while (!m_process->canReadLine() && timer.elapsed() < 30'000 && m_process->state() != QProcess::NotRunning)
            m_process->waitForReadyRead(200);
        const QString listening = QJsonDocument::fromJson(m_process->readLine()).object().value("listening").toString();
        m_port = listening.section(':', -1).toInt();
        return m_port > 0;
    }
    void kill() // -9
    {
        if (!m_process)
            return;
        m_process->kill();
        m_process->waitForFinished();
        m_process.reset();
    }
    bool stop() // SIGTERM; it has 10 s
    {
        m_process->terminate();
        const bool ended = m_process->waitForFinished(10'000);
        m_process.reset();
        return ended;
    }
    QString url() const { return QString("%1://127.0.0.1:%2").arg(m_cert.isEmpty() ? "http" : "https").arg(m_port); }
    QByteArray log() const
    {
        QFile file(m_dir + "/server.log");
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private:
    QString m_dir;
    QString m_cert, m_key;
    int m_port = 0;
    std::unique_ptr<QProcess> m_process;
};

// One person on one device: a profile of parvis-cli.
class Person {
public:
    Person(const QString &home, QString handle, const QString &device = "one")
        : m_home(home), m_handle(std::move(handle)), m_profile(home + "/" + m_handle + "-" + device)
    { }
    const QString &handle() const { return m_handle; }
    const QString &profile() const { return m_profile; }
    QString home() const { return m_home; }

    QStringList arguments(const QStringList &command) const { return QStringList{"--profile", m_profile} + command; }
    Answer operator()(const QStringList &command, const QByteArray &input = {}) const
    {
        return run(m_home, "parvis-cli", arguments(command), input);
    }
    Answer login(const Company &company) const
    {
        return (*this)({"login", "--server", company.url(), "--user", m_handle}, Company::passwordOf(m_handle) + '\n');
    }
    // Starts a command and leaves it running; ended with the returned object.
    std::unique_ptr<QProcess> start(const QStringList &command) const
    {
        auto process = std::make_unique<QProcess>();
        process->setProcessEnvironment(privateEnvironment(m_home));
        process->start(program("parvis-cli"), arguments(command));
        return process;
    }

private:
    QString m_home;
    QString m_handle;
    QString m_profile;
};

// A company with Ann and Bob, both signed in. What did not work; empty: all did.
inline QByteArray foundWithTwo(Company &company, const Person &ann, const Person &bob)
{
    if (!company.init() || !company.addPerson("ann", "Ann Example") || !company.addPerson("bob", "Bob Example"))
        return "the company could not be made";
    if (!company.serve())
        return "the server did not start: " + company.log();
    for (const Person *person : {&ann, &bob}) {
        if (const Answer answer = person->login(company); answer.code != 0)
            return answer.all();
    }
    return {};
}

// Whether the bytes stand in any file below the folder.
inline bool holds(const QString &folder, const QByteArray &canary)
{
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(canary))
            return true;
    }
    return false;
}

} // namespace parvis::e2e
