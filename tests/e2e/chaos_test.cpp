#include "e2e/processes.h"

#include <QSet>
#include <QTimer>

#include <random>

using namespace parvis::e2e;

namespace {

using Dice = std::mt19937_64;

int below(Dice &dice, int bound)
{
    return int(dice() % quint64(bound));
}

// What was promised by a printed id, and may have been taken back since by the same person.
struct Promises {
    QSet<QString> posts;    // posts and comments made
    QSet<QString> removed;  // of which a deletion was tried: it may have happened, though the process was killed
};

// Does random things as one person, one process after the other, each perhaps offline and perhaps killed.
class Actor : public QObject {
public:
    Actor(Person person, QString otherHandle, quint64 seed, int operations)
        : m_person(std::move(person)), m_other(std::move(otherHandle)), m_dice(seed), m_left(operations)
    {
        m_kill.setSingleShot(true);
        connect(&m_kill, &QTimer::timeout, this, [this] {
            m_killSent = true;
            m_process->kill();
        });
    }

    std::function<void()> finished;
    Promises promises;
    QStringList complaints;
    int killed = 0;
    int refused = 0;
    const Person &person() const { return m_person; }
    void knowOf(const Actor *other) { m_peer = other; }

    void next()
    {
        if (m_left-- <= 0)
            return finished();
        QByteArray input;
        QStringList command = choose(input);
        if (below(m_dice, 100) < 40)
            command = QStringList{"--offline"} + command;
        else
            command = QStringList{"--wait", "3"} + command;
        m_command = command;
        m_killSent = false;
        m_process = std::make_unique<QProcess>();
        m_process->setProcessEnvironment(privateEnvironment(m_person.home()));
        connect(m_process.get(), &QProcess::finished, this, [this] { ended(); });
        m_process->start(program("parvis-cli"), m_person.arguments(command));
        m_process->write(input);
        m_process->closeWriteChannel();
        if (below(m_dice, 100) < 30)
            m_kill.start(below(m_dice, 400));
    }

private:
    QString anyTarget()
    {
        QStringList known = m_made;
        if (m_peer && below(m_dice, 2) == 0)
            known = m_peer->m_made;
        return known.isEmpty() ? QString() : known[below(m_dice, int(known.size()))];
    }

    QStringList choose(QByteArray &input)
    {
        static const QStringList places{"--group", "common", "--group", "open", "--wall", "company"};
        static const QStringList emoji{"👍", "❤", "🎉"};
        const int what = below(m_dice, 100);
        const QString target = anyTarget();
        m_makes = false;
        m_target.clear();
        input = "text " + QByteArray::number(below(m_dice, 1'000'000)) + " @" + m_other.toUtf8() + " #chaos\n";
        if (what < 30 || target.isEmpty()) {
            m_makes = true;
            const int place = below(m_dice, 3) * 2;
            return {"post", places[place], places[place + 1]};
        }
        if (what < 48) {
            m_makes = true;
            return {"comment", target};
        }
        if (what < 58)
            return {"edit", target};
        if (what < 66) {
            m_target = target;
            return {"delete", target};
        }
        if (what < 76)
            return {"react", target, emoji[below(m_dice, 3)]};
        if (what < 82)
            return {"unreact", target, emoji[below(m_dice, 3)]};
        if (what < 87)
            return {"read", "common"};
        if (what < 91)
            return {"group", "join", "open"};
        if (what < 94)
            return {"group", "leave", "open"};
        if (what < 97)
            return {"sync"};
        return {"feed", "--limit", "5"};
    }

    void ended()
    {
        m_kill.stop();
        const Answer answer = answerOf(*m_process);
        m_process.release()->deleteLater();
        if (answer.crashed && m_killSent)
            ++killed;
        else if (answer.crashed || answer.code > 1 || (answer.code == 1 && answer.error().isEmpty()))
            complaints.append(m_command.join(' ') + ": " + QString::fromUtf8(answer.all()));
        else if (answer.code == 1)
            ++refused;
        if (!m_target.isEmpty())
            promises.removed.insert(m_target);
        if (m_makes && answer.out.endsWith('\n') && !answer.id().isEmpty()) {
            promises.posts.insert(answer.id());
            m_made.append(answer.id());
        }
        next();
    }

    Person m_person;
    QString m_other;
    Dice m_dice;
    int m_left;
    const Actor *m_peer = nullptr;
    std::unique_ptr<QProcess> m_process;
    QTimer m_kill;
    QStringList m_command;
    QStringList m_made;
    bool m_makes = false;
    bool m_killSent = false;
    QString m_target;
};

} // namespace

// Two profiles of two people, each doing random operations with the network on and off, every process killed with -9 at
// random, the server too. Seed and length from PARVIS_SEED, PARVIS_SEEDS and PARVIS_OPERATIONS.
class ChaosTest : public QObject {
    Q_OBJECT

private:
    static int setting(const char *name, int otherwise)
    {
        bool ok = false;
        const int value = qEnvironmentVariableIntValue(name, &ok);
        return ok ? value : otherwise;
    }

    // Brings one person up to date; what was refused is noted and given up. The ids that were refused.
    static bool settle(const Person &person, QSet<QString> &rejected, QByteArray &said)
    {
        for (int round = 0; round < 5; ++round) {
            const Answer sync = person({"--wait", "60", "sync"});
            said = sync.all();
            const QJsonObject line = sync.line();
            if (sync.code != 0 || !line.value("complete").toBool() || line.value("pending").toInt(-1) != 0)
                continue;
            if (line.value("rejected").toInt() == 0)
                return true;
            for (const QJsonObject &entry : person({"--offline", "outbox"}).lines()) {
                rejected.insert(entry.value("id").toString());
                person({"--offline", "outbox", "discard", entry.value("op").toString()});
            }
        }
        return false;
    }

private Q_SLOTS:
    void everythingConverges_data()
    {
        QTest::addColumn<int>("seed");
        const int first = setting("PARVIS_SEED", 1);
        for (int seed = first; seed < first + setting("PARVIS_SEEDS", 1); ++seed)
            QTest::newRow(qPrintable(QString("seed %1").arg(seed))) << seed;
    }

    void everythingConverges()
    {
        QFETCH(int, seed);
        QTemporaryDir dir;
        dir.setAutoRemove(false); // until all is well
        const QByteArray where = "seed " + QByteArray::number(seed) + ", kept in " + dir.path().toUtf8() + "\n";
        Company company(dir.path());
        QVERIFY(company.init());
        QVERIFY(company.addPerson("ann", "Ann Example") && company.addPerson("bob", "Bob Example"));
        QVERIFY(company.serve());
        const int operations = setting("PARVIS_OPERATIONS", 60);
        Actor ann(Person(dir.path(), "ann"), "bob", quint64(seed) * 2, operations);
        Actor bob(Person(dir.path(), "bob"), "ann", quint64(seed) * 2 + 1, operations);
        ann.knowOf(&bob);
        bob.knowOf(&ann);
        const QList<Answer> preparations{ann.person().login(company), bob.person().login(company),
                                         ann.person()({"group", "create", "common"}),
                                         ann.person()({"group", "member", "common", "bob"}),
                                         ann.person()({"group", "create", "open", "--visibility", "public"})};
        for (const Answer &answer : preparations)
            QVERIFY2(answer.code == 0, (where + answer.all()).constData());

        // ---- faults on ----
        QEventLoop loop;
        int running = 2;
        for (Actor *actor : {&ann, &bob}) {
            actor->finished = [&] {
                if (--running == 0)
                    loop.quit();
            };
            QMetaObject::invokeMethod(actor, [actor] { actor->next(); }, Qt::QueuedConnection);
        }
        Dice dice(quint64(seed) ^ 0x5eedu);
        QTimer killer;
        killer.setSingleShot(true);
        int restarts = 0;
        QByteArray serverFault;
        connect(&killer, &QTimer::timeout, &killer, [&] {
            company.kill();
            ++restarts;
            if (!company.serve() && serverFault.isEmpty())
                serverFault = "the server did not come back: " + company.log().right(4000);
            killer.start(500 + below(dice, 4000));
        });
        killer.start(500 + below(dice, 2000));
        loop.exec();
        killer.stop();
        QVERIFY2(serverFault.isEmpty(), (where + serverFault).constData());
        for (const Actor *actor : {&ann, &bob})
            QVERIFY2(actor->complaints.isEmpty(), (where + actor->complaints.join("\n").toUtf8()).constData());
        qInfo("%d operations each; processes killed: %d, server: %d; refused here: %d; ids printed: %d", operations,
              ann.killed + bob.killed, restarts, ann.refused + bob.refused,
              int(ann.promises.posts.size() + bob.promises.posts.size()));

        // ---- faults off: it must converge ----
        QSet<QString> rejected;
        for (int round = 0; round < 2; ++round) {
            for (const Actor *actor : {&ann, &bob}) {
                QByteArray said;
                QVERIFY2(settle(actor->person(), rejected, said), (where + actor->person().handle().toUtf8() + ": " + said).constData());
            }
        }
        QStringList shared{"common"};
        for (const QJsonObject &group : bob.person()({"--offline", "groups"}).lines()) {
            if (group.value("name").toString() == "open" && !group.value("role").isNull())
                shared.append("open");
        }
        for (const QString &group : shared) {
            const Answer ofAnn = ann.person()({"--offline", "dump", "--group", group, "--sha256"});
            const Answer ofBob = bob.person()({"--offline", "dump", "--group", group, "--sha256"});
            QCOMPARE(ofAnn.code, 0);
            QVERIFY2(ofAnn.out == ofBob.out, (where + group.toUtf8() + ": " + ofAnn.out + ofBob.out).constData());
        }
        // Ann never leaves, so hers is all that there is.
        const Answer all = ann.person()({"--offline", "dump"});
        QCOMPARE(all.code, 0);
        const QSet<QString> removed = ann.promises.removed + bob.promises.removed;
        for (const Actor *actor : {&ann, &bob}) {
            for (const QString &id : actor->promises.posts) {
                const auto times = all.out.count("\"id\":\"" + id.toLatin1() + '"');
                const bool mayBeGone = removed.contains(id) || rejected.contains(id);
                QVERIFY2(times == 1 || (times == 0 && mayBeGone),
                         (where + actor->person().handle().toUtf8() + " was promised " + id.toUtf8() + ", found "
                          + QByteArray::number(times) + " times").constData());
            }
        }
        QVERIFY(company.stop());
        const Answer check = company.admin({"check"});
        QVERIFY2(check.code == 0 && check.line().value("ok").toBool(), (where + check.all()).constData());
        dir.setAutoRemove(true);
    }
};

QTEST_GUILESS_MAIN(ChaosTest)
#include "chaos_test.moc"
