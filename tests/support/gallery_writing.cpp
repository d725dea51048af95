#include "support/gallery.h"

#include "ui/actions/post_actions.h"
#include "ui/shell/shell.h"
#include "ui/views/feed/feed_page.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/composer_edit.h"
#include "ui/widgets/undo_bar.h"

#include <QApplication>
#include <QLineEdit>

namespace parvis::tests {

using ui::Place;

namespace {

const QString composed = QString::fromUtf8("## Levage de jeudi\n\nOn garde **jeudi 6 h**, _si le vent le permet_ ; "
                                           "voir [le phasage](https://plans.ardelune.example/7) "
                                           "et `ELG-12`.\n\n- [x] balisage\n- [ ] contrôle des élingues avec "
                                           "@ines.garnier 👷\n\n> Pas de levage au-delà de 50 km/h.\n\n"
                                           "```\nfleche = 12.4\n```\n#levage");

// The group's composer with this text, as after its last key.
void write(UiWorld &world, ui::MainWindow &window, const QString &text)
{
    goToBridge(world);
    window.activateWindow();
    QApplication::setActiveWindow(&window);
    window.shell()->feedPage()->compose();
    OpenView::settle();
    auto *edit = window.findChild<ui::ComposerEdit *>();
    if (!edit || text.isEmpty())
        return;
    edit->setFocus();
    edit->apply({0, 0, text, text.size(), text.size()});
}

View::Open writing(const QString &text)
{
    return place([text](UiWorld &world, ui::MainWindow &window) { write(world, window, text); });
}

void openTwoDrafts(UiWorld &world, ui::MainWindow &window)
{
    store::DraftItem other;
    other.id = bridge(world);
    other.place = model::ScopeId::group(model::GroupId(other.id)).toString();
    other.body = QString::fromUtf8("Commencé sur le portable : prévoir deux élingues de plus");
    other.changedAt = world.clock.now().plusMs(-40 * 60'000);
    world.backend.otherDrafts.append(other);
    world.backend.draftTexts.insert(other.place, QString::fromUtf8("La grue arrive jeudi à 6 h."));
    write(world, window, {});
}

void openPicker(UiWorld &world, ui::MainWindow &window, const QString &search)
{
    world.preferences.recentEmoji =
        QStringList{QString::fromUtf8("🎉"), QString::fromUtf8("👍🏽"), QString::fromUtf8("🏗️")};
    write(world, window, QString::fromUtf8("Bravo"));
    if (auto *composer = window.findChild<ui::Composer *>())
        composer->pickEmoji();
    if (QWidget *picker = QApplication::activePopupWidget(); picker && !search.isEmpty())
        picker->findChild<QLineEdit *>()->setText(search);
}

void openDrafts(UiWorld &world, ui::MainWindow &)
{
    if (!world.backend.groupList.isEmpty()) {
        world.backend.draftTexts.insert(model::ScopeId::group(world.backend.groupList.first().id).toString(),
                                        QString::fromUtf8("La grue arrive **jeudi à 6 h**, prévoir le balisage."));
        world.backend.draftTexts.insert(liveliest(world).toString(), QString::fromUtf8("Je peux y être vers 14 h."));
    }
    world.navigator.go({.kind = Place::Drafts});
}

} // namespace

QList<View> writingViews()
{
    return {
        {"compose-people", writing(QString::fromUtf8("Le relevé part demain, je vois ça avec @m"))},
        {"compose-tags", writing(QString::fromUtf8("Pose confirmée #l"))},
        {"compose-emoji", writing(QString::fromUtf8("Bravo à toute l'équipe :fus"))},
        {"compose-styles", writing(composed)},
        {"compose-preview", place([](UiWorld &world, ui::MainWindow &window) {
             write(world, window, composed);
             if (auto *composer = window.findChild<ui::Composer *>())
                 composer->setPreview(true);
         })},
        {"compose-two-drafts", place(openTwoDrafts)},
        {"emoji-picker", place([](UiWorld &world, ui::MainWindow &window) { openPicker(world, window, {}); })},
        {"emoji-search",
         place([](UiWorld &world, ui::MainWindow &window) { openPicker(world, window, QString::fromUtf8("fête")); })},
        {"drafts", place(openDrafts)},
        {"undo", place([](UiWorld &world, ui::MainWindow &window) {
             goToBridge(world);
             if (auto *bar = window.findChild<ui::UndoBar *>())
                 bar->offer(ui::PostActions::tr("The post is deleted."), model::OpId(world.group().id));
         })},
    };
}

} // namespace parvis::tests
