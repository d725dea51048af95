#include "bench/cache_files.h"
#include "bench/desktop.h"
#include "bench/painting.h"
#include "bench/prepared.h"
#include "bench/rows/rows.h"

#include "store/cache_connection.h"
#include "ui/models/document_model.h"
#include "ui/shell/shell.h"
#include "ui/views/documents/document_list.h"
#include "ui/views/documents/documents_page.h"

#include <QCoreApplication>
#include <QDir>
#include <QScrollBar>

// A group with a hundred thousand documents in one folder: until its list is on the screen, and what a frame of scrolling takes.

namespace parvis::bench {

namespace {

constexpr qint64 fullDocuments = 100'000;
constexpr qint64 fullScrolls = 4'000;
constexpr int wheelStep = 69; // of one notch

// A profile whose busiest group has that many documents, each with one version, none of them here.
QString shelvedProfile(const Settings &settings, qint64 documents, model::GroupId *group)
{
    const QString from = preparedProfile(settings, 20'000);
    const QString dir = settings.scratch + QStringLiteral("/shelves");
    QDir(dir).removeRecursively();
    if (!QDir().mkpath(dir))
        throw NotMeasured{QStringLiteral("cannot make %1").arg(dir)};
    const auto files = QDir(from).entryList(QDir::Files);
    for (const QString &file : files)
        QFile::copy(from + u'/' + file, dir + u'/' + file);
    const auto db = take(store::openCacheConnection(dir + QStringLiteral("/cache.db"), {}));
    take(store::guarded([&] {
        auto scope = db->prepare("SELECT s.key, s.name FROM scope s WHERE s.name LIKE 'group:%' ORDER BY "
                                 "(SELECT count(*) FROM post p WHERE p.scope = s.key) DESC LIMIT 1");
        if (!scope.step())
            throw NotMeasured{QStringLiteral("no group in %1").arg(from)};
        const qint64 key = scope.integer(0);
        *group = model::ScopeId::fromString(scope.text(1)).value_or(model::ScopeId()).groupId();
        scope.reset();
        db->prepare("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?2) "
                    "INSERT INTO version (ord, scope, id, rev, number, size, blob, created_at) SELECT i, ?1, "
                    "randomblob(16), i, 1, "
                    "abs(random() % 9000000), lower(hex(randomblob(32))), 1790000000000000 + i * 1000000 FROM n")
            .with(key, documents)
            .run();
        db->prepare(
              "INSERT INTO document (ord, scope, id, rev, name, head, head_op, branches, versions, size, created_at, "
              "modified_at, "
              "author, editor) SELECT ord, scope, randomblob(16), rev, printf('%s %06d.%s', "
              "substr('PlanNoteDevisCompteRelevePhoto', "
              "1 + 5 * (ord % 5), 5), abs(random() % 1000000), substr('pdfodtxlspngtxt', 1 + 3 * (ord % 5), 3)), id, "
              "randomblob(16), X'80', 1, size, created_at, created_at, (SELECT id FROM person LIMIT 1), (SELECT id "
              "FROM person "
              "LIMIT 1) FROM version WHERE scope = ?1")
            .with(key)
            .run();
    }));
    return dir;
}

} // namespace

Outcome measureDocsOpen(const Settings &settings)
{
    const qint64 documents = settings.items(fullDocuments, 5'000);
    model::GroupId group;
    Desktop desktop(shelvedProfile(settings, documents, &group));
    desktop.show();
    std::vector<double> opened;
    double all = 0, worst = 0;
    for (int i = 0; i < settings.pairs(15); ++i) {
        desktop.navigator().go({.kind = ui::Place::Documents}); // so that it is read anew
        turn();
        desktop.navigator().go({.kind = ui::Place::Feed});
        turn();
        const Stopwatch watch;
        desktop.navigator().openDocument(group, {});
        ui::DocumentsPage &page = *desktop.window().shell()->documentsPage();
        PaintSpy spy(page.list()->viewport(), [&] {
            return page.model()->rowCount() > 0 && page.list()->isColumnHidden(ui::DocumentModel::Place);
        });
        turnUntil([&] { return spy.paints > 0; }, "the first documents");
        opened.push_back(watch.seconds());
        // The rest comes behind it; the window must not notice.
        while (page.model()->rowCount() < documents) {
            worst = std::max(worst, turn());
            if (watch.seconds() > 30)
                throw NotMeasured{QStringLiteral("the other documents did not come")};
        }
        all = watch.seconds();
    }
    Outcome outcome = inMs(std::move(opened), 50);
    outcome.also.append({QStringLiteral("all_ms"), all * 1e3});
    outcome.also.append({QStringLiteral("longest_turn_ms"), worst * 1e3});
    return outcome;
}

Outcome measureDocsScroll(const Settings &settings)
{
    const qint64 documents = settings.items(fullDocuments, 5'000);
    model::GroupId group;
    Desktop desktop(shelvedProfile(settings, documents, &group));
    desktop.show();
    desktop.navigator().openDocument(group, {});
    ui::DocumentsPage &page = *desktop.window().shell()->documentsPage();
    turnUntil([&] { return page.model()->rowCount() == documents; }, "the documents");
    turn();
    PaintSpy spy(page.list()->viewport());
    QScrollBar *bar = page.list()->verticalScrollBar();
    std::vector<double> frames;
    const qint64 wanted = settings.items(fullScrolls, 400);
    for (qint64 i = 0; qint64(frames.size()) < wanted; ++i) {
        // By notches, and now and then far.
        const int to = i % 50 == 49 ? int((i * 7919) % bar->maximum()) : bar->value() + wheelStep;
        const int before = spy.paints;
        const Stopwatch watch;
        bar->setValue(to > bar->maximum() ? 0 : to);
        QCoreApplication::processEvents();
        if (spy.paints > before)
            frames.push_back(watch.seconds());
    }
    return inMs(std::move(frames), 4);
}

} // namespace parvis::bench
