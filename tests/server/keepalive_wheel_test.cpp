#include "server/keepalive_wheel.h"

#include <QTest>

#include <functional>
#include <memory>
#include <vector>

using namespace parvis::server;

namespace {

struct Entry final : WheelEntry {
    explicit Entry(qint64 deadline) : deadline(deadline) { }
    qint64 deadlineMs() const override { return deadline; }
    void timedOut() override
    {
        ++fired;
        if (onTimeOut)
            onTimeOut();
    }
    qint64 deadline;
    int fired = 0;
    std::function<void()> onTimeOut;
};

} // namespace

class KeepaliveWheelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nobodyTimesOutEarlyAndNobodyLaterThanTwoTicks()
    {
        KeepaliveWheel wheel(1000);
        std::vector<std::unique_ptr<Entry>> entries;
        for (int i = 0; i < 400; ++i) {
            entries.push_back(std::make_unique<Entry>(1000 + i * 977)); // some far above one turn of the wheel
            wheel.add(*entries.back());
        }
        for (qint64 now = 1000; now < 1000 + 400 * 977 + 1000; now += 90) {
            wheel.turn(now);
            for (const auto &entry : entries) {
                if (entry->fired > 0)
                    QVERIFY(entry->deadline <= now);
                else
                    QVERIFY(entry->deadline > now - 2 * KeepaliveWheel::tickMs);
            }
        }
        QCOMPARE(wheel.size(), 0);
        QVERIFY(!wheel.nextMs());
    }

    void deadlineThatMovedOnIsAskedAgain()
    {
        KeepaliveWheel wheel(0);
        Entry entry(1000);
        wheel.add(entry);
        entry.deadline = 5000;
        wheel.turn(4900);
        QCOMPARE(entry.fired, 0);
        wheel.turn(5300);
        QCOMPARE(entry.fired, 1);
    }

    void deadlineThatCameNearerIsMet()
    {
        KeepaliveWheel wheel(0);
        Entry entry(100'000);
        wheel.add(entry);
        entry.deadline = 1000;
        wheel.sooner(entry);
        QVERIFY(*wheel.nextMs() <= 1250);
        wheel.turn(1300);
        QCOMPARE(entry.fired, 1);
    }

    void anEntryMayTakeOthersWithIt()
    {
        KeepaliveWheel wheel(0);
        auto victim = std::make_unique<Entry>(1000);
        Entry first(1000), last(1000);
        first.onTimeOut = last.onTimeOut = [&] { victim.reset(); };
        wheel.add(first);
        wheel.add(*victim);
        wheel.add(last);
        wheel.turn(2000);
        QCOMPARE(first.fired + last.fired, 2);
        QVERIFY(!victim);
        QCOMPARE(wheel.size(), 0);
    }

    void clockThatStoodStillForHoursFiresEverybodyOnce()
    {
        KeepaliveWheel wheel(0);
        std::vector<std::unique_ptr<Entry>> entries;
        for (int i = 0; i < 1000; ++i) {
            entries.push_back(std::make_unique<Entry>(i * 120));
            wheel.add(*entries.back());
        }
        wheel.turn(10'000'000);
        for (const auto &entry : entries)
            QCOMPARE(entry->fired, 1);
    }
};

QTEST_GUILESS_MAIN(KeepaliveWheelTest)
#include "keepalive_wheel_test.moc"
