#include "bench/desktop.h"

#include "base/deliver.h"
#include "bench/dice.h"
#include "ui/shell/shell.h"
#include "ui/views/feed/feed_page.h"
#include "ui/views/feed/feed_view.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QPromise>

namespace parvis::bench {

namespace {

std::unique_ptr<client::Client> opened(const QString &profile, bool offline)
{
    client::Options options;
    options.profileDir = profile;
    options.offline = offline;
    options.fileSecrets = true;
    return take(client::Client::open(options));
}

} // namespace

void turnUntil(const std::function<bool()> &done, const char *what, qint64 patienceMs)
{
    QElapsedTimer since;
    since.start();
    while (!done()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents);
        if (since.elapsed() > patienceMs)
            throw NotMeasured{QStringLiteral("waited in vain for %1").arg(QLatin1String(what))};
    }
}

QString richBody(const QString &plain, const base::Uuid &id)
{
    Dice dice(quint64(qHash(id)));
    const QStringList words = plain.split(u' ', Qt::SkipEmptyParts);
    auto some = [&](qsizetype most) {
        const qsizetype from = qsizetype(dice.below(quint64(words.size())));
        return words.mid(from, qsizetype(1 + dice.below(quint64(most)))).join(u' ');
    };
    if (words.isEmpty() || dice.chance(0.25))
        return plain; // a quarter of what people write is plain
    QString out;
    if (dice.chance(0.3))
        out += QStringLiteral("## ") + some(6) + QStringLiteral("\n\n");
    out += plain + QStringLiteral(" **") + some(3) + QStringLiteral("** \U0001F44D\n\n");
    if (dice.chance(0.4)) {
        for (quint64 i = 0; i < 2 + dice.below(5); ++i)
            out += QStringLiteral("- ") + some(14) + u'\n';
        out += u'\n';
    }
    if (dice.chance(0.2))
        out += QStringLiteral("> ") + some(30) + QStringLiteral("\n\n");
    if (dice.chance(0.15))
        out += QStringLiteral("```cpp\nint ") + some(1) + QStringLiteral(" = 42; // ") + some(4)
               + QStringLiteral("\nreturn 0;\n```\n\n");
    if (dice.chance(0.12)) {
        out += QStringLiteral("| a | b |\n|---|--:|\n");
        for (int i = 0; i < 4; ++i)
            out += QStringLiteral("| ") + some(3) + QStringLiteral(" | 42 |\n");
        out += u'\n';
    }
    return out + QStringLiteral("[") + some(3) + QStringLiteral("](https://example.com/plan) @camille.morel #")
           + words.first();
}

BenchBackend::BenchBackend(std::unique_ptr<client::Client> client, Bodies bodies)
    : ui::ClientBackend(std::move(client), QStringLiteral("bench")), m_bodies(bodies)
{ }

BenchBackend::Answer<QList<store::FeedItem>> BenchBackend::feed(const store::FeedQuery &query)
{
    auto stored = ui::ClientBackend::feed(query);
    if (m_bodies == Bodies::AsStored)
        return stored;
    auto promise = std::make_shared<QPromise<base::Result<QList<store::FeedItem>>>>();
    promise->start();
    base::deliver(stored, this, [promise](const base::Result<QList<store::FeedItem>> &answer) {
        auto rich = answer;
        if (rich) {
            for (store::FeedItem &item : *rich)
                item.body = richBody(item.body, item.id);
        }
        promise->addResult(rich);
        promise->finish();
    });
    return promise->future();
}

Desktop::Desktop(const QString &profile, Bodies bodies)
    : m_backend(opened(profile, true), bodies), m_context{m_backend,   m_theme,       m_navigator, m_clock,
                                                          m_scheduler, m_preferences, m_companies}
{
    m_theme.apply(m_preferences);
}

Desktop::Desktop(const QString &profile, const QString &url, const QString &handle, const QString &password)
    : m_backend(opened(profile, false), Bodies::AsStored), m_context{m_backend,   m_theme,       m_navigator, m_clock,
                                                                     m_scheduler, m_preferences, m_companies}
{
    m_theme.apply(m_preferences);
    std::optional<base::Result<store::Identity>> answer;
    base::deliver(m_backend.signIn(url, handle, password), &m_backend,
                  [&answer](const base::Result<store::Identity> &result) { answer = result; });
    turnUntil([&answer] { return answer.has_value(); }, "the sign-in");
    take(*answer);
}

void Desktop::show()
{
    m_window = std::make_unique<ui::MainWindow>(m_context);
    m_window->showShell();
    m_window->show();
    turnUntil([this] { return model().rowCount() > 0; }, "the first posts");
    QCoreApplication::processEvents();
}

ui::FeedPage &Desktop::feedPage() const
{
    return *m_window->shell()->feedPage();
}

ui::FeedView &Desktop::view() const
{
    return *feedPage().view();
}

ui::FeedModel &Desktop::model() const
{
    return *feedPage().model();
}

} // namespace parvis::bench
