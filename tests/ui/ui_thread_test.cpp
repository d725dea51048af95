// The real window over a real client and a real server, all in this process: whatever one does in it, its thread enters
// neither SQL nor sockets, files or decoding.
#include "base/deliver.h"
#include "base/random.h"
#include "base/thread_guard.h"
#include "client/client.h"
#include "server/admin/folder_commands.h"
#include "server/demo/demo.h"
#include "server/server.h"
#include "store/database.h"
#include "transport/timer_scheduler.h"
#include "ui/models/client_backend.h"
#include "ui/models/feed_model.h"
#include "ui/pictures/picture_room.h"
#include "ui/shell/companies.h"
#include "ui/shell/main_window.h"
#include "ui/shell/navigator.h"
#include "ui/shell/shell.h"
#include "ui/theme/theme.h"
#include "ui/views/feed/feed_page.h"
#include "ui/views/feed/feed_view.h"
#include "ui/views/search/search_page.h"
#include "ui/views/signin/sign_in_page.h"

#include <QBuffer>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace parvis;
using ui::Place;

namespace {

QStringList entered;

void note(const char *place)
{
    if (!entered.contains(QLatin1String(place)))
        entered.append(QString::fromLatin1(place));
}

struct RealWindow {
    explicit RealWindow(std::unique_ptr<client::Client> client) : backend(std::move(client), "test") { }

    base::SystemClock clock;
    transport::TimerScheduler scheduler;
    ui::Preferences preferences;
    ui::Theme theme;
    ui::Navigator navigator;
    ui::Companies companies;
    ui::ClientBackend backend;
    ui::PictureRoom pictures{backend};
    ui::Context context{.backend = backend,
                        .theme = theme,
                        .navigator = navigator,
                        .clock = clock,
                        .scheduler = scheduler,
                        .preferences = preferences,
                        .companies = companies,
                        .pictures = &pictures};
};

} // namespace

class UiThreadTest : public QObject {
    Q_OBJECT

    // What was asked before this has been answered: the readers work in turn.
    void letAnswersIn(RealWindow &world)
    {
        for (int i = 0; i < 4; ++i) {
            bool answered = false;
            base::deliver(world.backend.summary(), this, [&](const auto &) { answered = true; });
            QTRY_VERIFY(answered);
        }
    }

    QTemporaryDir m_folder;
    base::SystemClock m_clock;
    base::SystemRandom m_random;
    server::Env m_env{m_clock, m_random};
    std::unique_ptr<server::Server> m_server;
    QString m_address;

private Q_SLOTS:
    void initTestCase()
    {
        QBuffer out;
        QVERIFY(out.open(QIODevice::WriteOnly));
        const QString data = m_folder.filePath("server");
        const auto made = server::demoFolder(data, {}, m_env, out);
        QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
        server::ServerOptions options;
        options.dataDir = data;
        options.listen.threads = 1;
        options.adminSocket = false;
        m_server = std::make_unique<server::Server>(options, m_env);
        const auto listening = m_server->start();
        QVERIFY(listening);
        m_address = "http://" + *listening;
    }

    void theGuardSeesWhatEntersIt()
    {
        entered.clear();
        const base::UiThreadMark mark(note);
        auto db = store::Database::open(m_folder.filePath("any.db"), {});
        QVERIFY(db);
        QVERIFY(entered.contains("SQL: open"));
    }

    void withoutAMarkNothingIsSeen()
    {
        entered.clear();
        auto db = store::Database::open(m_folder.filePath("any.db"), {});
        QVERIFY(db);
        QVERIFY(entered.isEmpty());
    }

    void theWindowsThreadEntersNothingThatBlocks()
    {
        client::Options options;
        options.profileDir = m_folder.filePath("profile");
        options.noStore = true;
        auto client = client::Client::open(options);
        QVERIFY(client);
        RealWindow world(std::move(*client));
        entered.clear();
        const base::UiThreadMark mark(note);
        world.theme.apply(world.preferences);
        ui::MainWindow window(world.context);
        window.showSignIn();
        window.show();
        window.signIn()->setAddress(m_address, "camille.morel");
        for (auto *edit : window.signIn()->findChildren<QLineEdit *>()) {
            if (edit->echoMode() == QLineEdit::Password)
                edit->setText(QString::fromLatin1(server::demoPassword));
        }
        window.signIn()->submit();
        QTRY_VERIFY_WITH_TIMEOUT(window.shell(), 20'000);
        world.backend.start();
        QTRY_COMPARE_WITH_TIMEOUT(world.backend.state().phase, client::SyncState::UpToDate, 60'000);
        auto *feed = window.shell()->feedPage();
        QTRY_VERIFY(feed->model()->rowCount() > 0);
        const model::Uuid post = feed->model()->item(0).id;
        const model::Uuid person = feed->model()->item(0).author.id.uuid();
        for (const auto &place :
             {Place{.kind = Place::Thread, .id = post}, Place{.kind = Place::PersonWall, .id = person},
              Place{.kind = Place::CompanyWall}, Place{.kind = Place::Groups}, Place{.kind = Place::Outbox},
              Place{.kind = Place::Settings}, Place{.kind = Place::Search}, Place{.kind = Place::Feed}}) {
            world.navigator.go(place);
            letAnswersIn(world);
        }
        bool freed = false;
        base::deliver(world.backend.freeSpace(), this,
                      [&](const base::Result<void> &answer) { freed = answer.has_value(); });
        QTRY_VERIFY_WITH_TIMEOUT(freed, 20'000);
        world.navigator.search("levage");
        letAnswersIn(world);
        const auto written = world.backend.post(model::ScopeId::directory(), {}, "Written while being watched");
        bool answered = false;
        base::deliver(written, this, [&](const base::Result<ui::Backend::Written> &answer) {
            answered = answer.has_value();
            world.backend.react(answer->id, QString::fromUtf8("👍"), true);
        });
        QTRY_VERIFY(answered);
        QTRY_COMPARE_WITH_TIMEOUT(world.backend.state().pending, 0, 20'000);
        QVERIFY2(entered.isEmpty(), qPrintable(entered.join(", ")));
    }

    // A picture on its way: from a file of the person's through the server's answer to the pixels in the list.
    void aPictureTravelsWithItsPost()
    {
        const QString path = m_folder.filePath("plan.png");
        QImage image(300, 200, QImage::Format_RGB32);
        image.fill(Qt::green);
        QVERIFY(image.save(path));
        client::Options options;
        options.profileDir = m_folder.filePath("another");
        options.noStore = true;
        auto client = client::Client::open(options);
        QVERIFY(client);
        RealWindow world(std::move(*client));
        const base::UiThreadMark mark(note);
        world.theme.apply(world.preferences);
        bool answered = false;
        base::deliver(world.backend.signIn(m_address, "camille.morel", QString::fromLatin1(server::demoPassword)), this,
                      [&](const auto &identity) { answered = identity.has_value(); });
        QTRY_VERIFY_WITH_TIMEOUT(answered, 60'000);
        world.backend.start();
        QTRY_COMPARE_WITH_TIMEOUT(world.backend.state().phase, client::SyncState::UpToDate, 60'000);
        ui::MainWindow window(world.context);
        window.showShell();
        window.show();
        world.navigator.go({.kind = Place::CompanyWall});
        auto *feed = window.shell()->feedPage();
        QTRY_VERIFY(feed->model()->rowCount() > 0);
        entered.clear();
        QSignalSpy ready(&world.pictures, &ui::PictureRoom::ready);
        base::deliver(world.backend.post(model::ScopeId::directory(), {}, {}, {}, {{.name = "plan.png", .path = path}}),
                      this, [&](const auto &written) { QVERIFY(written); });
        QTRY_COMPARE_WITH_TIMEOUT(feed->model()->item(0).attachments.size(), 1, 60'000);
        QVERIFY(feed->model()->item(0).attachments[0].here); // at once: it is one's own
        QTRY_VERIFY_WITH_TIMEOUT(!feed->model()->item(0).attachments[0].unsent, 60'000);
        QTRY_VERIFY(!ready.isEmpty());
        QCOMPARE(world.pictures.problem(feed->model()->item(0).attachments[0].id), QString());
        bool copied = false;
        base::deliver(world.backend.copyToOpen(feed->model()->item(0).attachments[0].id), this,
                      [&](const base::Result<QString> &copy) { copied = copy && copy->endsWith("/plan.png"); });
        QTRY_VERIFY(copied);
        QVERIFY2(entered.isEmpty(), qPrintable(entered.join(", ")));
    }

    void cleanupTestCase() { m_server.reset(); }
};

QTEST_MAIN(UiThreadTest)
#include "ui_thread_test.moc"
