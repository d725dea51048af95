#pragma once

#include "bench/row.h"

#include "base/clock.h"
#include "transport/timer_scheduler.h"
#include "ui/models/client_backend.h"
#include "ui/shell/companies.h"
#include "ui/shell/main_window.h"
#include "ui/shell/navigator.h"
#include "ui/theme/theme.h"

#include <functional>
#include <memory>

namespace parvis::ui {
class FeedModel;
class FeedPage;
class FeedView;
} // namespace parvis::ui

namespace parvis::bench {

// Turns the event loop until `done`; throws NotMeasured when that takes too long.
void turnUntil(const std::function<bool()> &done, const char *what, qint64 patienceMs = 30'000);

// Of what a prepared cache holds, plain words, the window can be shown texts as rich and unequal as those of people: one
// line or many, headings, lists, quotes, tables, code, links, mentions, emoji; the same for a row each time it is read.
enum class Bodies { AsStored, Rich };
QString richBody(const QString &plain, const base::Uuid &id);

// The client's backend, with or without that.
class BenchBackend : public ui::ClientBackend {
public:
    BenchBackend(std::unique_ptr<client::Client> client, Bodies bodies);
    Answer<QList<store::FeedItem>> feed(const store::FeedQuery &query) override;

private:
    Bodies m_bodies;
};

// The window of the real program over its real client, in this process and without a screen.
class Desktop {
public:
    // On a profile as it is, without a connection; or signed in to a company server as one of its people.
    explicit Desktop(const QString &profile, Bodies bodies = Bodies::AsStored);
    Desktop(const QString &profile, const QString &url, const QString &handle, const QString &password);

    void show(); // until the feed has painted a post
    void start() { m_backend.start(); }
    client::SyncState state() const { return m_backend.state(); }
    ui::Backend &backend() { return m_backend; }
    ui::Navigator &navigator() { return m_navigator; }
    ui::Theme &theme() { return m_theme; }
    ui::Context &context() { return m_context; }
    ui::MainWindow &window() { return *m_window; }
    ui::FeedPage &feedPage() const;
    ui::FeedView &view() const;
    ui::FeedModel &model() const;

private:
    base::SystemClock m_clock;
    transport::TimerScheduler m_scheduler;
    ui::Preferences m_preferences;
    ui::Theme m_theme;
    ui::Navigator m_navigator;
    BenchBackend m_backend;
    ui::Companies m_companies;
    ui::Context m_context;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace parvis::bench
