#include "base/thread_rank.h"

#include <QTest>
#include <QThread>

#if defined(Q_OS_LINUX)
#include <sys/resource.h>
#endif

using namespace parvis;

class ThreadRankTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aThreadThatStandsBackLeavesTheOthersWhereTheyAre()
    {
#if defined(Q_OS_LINUX)
        const int before = ::getpriority(PRIO_PROCESS, 0);
        int inside = before;
        const std::unique_ptr<QThread> thread(QThread::create([&inside] {
            base::standBack();
            inside = ::getpriority(PRIO_PROCESS, 0);
        }));
        thread->start();
        QVERIFY(thread->wait(10'000));
        QVERIFY(inside > before || before >= 5);
        QCOMPARE(::getpriority(PRIO_PROCESS, 0), before);
#else
        QSKIP("Qt's own priorities are used here");
#endif
    }
};

QTEST_GUILESS_MAIN(ThreadRankTest)
#include "thread_rank_test.moc"
