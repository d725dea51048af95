// Renders every view in both languages, light and dark, full and empty, at 1280×800, without a screen.
#include "support/ui_world.h"
#include "ui/shell/main_window.h"
#include "ui/shell/shell.h"
#include "ui/views/feed/feed_page.h"
#include "ui/views/feed/feed_view.h"
#include "ui/views/palette/palette.h"
#include "ui/views/search/search_page.h"
#include "ui/views/signin/sign_in_page.h"
#include "ui/widgets/horizon_button.h"
#include "ui/widgets/horizon_panel.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QPainter>

#include <cstdio>

using namespace parvis;
using ui::Place;

namespace {

struct Shot {
    QString name;
    std::function<void(tests::UiWorld &, ui::MainWindow &)> go;
    bool offline = false;
};

void settle()
{
    for (int i = 0; i < 40; ++i)
        QCoreApplication::processEvents();
}

model::Uuid groupOf(tests::UiWorld &world, const QString &handle)
{
    for (const auto &group : world.backend.groupList) {
        if (group.handle == handle)
            return group.id.uuid();
    }
    return {};
}

// The post with the most comments: a thread worth a picture.
model::Uuid liveliest(tests::UiWorld &world)
{
    const store::FeedItem *best = nullptr;
    for (const auto &item : world.backend.items) {
        if (item.kind == model::Kind::Post && (!best || item.comments > best->comments))
            best = &item;
    }
    return best ? best->id : model::Uuid();
}

void furnish(tests::UiWorld &world)
{
    world.backend.fillDemo();
    const auto group = model::ScopeId::group(model::GroupId(groupOf(world, "passerelle-trois-iles")));
    const model::Uuid id = world.backend.addPost(
        group, "mathieu.roche",
        QString::fromUtf8(
            "## Pose de l'arc central\n\nLa météo tient, on garde **jeudi 6 h**. À préparer avant mercredi soir :\n\n"
            "1. balisage de la rive droite ;\n2. contrôle des élingues (`ELG-12` à `ELG-19`) ;\n"
            "3. relevé de flèche envoyé à @ines.garnier.\n\n> Rappel : pas de levage au-delà de 50 km/h de vent.\n\n"
            "| Colis | Masse | Camion |\n|---|--:|---|\n| Arc A | 38 t | 1 |\n| Arc B | 41 t | 2 |\n\n"
            "Le plan : [phasage v7](https://plans.ardelune.example/phasage) 👍 #levage"),
        2, true);
    world.backend.addReaction(id, QString::fromUtf8("👍"), 6, true);
    world.backend.addReaction(id, QString::fromUtf8("❤️"), 2);
    world.backend.find(id)->pinned = true;
}

QList<Shot> shots()
{
    auto at = [](Place::Kind kind) {
        return [kind](tests::UiWorld &world, ui::MainWindow &) { world.navigator.go({.kind = kind}); };
    };
    return {
        {"feed", at(Place::Feed)},
        {"group",
         [](tests::UiWorld &world, ui::MainWindow &) {
             const auto id = groupOf(world, "passerelle-trois-iles");
             world.navigator.go({.kind = Place::Group, .id = id});
         }},
        {"group-new-posts",
         [](tests::UiWorld &world, ui::MainWindow &window) {
             const auto id = groupOf(world, "passerelle-trois-iles");
             world.navigator.go({.kind = Place::Group, .id = id});
             settle();
             window.shell()->feedPage()->view()->scrollBy(300);
             if (!id.isNull()) {
                 for (int i = 0; i < 3; ++i)
                     world.backend.touch(world.backend.addPost(model::ScopeId::group(model::GroupId(id)),
                                                               "ines.garnier", "Nouveau", 0));
             }
         }},
        {"group-compose",
         [](tests::UiWorld &world, ui::MainWindow &window) {
             world.navigator.go({.kind = Place::Group, .id = groupOf(world, "passerelle-trois-iles")});
             settle();
             window.shell()->feedPage()->compose();
         }},
        {"offline",
         [](tests::UiWorld &world, ui::MainWindow &) {
             const auto id = groupOf(world, "passerelle-trois-iles");
             world.navigator.go({.kind = Place::Group, .id = id});
             if (!id.isNull())
                 world.backend.post(model::ScopeId::group(model::GroupId(id)), {},
                                    QString::fromUtf8("Écrit dans le train, sans réseau."));
             client::SyncState state = world.backend.state();
             state.phase = client::SyncState::Offline;
             state.problem = client::SyncState::NoNetwork;
             state.since = world.clock.now().plusMs(-27 * 60'000);
             state.complete = false;
             world.backend.setSyncState(state);
         },
         true},
        {"thread", [](tests::UiWorld &world,
                      ui::MainWindow &) { world.navigator.go({.kind = Place::Thread, .id = liveliest(world)}); }},
        {"company-wall", at(Place::CompanyWall)},
        {"person",
         [](tests::UiWorld &world, ui::MainWindow &) {
             world.navigator.go(
                 {.kind = Place::PersonWall, .id = world.backend.people_.value("thomas.berger").card.id.uuid()});
         }},
        {"groups", at(Place::Groups)},
        {"search",
         [](tests::UiWorld &world, ui::MainWindow &window) {
             world.navigator.go({.kind = Place::Search});
             window.shell()->searchPage()->search(QStringLiteral("levage"));
         }},
        {"notices",
         [](tests::UiWorld &world, ui::MainWindow &) {
             const model::Uuid thread = liveliest(world);
             int told = 0;
             const auto items = world.backend.items;
             const model::PersonId me = world.backend.identity()->person;
             for (const auto &item : items) {
                 if (item.author.id == me || told >= 14)
                     continue;
                 const bool comment = item.kind == model::Kind::Comment;
                 if (comment && (item.post != thread || told % 3 == 0)) {
                     world.backend.addNotice(item.id, told % 2 ? model::Reason::CommentReply : model::Reason::Thread,
                                             told < 4);
                     ++told;
                 } else if (!comment) {
                     world.backend.addNotice(item.id, told % 4 ? model::Reason::Mention : model::Reason::GroupMention,
                                             told < 4);
                     ++told;
                 }
             }
             world.navigator.go({.kind = Place::Notices});
         }},
        {"search-start",
         [](tests::UiWorld &world, ui::MainWindow &) {
             world.preferences.recentSearches = {QStringLiteral("de:ines.garnier levage"),
                                                 QString::fromUtf8("béton bas carbone")};
             world.navigator.go({.kind = Place::Search});
         }},
        {"search-narrowed",
         [](tests::UiWorld &world, ui::MainWindow &window) {
             world.navigator.go({.kind = Place::Search});
             window.shell()->searchPage()->search(QStringLiteral("de:mathieu depuis:2026 l"));
         }},
        {"search-nothing",
         [](tests::UiWorld &world, ui::MainWindow &window) {
             world.navigator.go({.kind = Place::Search});
             window.shell()->searchPage()->search(QStringLiteral("type:commentaire zygomatique"));
         }},
        {"palette",
         [](tests::UiWorld &world, ui::MainWindow &window) {
             world.navigator.go({.kind = Place::Group, .id = groupOf(world, "passerelle-trois-iles")});
             world.navigator.go({.kind = Place::Thread, .id = liveliest(world)});
             world.navigator.go({.kind = Place::Feed});
             settle();
             window.shell()->commandPalette()->open();
         }},
        {"palette-typed",
         [](tests::UiWorld &, ui::MainWindow &window) {
             window.shell()->commandPalette()->open();
             window.shell()->commandPalette()->field()->setText(QStringLiteral("pas"));
         }},
        {"shortcuts", at(Place::Shortcuts)},
        {"outbox",
         [](tests::UiWorld &world, ui::MainWindow &) {
             if (!world.backend.groupList.isEmpty()) {
                 const auto scope = model::ScopeId::group(world.backend.groupList.first().id);
                 world.backend.post(
                     scope, {},
                     QString::fromUtf8(
                         "Le relevé de ce matin est dans le dossier partagé, dites-moi s'il manque une travée."));
                 const auto refused = world.backend.items.first().id;
                 world.backend.post(scope, {}, QString::fromUtf8("Je confirme pour jeudi."));
                 world.backend.reject(refused, "archived");
             }
             world.navigator.go({.kind = Place::Outbox});
         }},
        {"settings", at(Place::Settings)},
        {"horizon",
         [](tests::UiWorld &world, ui::MainWindow &window) {
             client::SyncState state = world.backend.state();
             state.phase = client::SyncState::Syncing;
             state.complete = false;
             state.roundTripMs = 38;
             state.lastContact = world.clock.now().plusMs(-4'000);
             state.pending = 2;
             world.backend.setSyncState(state);
             settle();
             auto *button = window.findChild<ui::HorizonButton *>();
             button->showDetails();
         },
         true},
        {"sign-in",
         [](tests::UiWorld &, ui::MainWindow &window) {
             window.showSignIn();
             window.signIn()->setError(QString());
         }},
    };
}

bool take(const Shot &shot, const QString &language, bool dark, bool full, const QString &folder)
{
    tests::UiWorld world;
    world.languages.apply(language);
    if (full)
        furnish(world);
    world.preferences.appearance = dark ? ui::Preferences::Dark : ui::Preferences::Light;
    world.theme.apply(world.preferences);
    ui::MainWindow window(world.context);
    window.showShell();
    window.show();
    settle();
    shot.go(world, window);
    settle();
    const QString name =
        QString("%1/%2-%3-%4%5.png").arg(folder, shot.name, language, dark ? "dark" : "light", full ? "" : "-empty");
    QPixmap picture = window.grab();
    // Popups are windows of their own.
    if (auto *button = window.findChild<ui::HorizonButton *>();
        button && button->panel() && button->panel()->isVisible()) {
        QPainter painter(&picture);
        painter.drawPixmap(button->panel()->mapToGlobal(QPoint()) - window.mapToGlobal(QPoint()),
                           button->panel()->grab());
    }
    return picture.save(name);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments().mid(1);
    if (arguments.isEmpty()) {
        std::fprintf(stderr, "usage: parvis-shot [VIEW...] FOLDER\n");
        return 2;
    }
    const QString folder = arguments.last();
    const QStringList wanted = arguments.mid(0, arguments.size() - 1);
    QDir().mkpath(folder);
    int taken = 0;
    for (const Shot &shot : shots()) {
        if (!wanted.isEmpty() && !wanted.contains(shot.name))
            continue;
        for (const char *language : {"fr", "en"}) {
            for (const bool dark : {false, true}) {
                for (const bool full : {true, false}) {
                    if (!take(shot, language, dark, full, folder)) {
                        std::fprintf(stderr, "parvis-shot: cannot write into %s\n", qPrintable(folder));
                        return 1;
                    }
                    ++taken;
                }
            }
        }
    }
    std::printf("%d pictures\n", taken);
    return 0;
}
