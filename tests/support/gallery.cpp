#include "support/gallery.h"

#include "ui/actions/action_registry.h"
#include "ui/shell/shell.h"
#include "ui/views/feed/feed_page.h"
#include "ui/views/feed/feed_view.h"
#include "ui/views/feed/place_find.h"
#include "ui/views/groups/create_group_dialog.h"
#include "ui/views/groups/members_dialog.h"
#include "ui/views/palette/palette.h"
#include "ui/views/search/search_page.h"
#include "ui/views/settings/settings_page.h"
#include "ui/views/signin/sign_in_page.h"
#include "ui/widgets/find_bar.h"
#include "ui/widgets/horizon_button.h"

#include <QCoreApplication>
#include <QDialog>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>

namespace parvis::tests {

using ui::Place;

using Dialog = std::unique_ptr<QWidget>;

// Most views are places in the window, and leave nothing to hold.
View::Open place(std::function<void(UiWorld &, ui::MainWindow &)> go)
{
    return [go = std::move(go)](UiWorld &world, ui::MainWindow &window) {
        go(world, window);
        return Dialog();
    };
}

model::Uuid bridge(UiWorld &world)
{
    for (const auto &group : world.backend.groupList) {
        if (group.handle == "passerelle-trois-iles")
            return group.id.uuid();
    }
    return {};
}

void goToBridge(UiWorld &world)
{
    world.navigator.go({.kind = Place::Group, .id = bridge(world)});
    OpenView::settle();
}

model::Uuid liveliest(UiWorld &world)
{
    const store::FeedItem *best = nullptr;
    for (const auto &item : world.backend.items) {
        if (item.kind == model::Kind::Post && (!best || item.comments > best->comments))
            best = &item;
    }
    return best ? best->id : model::Uuid();
}

namespace {

View::Open at(Place::Kind kind)
{
    return place([kind](UiWorld &world, ui::MainWindow &) { world.navigator.go({.kind = kind}); });
}

void openWithNewPosts(UiWorld &world, ui::MainWindow &window)
{
    goToBridge(world);
    window.shell()->feedPage()->view()->scrollBy(300);
    if (bridge(world).isNull())
        return;
    const auto scope = model::ScopeId::group(model::GroupId(bridge(world)));
    for (int i = 0; i < 3; ++i)
        world.backend.touch(world.backend.addPost(scope, "ines.garnier", "Nouveau", 0));
}

void openOffline(UiWorld &world, ui::MainWindow &)
{
    goToBridge(world);
    if (!bridge(world).isNull())
        world.backend.post(model::ScopeId::group(model::GroupId(bridge(world))), {},
                           QString::fromUtf8("Écrit dans le train, sans réseau."));
    client::SyncState state = world.backend.state();
    state.phase = client::SyncState::Offline;
    state.problem = client::SyncState::NoNetwork;
    state.since = world.clock.now().plusMs(-27 * 60'000);
    state.complete = false;
    world.backend.setSyncState(state);
}

void openOutbox(UiWorld &world, ui::MainWindow &)
{
    if (!world.backend.groupList.isEmpty()) {
        const auto scope = model::ScopeId::group(world.backend.groupList.first().id);
        world.backend.post(
            scope, {},
            QString::fromUtf8("Le relevé de ce matin est dans le dossier partagé, dites-moi s'il manque une travée."));
        const auto refused = world.backend.items.first().id;
        world.backend.post(scope, {}, QString::fromUtf8("Je confirme pour jeudi."));
        world.backend.reject(refused, "archived");
    }
    world.navigator.go({.kind = Place::Outbox});
}

void openNotices(UiWorld &world, ui::MainWindow &)
{
    const model::Uuid thread = liveliest(world);
    const model::PersonId me = world.backend.identity()->person;
    int told = 0;
    const auto items = world.backend.items;
    for (const auto &item : items) {
        if (item.author.id == me || told >= 14)
            continue;
        const bool comment = item.kind == model::Kind::Comment;
        if (comment && (item.post != thread || told % 3 == 0)) {
            world.backend.addNotice(item.id, told % 2 ? model::Reason::CommentReply : model::Reason::Thread, told < 4);
            ++told;
        } else if (!comment) {
            world.backend.addNotice(item.id, told % 4 ? model::Reason::Mention : model::Reason::GroupMention, told < 4);
            ++told;
        }
    }
    world.navigator.go({.kind = Place::Notices});
}

void openHorizon(UiWorld &world, ui::MainWindow &window)
{
    client::SyncState state = world.backend.state();
    state.phase = client::SyncState::Syncing;
    state.complete = false;
    state.roundTripMs = 38;
    state.lastContact = world.clock.now().plusMs(-4'000);
    state.pending = 2;
    world.backend.setSyncState(state);
    OpenView::settle();
    window.findChild<ui::HorizonButton *>()->showDetails();
}

void openSettingsAtTheirEnd(UiWorld &world, ui::MainWindow &window)
{
    world.navigator.go({.kind = Place::Settings});
    OpenView::settle();
    auto *bar = window.findChild<ui::SettingsPage *>()->findChild<QScrollArea *>()->verticalScrollBar();
    bar->setValue(bar->maximum());
}

View::Open searched(const char *text)
{
    return place([text](UiWorld &world, ui::MainWindow &window) {
        world.navigator.go({.kind = Place::Search});
        window.shell()->searchPage()->search(QString::fromUtf8(text));
    });
}

void openFoundDocuments(UiWorld &world, ui::MainWindow &window)
{
    if (world.backend.documents.isEmpty() && !world.backend.groupList.isEmpty()) {
        const auto group = world.backend.groupList.first().id;
        const auto folder = world.backend.addFolder(group, {}, QString::fromUtf8("Levage"), "thomas.berger");
        const auto plan = world.backend.addDocument(group, folder, QString::fromUtf8("Plan de levage – travée 4.pdf"),
                                                    "thomas.berger", 480'000, 95);
        const auto budget = world.backend.addDocument(
            group, {}, QString::fromUtf8("Budget du levage, avec un nom si long qu'il ne tient pas sur une ligne de résultat.xlsx"),
            "thomas.berger", 22'000, 60 * 26);
        world.backend.documentTexts.insert(
            plan, QString::fromUtf8("Le levage de la travée 4 commence à 6 h 30. La grue de 500 t se place à l'est de la pile P3 ; "
                                    "personne ne passe sous la charge avant la fin du levage."));
        world.backend.documentTexts.insert(budget, QString::fromUtf8("Levage : location de la grue 48 000 €, équipe 12 400 €"));
    }
    searched("levage")(world, window);
}

Dialog openMembers(UiWorld &world, ui::MainWindow &window)
{
    const auto &groups = world.backend.groupList;
    return groups.isEmpty() ? Dialog() : std::make_unique<ui::MembersDialog>(world.context, groups.first(), &window);
}

} // namespace

const QList<View> &gallery()
{
    static const QList<View> views =
        QList<View>{
            {"feed", at(Place::Feed)},
            {"group", place([](UiWorld &world, ui::MainWindow &) { goToBridge(world); })},
            {"group-new-posts", place(openWithNewPosts)},
            {"group-compose", place([](UiWorld &world, ui::MainWindow &window) {
                 goToBridge(world);
                 window.shell()->feedPage()->compose();
             })},
            {"offline", place(openOffline)},
            {"thread", place([](UiWorld &world, ui::MainWindow &) {
                 world.navigator.go({.kind = Place::Thread, .id = liveliest(world)});
             })},
            {"company-wall", at(Place::CompanyWall)},
            {"person", place([](UiWorld &world, ui::MainWindow &) {
                 const auto person = world.backend.people_.value("thomas.berger").card.id.uuid();
                 world.navigator.go({.kind = Place::PersonWall, .id = person});
             })},
            {"groups", at(Place::Groups)},
            {"search", searched("levage")},
            {"search-documents", place(openFoundDocuments)},
            {"notices", place(openNotices)},
            {"search-start", place([](UiWorld &world, ui::MainWindow &) {
                 world.preferences.recentSearches = {QStringLiteral("de:ines.garnier levage"),
                                                     QString::fromUtf8("béton bas carbone")};
                 world.navigator.go({.kind = Place::Search});
             })},
            {"search-narrowed", searched("de:mathieu depuis:2026 l")},
            {"search-nothing", searched("type:commentaire zygomatique")},
            {"palette", place([](UiWorld &world, ui::MainWindow &window) {
                 goToBridge(world);
                 world.navigator.go({.kind = Place::Thread, .id = liveliest(world)});
                 world.navigator.go({.kind = Place::Feed});
                 OpenView::settle();
                 window.shell()->commandPalette()->open();
             })},
            {"palette-typed", place([](UiWorld &, ui::MainWindow &window) {
                 window.shell()->commandPalette()->open();
                 window.shell()->commandPalette()->field()->setText(QStringLiteral("pas"));
             })},
            {"find-here", place([](UiWorld &world, ui::MainWindow &window) {
                 goToBridge(world);
                 window.shell()->actions()->run(QStringLiteral("find.here"));
                 window.shell()->feedPage()->find()->bar()->field()->setText(QStringLiteral("levage"));
             })},
            {"shortcuts", at(Place::Shortcuts)},
            {"outbox", place(openOutbox)},
            {"settings", at(Place::Settings)},
            {"settings-end", place(openSettingsAtTheirEnd)},
            {"horizon", place(openHorizon)},
            {"sign-in", place([](UiWorld &, ui::MainWindow &window) {
                 window.showSignIn();
                 window.signIn()->setError(QString());
             })},
            {"create-group",
             [](UiWorld &world, ui::MainWindow &window) -> Dialog {
                 return std::make_unique<ui::CreateGroupDialog>(world.context, &window);
             }},
            {"members", openMembers},
        }
        + readingViews() + fileViews() + writingViews() + groupViews() + documentViews();
    return views;
}

void furnish(UiWorld &world)
{
    world.backend.fillDemo();
    const auto group = model::ScopeId::group(model::GroupId(bridge(world)));
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

OpenView::OpenView(UiWorld &world, const View &view, QSize size)
    : m_window(std::make_unique<ui::MainWindow>(world.context))
{
    m_window->resize(size);
    m_window->showShell();
    m_window->show();
    settle();
    m_dialog = view.open(world, *m_window);
    if (m_dialog)
        m_dialog->show();
    settle();
}

void OpenView::settle()
{
    for (int i = 0; i < 40; ++i)
        QCoreApplication::processEvents();
}

} // namespace parvis::tests
