#include "transport/backoff.h"

#include <QtTest>

#include <algorithm>

using namespace parvis;
using transport::Backoff;

class BackoffTest : public QObject {
    Q_OBJECT

private:
    // Many clients that lost the server at the same moment: the delays of their n-th try.
    static QList<qint64> delaysOfTry(int n)
    {
        QList<qint64> delays;
        for (int client = 0; client < 2000; ++client) {
            base::SeededRandom random{quint64(client)};
            Backoff backoff;
            qint64 delay = 0;
            for (int i = 0; i < n; ++i)
                delay = backoff.nextDelayMs(random);
            delays.append(delay);
        }
        std::sort(delays.begin(), delays.end());
        return delays;
    }

private Q_SLOTS:
    void firstReconnectIsSpreadOverFifteenSeconds()
    {
        const auto delays = delaysOfTry(1);
        QVERIFY(delays.first() >= 0 && delays.first() < 300);
        QVERIFY(delays.last() <= 15'000 && delays.last() > 14'700);
        // Full jitter: the median lies in the middle of the window, not at its end.
        QVERIFY(delays[1000] > 6'500 && delays[1000] < 8'500);
    }

    void laterReconnectsAreSpreadOverSixtySecondsAndNoMore()
    {
        for (const int n : {3, 4, 50}) {
            const auto delays = delaysOfTry(n);
            QVERIFY(delays.last() <= 60'000 && delays.last() > 58'000);
            QVERIFY(delays.first() < 1'000);
        }
    }

    void successStartsAgainWithTheFirstWindow()
    {
        base::SeededRandom random{7};
        Backoff backoff;
        for (int i = 0; i < 10; ++i)
            backoff.nextDelayMs(random);
        backoff.succeeded();
        for (int i = 0; i < 200; ++i) {
            QVERIFY(backoff.nextDelayMs(random) <= 15'000);
            backoff.succeeded();
        }
    }
};

QTEST_GUILESS_MAIN(BackoffTest)
#include "backoff_test.moc"
