// Documents as the person sees them: what the server has, with what waits laid over, and the queue of files.
#include "store/world.h"

using namespace parvis::store;
using namespace parvis::store::test;
using namespace parvis;

namespace {

const QString blobA(64, QLatin1Char('a'));
const QString blobB(64, QLatin1Char('b'));

struct Shelves : World {
    Shelves() { signIn(); }

    Uuid folder(const QString &name, const Uuid &parent = {})
    {
        const Uuid id = newId();
        hold(place(), model::Folder{.parent = parent, .name = name, .author = other}, id);
        return id;
    }
    // With one version, unless `blob` is empty.
    Uuid document(const QString &name, const Uuid &in = {}, const QString &blob = blobA)
    {
        const Uuid id = newId();
        model::Document document{.folder = in, .name = name, .author = other};
        if (!blob.isEmpty()) {
            version = newId();
            versionOp = newId<OpId>();
            hold(place(),
                 model::DocumentVersion{.document = model::DocumentId(id),
                                        .number = 1,
                                        .author = other,
                                        .size = 5,
                                        .blob = blob,
                                        .contentOp = versionOp.uuid()},
                 version);
            document.head = version;
            document.headOp = versionOp.uuid();
            document.versions = 1;
            document.size = 5;
            document.editor = other;
        }
        hold(place(), document, id);
        return id;
    }
    Operation saving(const Uuid &document, const QString &blob, OpId base)
    {
        Operation op = creation(
            place(),
            model::DocumentVersion{
                .document = model::DocumentId(document), .author = me, .size = 9, .blob = blob, .source = newId()},
            newId());
        op.baseOp = base;
        return op;
    }
    void change(const Uuid &id, Kind kind, const std::function<void(Operation &)> &what)
    {
        Operation op = operation(Action::Change, kind, place(), id);
        what(op);
        write(op);
    }
    QStringList names(const Uuid &in = {})
    {
        QStringList list;
        for (const DocumentItem &item : value(reader->documents(group, in)))
            list << item.name;
        return list;
    }
    DocumentItem item(const Uuid &id) { return value(reader->document(id)).value_or(DocumentItem()); }

    Uuid version;
    OpId versionOp;
};

} // namespace

class DocumentsReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFolderShowsWhatIsInItFoldersFirst()
    {
        Shelves world;
        const Uuid plans = world.folder("Plans");
        world.document("b.txt");
        world.document("A.txt");
        world.document("deep.txt", plans);
        QCOMPARE(world.names(), QStringList({"Plans", "A.txt", "b.txt"}));
        QCOMPARE(world.names(plans), QStringList{"deep.txt"});
        const auto found = value(world.reader->documentAt(world.group, {"PLANS", "Deep.TXT"}));
        QVERIFY(found && found->name == "deep.txt" && found->size == 5 && found->number == 1
                && found->authorHandle == "jean");
        QVERIFY(!value(world.reader->documentAt(world.group, {"deep.txt"})));
        QVERIFY(!value(world.reader->documentAt(world.group, {"b.txt", "x"})));
    }

    void whatWaitsIsSeenWhereItWillBe()
    {
        Shelves world;
        const Uuid plans = world.folder("Plans");
        const Uuid moved = world.document("moved.txt");
        const Uuid gone = world.document("gone.txt");
        world.change(moved, Kind::Document, [&](Operation &op) {
            model::addChange(op, &model::Document::folder, plans);
            model::addChange(op, &model::Document::name, QStringLiteral("here.txt"));
        });
        world.change(gone, Kind::Document,
                     [](Operation &op) { model::addChange(op, &model::Document::trashed, true); });
        world.write(world.creation(world.place(), model::Folder{.name = "Fresh"}, world.newId()));
        QCOMPARE(world.names(), QStringList({"Fresh", "Plans"}));
        QCOMPARE(world.names(plans), QStringList{"here.txt"});
        QCOMPARE(value(world.reader->trash(world.group)).size(), 1);
        QVERIFY(world.item(moved).pending);
    }

    void onesOwnUnsentVersionIsTheLatest()
    {
        Shelves world;
        const Uuid id = world.document("plan.txt");
        QCOMPARE(world.item(id).contentOp, world.versionOp);
        const Operation first = world.saving(id, blobB, world.versionOp);
        value(world.outbox->append({first}, Upload{world.newId(), world.place(), id, blobB, 9}));
        DocumentItem item = world.item(id);
        QCOMPARE(item.blob, blobB);
        QCOMPARE(item.version, first.entity);
        QCOMPARE(item.contentOp, first.id); // the base of what is saved next
        QCOMPARE(item.number, 2);
        QVERIFY(item.unsent && !item.uploading && !item.upload.isNull());
        value(world.outbox->uploadMoved(item.upload, true, 4));
        QVERIFY(world.item(id).uploading);
        const auto versions = value(world.reader->versions(id));
        QCOMPARE(versions.size(), 2);
        QVERIFY(versions[0].unsent && versions[0].latest && !versions[1].latest);
    }

    void aConflictShowsAllLatestVersions()
    {
        Shelves world;
        const Uuid id = world.document("plan.txt");
        const Uuid branch = world.newId();
        world.hold(
            world.place(),
            model::DocumentVersion{.document = model::DocumentId(id), .number = 2, .author = world.me, .blob = blobB},
            branch);
        auto row = std::get<model::Document>(value(world.reader->find(id))->entity);
        row.branches = {branch};
        world.hold(world.place(), row, id);
        QCOMPARE(world.item(id).branches, QList<Uuid>{branch});
        int latest = 0;
        for (const VersionItem &each : value(world.reader->versions(id)))
            latest += each.latest;
        QCOMPARE(latest, 2);
        // A choice that waits ends it here at once.
        Operation choice = world.saving(id, blobB, world.versionOp);
        model::addChange(choice, &model::DocumentVersion::resolves, QList<Uuid>{branch});
        world.write(choice);
        QVERIFY(world.item(id).branches.isEmpty());
    }

    void pinsReachIntoFoldersAndGroups()
    {
        Shelves world;
        const Uuid plans = world.folder("Plans");
        const Uuid deeper = world.folder("Deeper", plans);
        const Uuid inside = world.document("a.txt", deeper);
        const Uuid outside = world.document("b.txt", {}, blobB);
        world.document("empty.txt", plans, {});
        QVERIFY(value(world.reader->pinnedBlobs()).isEmpty());
        const auto pin = [&](const Uuid &target) {
            world.write(world.creation(ScopeId::person(world.me),
                                       model::Pin{.target = target, .place = world.place().toString()},
                                       model::pinId(target, world.me)));
        };
        pin(plans);
        auto places = value(world.reader->pinnedBlobs());
        QCOMPARE(places.size(), 1);
        QCOMPARE(places[0].blob, blobA);
        QVERIFY(world.item(plans).pinned && !world.item(inside).pinned);
        pin(world.group.uuid());
        QCOMPARE(value(world.reader->pinnedBlobs()).size(), 2);
        QVERIFY(!world.item(outside).pinned);
    }

    void aFolderTellsTheWayToIt()
    {
        Shelves world;
        const Uuid plans = world.folder("Plans");
        const Uuid old = world.folder("Old", plans);
        world.document("deep.txt", old);
        const auto found = value(world.reader->folder(world.group, old));
        QVERIFY(found && found->path.size() == 2 && found->items.size() == 1 && !found->kept);
        QCOMPARE(found->path.at(0).name, "Plans");
        QCOMPARE(found->path.at(1).name, "Old");
        QVERIFY(value(world.reader->folder(world.group, {}))->path.isEmpty());
        QVERIFY(!value(world.reader->folder(world.group, world.newId())));
        // A pin above holds for what is below.
        const Uuid pin = world.newId();
        world.hold(ScopeId::person(world.me), model::Pin{.target = plans, .place = world.place().toString()}, pin);
        QVERIFY(value(world.reader->folder(world.group, old))->kept);
        QVERIFY(!value(world.reader->folder(world.group, {}))->kept);
        // Nothing is found below what lies in the trash.
        world.change(plans, Kind::Folder, [](Operation &op) { model::addChange(op, &model::Folder::trashed, true); });
        QVERIFY(!value(world.reader->folder(world.group, old)));
    }

    void documentsOfAllGroupsAreFoundByWhatOneLooksFor()
    {
        Shelves world;
        const auto names = [&](DocumentView view, int limit = 10) {
            QStringList list;
            for (const DocumentItem &each : value(world.reader->documentView(view, limit)))
                list << each.name;
            return list;
        };
        QVERIFY(names(DocumentView::Recent).isEmpty());
        const auto made = [&](const QString &name, qint64 at, PersonId author, const QList<Uuid> &branches = {}) {
            const Uuid id = world.newId();
            world.hold(world.place(),
                       model::Document{.name = name,
                                       .author = author,
                                       .createdAt = Time::fromMs(at),
                                       .branches = branches,
                                       .modifiedAt = Time::fromMs(at),
                                       .editor = author},
                       id);
            return id;
        };
        made("old.txt", 1'000, world.other);
        const Uuid mine = made("mine.txt", 2'000, world.me);
        const Uuid split = made("split.txt", 3'000, world.other, {world.newId()});
        QCOMPARE(names(DocumentView::Recent), QStringList({"split.txt", "mine.txt", "old.txt"}));
        QCOMPARE(names(DocumentView::Recent, 1), QStringList("split.txt"));
        QCOMPARE(names(DocumentView::Mine), QStringList("mine.txt"));
        QCOMPARE(names(DocumentView::Conflicts), QStringList("split.txt"));
        QVERIFY(names(DocumentView::Locked).isEmpty());
        QVERIFY(names(DocumentView::Pinned).isEmpty());
        // What waits is there at once, and what was put into the trash is not.
        world.write(world.creation(world.place(), model::Lock{.document = model::DocumentId(mine), .person = world.me},
                                   world.newId()));
        QCOMPARE(names(DocumentView::Locked), QStringList("mine.txt"));
        world.write(world.creation(ScopeId::person(world.me),
                                   model::Pin{.target = split, .place = world.place().toString()}, world.newId()));
        QCOMPARE(names(DocumentView::Pinned), QStringList("split.txt"));
        world.change(split, Kind::Document, [](Operation &op) { model::addChange(op, &model::Document::trashed, true); });
        QVERIFY(names(DocumentView::Conflicts).isEmpty());
        QCOMPARE(names(DocumentView::Recent), QStringList({"mine.txt", "old.txt"}));
    }

    void whatIsNamedIsKnownAlsoWhileItWaits()
    {
        Shelves world;
        const Uuid id = world.document("plan.txt");
        QCOMPARE(value(world.reader->namedBlobs()), QSet<QString>{blobA});
        world.write(world.saving(id, blobB, world.versionOp));
        QCOMPARE(value(world.reader->namedBlobs()), QSet<QString>({blobA, blobB}));
        value(world.cache->purge(world.place()));
        world.reader = value(Reader::open(world.cachePath(), world.outboxPath()));
        value(world.outbox->purgeScope(world.place()));
        QCOMPARE(value(world.reader->namedBlobs()),
                 QSet<QString>{blobB}); // its author's, not sent: never deleted unseen
    }

    void attachmentsComeInTheirOrderAndGoWithTheirPost()
    {
        Shelves world;
        const Uuid post = world.holdPost("look");
        world.hold(world.place(), model::Attachment{.target = post, .name = "second", .blob = blobA, .position = 1},
                   world.newId());
        world.hold(world.place(), model::Attachment{.target = post, .name = "first", .blob = blobB, .position = 0},
                   world.newId());
        const auto files = value(world.reader->item(post))->attachments;
        QCOMPARE(files.size(), 2);
        QCOMPARE(files[0].attachment.name, "first");
        QCOMPARE(value(world.reader->blobPlace(files[0].id))->blob, blobB);
        world.write(world.deletion(Kind::Post, post));
        QVERIFY(!value(world.reader->item(post)));
    }

    void attachmentsComeWithTheirPostAndComment()
    {
        Shelves world;
        const Uuid post = world.holdPost("look");
        const Uuid other = world.holdPost("nothing with it");
        const Uuid comment = world.holdComment(post, "and this");
        const Uuid onPost = world.newId(), onComment = world.newId();
        world.hold(world.place(), model::Attachment{.target = post, .name = "plan.png", .size = 9, .blob = blobA},
                   onPost);
        world.hold(world.place(), model::Attachment{.target = comment, .name = "note.odt", .blob = blobB}, onComment);
        const auto feed = value(world.reader->feed({}));
        QCOMPARE(feed.size(), 2);
        QCOMPARE(feed[0].id, other);
        QVERIFY(feed[0].attachments.isEmpty());
        QCOMPARE(feed[1].attachments.size(), 1);
        QCOMPARE(feed[1].attachments[0].id, onPost);
        QCOMPARE(feed[1].attachments[0].attachment.name, "plan.png");
        QVERIFY(!feed[1].attachments[0].unsent);
        const auto thread = value(world.reader->thread(PostId(post)));
        QCOMPARE(thread.size(), 2);
        QCOMPARE(thread[1].attachments.size(), 1);
        QCOMPARE(thread[1].attachments[0].id, onComment);
    }

    void aLongPageHasTheAttachmentsOfAllItsRows()
    {
        Shelves world;
        for (int i = 0; i < 90; ++i) { // more than one statement takes
            const Uuid post = world.holdPost(QString::number(i));
            if (i % 3 == 0)
                world.hold(world.place(),
                           model::Attachment{.target = post, .name = QString::number(i), .blob = blobA},
                           world.newId());
        }
        const auto feed = value(world.reader->feed({.limit = 100}));
        QCOMPARE(feed.size(), 90);
        for (const FeedItem &item : feed) {
            QCOMPARE(item.attachments.size(), item.body.toInt() % 3 == 0 ? 1 : 0);
            if (!item.attachments.isEmpty())
                QCOMPARE(item.attachments[0].attachment.name, item.body);
        }
    }

    void anAttachmentTellsHowFarItIsOnItsWay()
    {
        Shelves world;
        const Operation post = world.newPost("look");
        Operation file =
            world.creation(world.place(), model::Attachment{.target = post.entity, .name = "a", .size = 9, .blob = blobA},
                           world.newId());
        file.dependsOn = {post.id};
        const Upload upload{world.newId(), world.place(), {}, blobA, 9};
        value(world.outbox->appendWaiting({{post}, {file, upload}}));
        const auto shown = [&] { return value(world.reader->item(post.entity))->attachments.value(0); };
        QCOMPARE(shown().id, file.entity);
        QVERIFY(shown().unsent && !shown().uploading);
        value(world.outbox->uploadMoved(upload.id, true, 4));
        QVERIFY(shown().uploading);
        QCOMPARE(shown().sent, 4);
        QCOMPARE(value(world.outbox->numberNext(10)).size(), 1); // the text does not wait for the file
        value(world.outbox->uploadFailed(upload.id, "too_large"));
        QCOMPARE(shown().why, "too_large");
        QVERIFY(!shown().uploading);
    }

    void whatWasAskedForIsOnItsWayOrCannotBeHad()
    {
        Shelves world;
        const Uuid post = world.holdPost("look");
        const Uuid file = world.newId();
        world.hold(world.place(), model::Attachment{.target = post, .name = "a", .size = 9, .blob = blobA}, file);
        const auto shown = [&] { return value(world.reader->item(post))->attachments.value(0); };
        QVERIFY(!shown().wanted);
        value(world.outbox->wantDownload({world.place(), file, blobA, 9}));
        QVERIFY(shown().wanted);
        value(world.outbox->downloadEnded(file, "no_such_file"));
        QVERIFY(!shown().wanted);
        QCOMPARE(shown().missing, "no_such_file");
    }

    void anAttachmentThatComesNamesWhatItGoesWith()
    {
        Shelves world;
        const Uuid post = world.holdPost("look");
        const model::Attachment file{.target = post, .name = "a", .blob = blobA};
        const auto changes = world.apply(world.place(), {world.row(world.place(), file, world.newId())});
        QCOMPARE(changes.changes.size(), 1);
        QCOMPARE(changes.changes[0].thread, post);
    }

    void rule19WhatWaitsForItsFileTakesNoNumberAndOthersPass()
    {
        Shelves world;
        const Uuid id = world.document("plan.txt");
        const Operation saving = world.saving(id, blobB, world.versionOp);
        const Upload upload{world.newId(), world.place(), id, blobB, 9};
        value(world.outbox->append({saving}, upload));
        const Operation post = world.newPost("passes");
        world.write(post);
        Operation follows = world.saving(id, blobA, saving.id);
        follows.dependsOn = {saving.id};
        world.write(follows);
        auto numbered = value(world.outbox->numberNext(10));
        QCOMPARE(numbered.size(), 1);
        QCOMPARE(numbered[0].op.id, post.id);
        QCOMPARE(value(world.outbox->uploads()), QList<Upload>{upload});
        value(world.outbox->uploadComplete(upload.id, world.clock.now()));
        numbered = value(world.outbox->numberNext(10));
        QCOMPARE(numbered.size(), 2);
        QCOMPARE(numbered[0].op.id, saving.id);
        QCOMPARE(numbered[0].number, 2);
        QVERIFY(value(world.outbox->uploads()).isEmpty());
        QVERIFY(value(world.outbox->upload(upload.id))->complete); // for a day
        value(world.outbox->dropUploads(world.clock.now().plusMs(1)));
        QVERIFY(!value(world.outbox->upload(upload.id)));
    }

    void aFileThatIsRefusedIsToldWithItsVersionAndCanBeTriedAgain()
    {
        Shelves world;
        const Uuid id = world.document("plan.txt");
        const Operation saving = world.saving(id, blobB, world.versionOp);
        const Upload upload{world.newId(), world.place(), id, blobB, 9};
        value(world.outbox->append({saving}, upload));
        value(world.outbox->uploadFailed(upload.id, "group_full"));
        QVERIFY(value(world.outbox->uploads()).isEmpty());
        const auto entry = value(world.outbox->entry(saving.id));
        QVERIFY(entry->state == OutboxState::Rejected && entry->why == "group_full");
        QCOMPARE(world.item(id).blob, blobB); // it is still what its author sees
        QCOMPARE(world.item(id).why, "group_full");
        value(world.outbox->dropUploads(world.clock.now()));
        value(world.outbox->retry(saving.id, world.newId<OpId>()));
        QCOMPARE(value(world.outbox->uploads()).size(), 1);
        QVERIFY(value(world.outbox->numberNext(10)).isEmpty());
        // Discarded, nothing wants the file any more.
        value(world.outbox->discard(value(world.outbox->entries())[0].op.id));
        value(world.outbox->dropUploads(world.clock.now()));
        QVERIFY(value(world.outbox->uploads()).isEmpty());
    }

    void downloadsWaitInOrderOfUrgencyAndFailWithAReason()
    {
        Shelves world;
        const Download late{world.place(), world.newId(), blobA, 5, Download::Pinned, {}};
        const Download urgent{world.place(), world.newId(), blobB, 6, Download::Open, {}};
        value(world.outbox->wantDownload(late));
        value(world.outbox->wantDownload(urgent));
        world.reopen();
        QCOMPARE(value(world.outbox->downloads()), QList<Download>({urgent, late}));
        value(world.outbox->downloadEnded(urgent.row, "no_such_file"));
        QCOMPARE(value(world.outbox->downloads())[0].why, "no_such_file");
        value(world.outbox->wantDownload(urgent));
        QCOMPARE(value(world.outbox->downloads())[0].why, QString());
        value(world.outbox->downloadEnded(urgent.row, {}));
        QCOMPARE(value(world.outbox->downloads()), QList<Download>{late});
    }
};

QTEST_GUILESS_MAIN(DocumentsReaderTest)
#include "documents_reader_test.moc"
