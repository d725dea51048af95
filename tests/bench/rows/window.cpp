#include "bench/company_server.h"
#include "bench/desktop.h"
#include "bench/dice.h"
#include "bench/painting.h"
#include "bench/prepared.h"
#include "bench/rows/rows.h"

#include "ui/models/feed_model.h"
#include "ui/views/feed/feed_page.h"
#include "ui/views/feed/feed_view.h"

#include <QCoreApplication>
#include <QDir>
#include <QPlainTextEdit>
#include <QTest>

#include <algorithm>

// What the window's own thread needs to move, to jump, to change its look and to show what was just written: the real
// window on the real cache, painted into memory.

namespace parvis::bench {

namespace {

constexpr qint64 fullFrames = 12'000;
constexpr qint64 fullJumps = 5'000;
constexpr qint64 fullSwitches = 200;
constexpr qint64 fullPosts = 5'000;
constexpr int wheelStep = 69;  // of one notch
constexpr int turnAfter = 400; // frames downwards, then upwards

} // namespace

Outcome measureFrame1m(const Settings &settings)
{
    Desktop desktop(preparedProfile(settings, settings.items(million, 20'000)), Bodies::Rich);
    desktop.show();
    PaintSpy spy(desktop.view().viewport());
    std::vector<double> frames;
    int direction = 1;
    const qint64 wanted = settings.items(fullFrames, 600);
    for (qint64 i = 0; qint64(frames.size()) < wanted; ++i) {
        if (i % turnAfter == turnAfter - 1 && i % (8 * turnAfter) >= 6 * turnAfter)
            direction = -direction;
        const int before = spy.paints;
        const Stopwatch watch;
        desktop.view().scrollBy(direction * wheelStep);
        QCoreApplication::processEvents();
        if (spy.paints > before)
            frames.push_back(watch.seconds());
        else
            direction = 1; // the top: nothing to paint
    }
    return inMs(std::move(frames), 4, 8);
}

Outcome measureJump1m(const Settings &settings)
{
    Desktop desktop(preparedProfile(settings, settings.items(million, 20'000)), Bodies::Rich);
    desktop.show();
    Dice dice(19);
    std::vector<double> jumps;
    const qint64 first = Corpus::startUs * 256; // an order is microseconds and eight bits
    const qint64 last = desktop.model().item(0).order;
    const qint64 wanted = settings.items(fullJumps, 100);
    for (qint64 i = 0; i < wanted; ++i) {
        const qint64 order = first + qint64(double(last - first) * dice.unit());
        const ui::FeedModel &model = desktop.model();
        PaintSpy spy(desktop.view().viewport(), [&] {
            return model.rowCount() > 0 && model.item(0).order >= order
                   && model.item(model.rowCount() - 1).order <= order;
        });
        const Stopwatch watch;
        desktop.model().open(model.query(), order);
        turnUntil([&] { return spy.paints > 0; }, "the rows of another day");
        jumps.push_back(watch.seconds());
    }
    return inMs(std::move(jumps), 16);
}

Outcome measureThemeSwitch(const Settings &settings)
{
    Desktop desktop(preparedProfile(settings, settings.items(million, 20'000)), Bodies::Rich);
    desktop.show();
    ui::Preferences preferences;
    std::vector<double> switches;
    const ui::Preferences::Appearance looks[] = {ui::Preferences::Dark, ui::Preferences::Light};
    const qint64 wanted = settings.items(fullSwitches, 20);
    for (qint64 i = 0; i < wanted; ++i) {
        preferences.appearance = looks[i % 2];
        preferences.contrast = i % 8 < 4 ? ui::Preferences::Normal : ui::Preferences::High;
        preferences.textPercent = i % 16 < 8 ? 100 : 115;
        PaintSpy spy(desktop.view().viewport());
        const Stopwatch watch;
        desktop.theme().apply(preferences);
        turnUntil([&] { return spy.paints > 0; }, "the new look");
        turn();
        switches.push_back(watch.seconds());
    }
    return inMs(std::move(switches), 50);
}

Outcome measureWritePainted(const Settings &settings)
{
    const CompanyServer server(settings);
    const QString profile = settings.scratch + QStringLiteral("/writer");
    QDir(profile).removeRecursively();
    Desktop desktop(profile, server.url(), Company::handle(1), CompanyServer::password());
    desktop.start();
    turnUntil([&] { return desktop.state().phase == client::SyncState::UpToDate; }, "the first sync");
    desktop.backend().post(server.company().scope(0), {}, QStringLiteral("The first post"));
    desktop.show();
    desktop.navigator().go({.kind = ui::Place::Group, .id = server.company().scope(0).id});
    turnUntil([&] { return desktop.model().rowCount() > 0; }, "the group's posts");
    std::vector<double> spent;
    const qint64 wanted = settings.items(fullPosts, 60);
    for (qint64 i = 0; i < wanted; ++i) {
        // People do not post while their last post is on its way.
        turnUntil([&] { return desktop.state().pending == 0; }, "the answer");
        desktop.feedPage().compose();
        auto *edit = desktop.feedPage().findChild<QPlainTextEdit *>();
        const QString body = QStringLiteral("Post number %1, written in the window and painted by it.").arg(i);
        edit->setPlainText(body);
        QCoreApplication::processEvents();
        const ui::FeedModel &model = desktop.model();
        PaintSpy spy(desktop.view().viewport(), [&] { return model.rowCount() > 0 && model.item(0).body == body; });
        const Stopwatch watch;
        QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
        turnUntil([&] { return spy.paints > 0; }, "the own post");
        spent.push_back(watch.seconds());
    }
    return inMs(std::move(spent), 8);
}

} // namespace parvis::bench
