#include "base/random.h"
#include "client/change_journal.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace parvis;
using namespace parvis::client;

class ChangeJournalTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    QString m_path;
    static store::ChangeSet changeOf(const char *name)
    {
        store::ChangeSet changes;
        changes.outbox = true;
        changes.add({model::Kind::Comment, base::derivedUuid({name}), model::ScopeId::directory(), base::derivedUuid({"thread"}), true});
        return changes;
    }

private Q_SLOTS:
    void init()
    {
        m_path = m_dir.filePath(QString::fromLatin1(QTest::currentTestFunction()));
        QVERIFY(QFile(m_path).open(QIODevice::WriteOnly));
    }

    void readerHearsWhatIsToldAfterItsStart()
    {
        JournalWriter writer(m_path);
        QVERIFY(writer.start());
        writer.tell(changeOf("before"));
        JournalReader reader(m_path);
        reader.startAtEnd();
        writer.tell(changeOf("after"));
        SyncState state;
        state.phase = SyncState::UpToDate;
        state.complete = true;
        state.rowsApplied = 12;
        writer.tell(state);
        const auto news = reader.read();
        QCOMPARE(news.changes.changes.size(), 1);
        QCOMPARE(news.changes.changes.first().id, base::derivedUuid({"after"}));
        QCOMPARE(news.changes.changes.first().thread, base::derivedUuid({"thread"}));
        QVERIFY(news.changes.changes.first().deleted && news.changes.outbox && !news.changes.wide);
        QCOMPARE(news.state, std::optional(state));
        QVERIFY(reader.read().changes.isEmpty());
    }

    void newHolderBeginsAnewAndReadersReadEverythingAgain()
    {
        JournalWriter first(m_path);
        QVERIFY(first.start());
        for (int i = 0; i < 10; ++i)
            first.tell(changeOf("old"));
        JournalReader reader(m_path);
        reader.startAtEnd();
        JournalWriter second(m_path);
        QVERIFY(second.start());
        second.tell(changeOf("new"));
        const auto news = reader.read();
        QVERIFY(news.changes.wide);
        QCOMPARE(news.changes.changes.size(), 1);
    }

    void fileStaysSmallAndKeepsTheLastState()
    {
        JournalWriter writer(m_path);
        QVERIFY(writer.start());
        SyncState state;
        state.phase = SyncState::Syncing;
        writer.tell(state);
        for (int i = 0; i < 5'000; ++i)
            writer.tell(changeOf("again"));
        QVERIFY(QFileInfo(m_path).size() <= 256 * 1024);
        JournalReader reader(m_path);
        JournalReader::News last;
        reader.startAtEnd(&last);
        QVERIFY(last.state && last.state->phase == SyncState::Syncing);
    }

    void answeredPingsAloneAreToldEveryFiveMinutes()
    {
        JournalWriter writer(m_path);
        QVERIFY(writer.start());
        SyncState state;
        state.phase = SyncState::UpToDate;
        state.lastContact = base::Time{1'700'000'000'000'000};
        writer.tell(state);
        const qint64 size = QFileInfo(m_path).size();
        for (int i = 0; i < 9; ++i) {
            state.lastContact = state.lastContact.plusMs(30'000);
            state.roundTripMs = i;
            state.bytesIn += 10;
            writer.tell(state);
        }
        QCOMPARE(QFileInfo(m_path).size(), size);
        state.lastContact = state.lastContact.plusMs(30'000);
        writer.tell(state);
        JournalReader reader(m_path);
        JournalReader::News last;
        reader.startAtEnd(&last);
        QCOMPARE(last.state, std::optional(state));
        state.pending = 1;
        state.phase = SyncState::Syncing; // what somebody would want to know is told at once
        writer.tell(state);
        QCOMPARE(reader.read().state->phase, SyncState::Syncing);
    }

    void manyChangesAreToldAsWide()
    {
        store::ChangeSet many;
        for (int i = 0; i < 600; ++i)
            many.add({model::Kind::Post, base::derivedUuid({QByteArray::number(i)}), model::ScopeId::company(), {}, false});
        JournalWriter writer(m_path);
        QVERIFY(writer.start());
        JournalReader reader(m_path);
        reader.startAtEnd();
        writer.tell(many);
        const auto news = reader.read();
        QVERIFY(news.changes.wide && news.changes.changes.isEmpty());
        QCOMPARE(news.changes.scopes, many.scopes);
    }

    void damagedLineMakesReadersReadEverythingAgain()
    {
        JournalReader reader(m_path);
        reader.startAtEnd();
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::Append));
        file.write("es\":[]}\n");
        file.close();
        QVERIFY(reader.read().changes.wide);
    }
};

QTEST_GUILESS_MAIN(ChangeJournalTest)
#include "change_journal_test.moc"
