#include "support/gallery.h"

#include "ui/shell/shell.h"
#include "ui/views/feed/date_dialog.h"
#include "ui/views/feed/feed_page.h"
#include "ui/views/feed/feed_view.h"
#include "ui/views/feed/history_dialog.h"
#include "ui/views/feed/reactors_dialog.h"
#include "ui/views/feed/reading_guide.h"
#include "ui/views/feed/thread_page.h"

#include <QCoreApplication>

namespace parvis::tests {

using ui::Place;

namespace {

using Dialog = std::unique_ptr<QWidget>;

model::ScopeId bridgeScope(UiWorld &world)
{
    return model::ScopeId::group(model::GroupId(bridge(world)));
}

ui::FeedView &feed(ui::MainWindow &window)
{
    return *window.shell()->feedPage()->view();
}

void write(UiWorld &world, const char *body)
{
    if (!bridge(world).isNull()) // the empty company has no groups
        world.backend.addPost(bridgeScope(world), "ines.garnier", QString::fromUtf8(body), 3);
    goToBridge(world);
}

void addUnread(UiWorld &world)
{
    if (bridge(world).isNull())
        return;
    for (int i = 0; i < 40; ++i) {
        const QString body = QString::fromUtf8("Relevé n° %1 : flèche %2 mm, vent faible, rien à signaler.");
        world.backend.addPost(bridgeScope(world), i % 3 ? "ines.garnier" : "mathieu.roche",
                              body.arg(40 - i).arg(12 + i % 5), 60 + 90 * i, i < 15);
    }
}

const char *const code = R"(Le script de relevé, à relire avant vendredi :

```python
@retry(times=3)
def releve(capteur: str) -> float:
    """Lit la flèche en millimètres."""
    valeur = lire(capteur)  # peut échouer
    return round(valeur * 0.98, 2) if valeur else None
```

et la requête qui va avec :

```sql
SELECT capteur, avg(fleche) FROM releves WHERE jour >= '2026-11-01' GROUP BY capteur; -- par semaine
```

```cpp
#include <vector>
int main() { std::vector<int> v{1, 2, 0x1F}; return v.empty() ? 1 : 0; /* fin */ }
```)";

const char *const list =
    "Bonjour à tous,\n\n- la **grue** arrive jeudi ;\n- le [plan](https://plans.example.com/7) est à jour ;\n"
    "- appelez-moi.\n\n> Merci à @thomas.berger";

const char *const arabic =
    "مرحبا بالجميع، هذه رسالة من مكتب الدار البيضاء.\n\n- أولا: المخطط\n- ثانيا: الجدول @camille.morel\n\n"
    "> اقتباس قصير\n\nEt une suite en français.";

const char *const picture = "Vue d'hier soir :\n\n![la passerelle au couchant](https://photos.example.com/p/12.jpg)\n\n"
                            "Et le lien nu : https://photos.example.com/p";

Dialog unreadLine(UiWorld &world, ui::MainWindow &window)
{
    addUnread(world);
    goToBridge(world);
    window.shell()->feedPage()->guide()->goToFirstUnread();
    return {};
}

Dialog unreadBelow(UiWorld &world, ui::MainWindow &)
{
    addUnread(world);
    for (auto &group : world.backend.groupList) {
        if (group.id.uuid() == bridge(world))
            group.unread = 15;
    }
    goToBridge(world);
    return {};
}

Dialog atDate(UiWorld &world, ui::MainWindow &window)
{
    addUnread(world);
    goToBridge(world);
    const QDate today = QDateTime::fromMSecsSinceEpoch(world.clock.now().ms()).date();
    window.shell()->feedPage()->guide()->goToDate(today.addDays(-2));
    return {};
}

Dialog history(UiWorld &world, ui::MainWindow &window)
{
    if (bridge(world).isNull())
        return {};
    const auto say = [](const char *when, const char *what) {
        return QString::fromUtf8("On se retrouve %1 à la base vie.\n\nPrévoir les casques%2.")
            .arg(QString::fromUtf8(when), QString::fromUtf8(what));
    };
    const auto id =
        world.backend.addPost(bridgeScope(world), "camille.morel", say("mardi à 9 h", " et le plan de levage"), 300);
    world.backend.edit(id, say("jeudi à 8 h 30", " et le plan de levage"));
    world.clock.advanceMs(7'200'000);
    world.backend.edit(id, say("jeudi à 8 h 30", ", les harnais et le plan de levage v7"));
    return std::make_unique<ui::HistoryDialog>(world.context, *world.backend.find(id), &window);
}

Dialog reactors(UiWorld &world, ui::MainWindow &window)
{
    for (const auto &item : world.backend.items) {
        if (item.reactions.size() >= 2 && !item.reactions.first().names.isEmpty())
            return std::make_unique<ui::ReactorsDialog>(world.context, item.id, &window);
    }
    return {};
}

Dialog bookmarks(UiWorld &world, ui::MainWindow &)
{
    int index = 0;
    for (auto &item : world.backend.items) {
        if (++index % 9 == 0 && world.backend.bookmarks.size() < 6) {
            item.bookmarked = true;
            world.backend.bookmarks.append(item.id);
        }
    }
    world.navigator.go({.kind = Place::Bookmarks});
    return {};
}

Dialog selection(UiWorld &world, ui::MainWindow &window)
{
    write(world, list);
    window.activateWindow();
    feed(window).setFocus();
    if (feed(window).model()->rowCount() > 0)
        feed(window).select(0, 6, 60);
    return {};
}

Dialog commentsBelow(UiWorld &world, ui::MainWindow &window)
{
    const auto id = liveliest(world);
    if (id.isNull())
        return {};
    world.navigator.go({.kind = Place::Group, .id = world.backend.find(id)->place.scope.id});
    OpenView::settle();
    world.backend.comment(model::PostId(id), {},
                          QString::fromUtf8("Je dépose la fiche dans Documents, dossier Logistique."));
    OpenView::settle();
    for (int i = 0; i < 60 && feed(window).model()->rowOf(id) < 0; ++i) {
        feed(window).scrollBy(600);
        OpenView::settle();
    }
    feed(window).reveal(feed(window).model()->rowOf(id));
    return {};
}

Dialog newInThread(UiWorld &world, ui::MainWindow &window)
{
    const auto id = liveliest(world);
    if (id.isNull())
        return {};
    world.navigator.go({.kind = Place::Thread, .id = id});
    OpenView::settle();
    window.shell()->threadPage()->view()->scrollToEnd();
    world.navigator.go({.kind = Place::Feed});
    OpenView::settle();
    for (int i = 0; i < 3; ++i)
        world.backend.addComment(id, "ines.garnier", QString::fromUtf8("Un mot de plus, numéro %1.").arg(i), 3 - i);
    world.navigator.go({.kind = Place::Thread, .id = id});
    OpenView::settle();
    window.shell()->threadPage()->showFirstUnread();
    return {};
}

Dialog highlighted(UiWorld &world, ui::MainWindow &)
{
    const auto id = liveliest(world);
    for (const auto &item : world.backend.items) {
        if (item.kind == model::Kind::Comment && item.post == id) {
            world.navigator.go({.kind = Place::Thread, .id = id, .highlight = item.id});
            break;
        }
    }
    return {};
}

// A post of its own in the group.
auto post(const char *body)
{
    return [body](UiWorld &world, ui::MainWindow &) {
        write(world, body);
        return Dialog();
    };
}

} // namespace

QList<View> readingViews()
{
    return {
        {"unread-line", unreadLine},
        {"unread-below", unreadBelow},
        {"go-to-date",
         [](UiWorld &world, ui::MainWindow &window) -> Dialog {
             return std::make_unique<ui::DateDialog>(world.context, &window);
         }},
        {"at-date", atDate},
        {"history", history},
        {"reactors", reactors},
        {"bookmarks", bookmarks},
        {"code", post(code)},
        {"picture", post(picture)},
        {"right-to-left", post(arabic)},
        {"selection", selection},
        {"comments-below", commentsBelow},
        {"thread-new", newInThread},
        {"thread-highlight", highlighted},
    };
}

} // namespace parvis::tests
