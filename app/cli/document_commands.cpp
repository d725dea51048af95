#include "app/cli/commands.h"

#include "text/file_names.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace parvis::cli {

using base::ErrorKind;
using client::DocumentEntry;
using client::DocumentState;
using client::SyncState;
using client::Written;
using model::Kind;
using model::Uuid;

namespace {

struct DocumentValues {
    std::string id, group, path, file, to, comment, keep = "mine";
    qint64 version = 0;
    double hours = 8;
};

QString toString(DocumentState state)
{
    switch (state) {
    case DocumentState::Here: return QStringLiteral("here");
    case DocumentState::Changed: return QStringLiteral("changed");
    case DocumentState::Sending: return QStringLiteral("sending");
    case DocumentState::Conflict: return QStringLiteral("conflict");
    case DocumentState::Server: return QStringLiteral("server");
    case DocumentState::Missing: return QStringLiteral("missing");
    }
    return QStringLiteral("server");
}

QStringList partsOf(const std::string &path)
{
    return text(path).split(QLatin1Char('/'), Qt::SkipEmptyParts);
}

// GROUP/PATH, or GROUP alone.
struct Address {
    model::GroupId group;
    QStringList path;
};
base::Result<Address> addressFrom(Context &context, const std::string &given)
{
    QStringList parts = partsOf(given);
    if (parts.isEmpty())
        return base::fail(ErrorKind::Usage, QStringLiteral("GROUP/PATH"),
                          QStringLiteral("name a group, and in it a path: GROUP/PATH"));
    const auto group = groupNamed(context, parts.takeFirst());
    if (!group)
        return base::fail(group.error());
    return Address{group->id, parts};
}

// A group that one is in: others may be known by their card only.
base::Result<model::GroupId> ownGroup(Context &context, const std::string &name)
{
    const auto group = groupNamed(context, text(name));
    if (!group)
        return base::fail(group.error());
    if (!group->role)
        return base::fail(ErrorKind::Refused, QStringLiteral("GROUP"),
                          QStringLiteral("not_member: join the group first"));
    return group->id;
}

QJsonObject toJson(const DocumentEntry &entry, const QString &folder)
{
    const auto &item = entry.item;
    const bool isFolder = item.kind == Kind::Folder;
    return {{QStringLiteral("id"), item.id.toString()},
            {QStringLiteral("path"), folder.isEmpty() ? item.name : folder + QLatin1Char('/') + item.name},
            {QStringLiteral("kind"), isFolder ? QStringLiteral("folder") : QStringLiteral("document")},
            {QStringLiteral("size"), isFolder ? QJsonValue() : QJsonValue(item.size)},
            {QStringLiteral("version"), isFolder ? QJsonValue() : QJsonValue(item.number)},
            {QStringLiteral("versions"), isFolder ? QJsonValue() : QJsonValue(item.versions)},
            {QStringLiteral("modified_at"), timeOrNull(item.modifiedAt)},
            {QStringLiteral("author"), orNull(item.authorHandle)},
            {QStringLiteral("pinned"), item.pinned},
            {QStringLiteral("local"), isFolder ? QJsonValue() : QJsonValue(entry.local)},
            {QStringLiteral("state"), isFolder ? QJsonValue() : QJsonValue(toString(entry.state))}};
}

// The group that a command is about, once somebody is signed in and what is new is here.
base::Result<model::GroupId> groupAsked(Context &context, const std::string &given)
{
    if (const auto identity = context.identity(); !identity)
        return base::fail(identity.error());
    context.catchUp();
    return ownGroup(context, given);
}

int ls(Context &context, const DocumentValues &given)
{
    const auto group = groupAsked(context, given.group);
    if (!group)
        return failWith(group.error());
    const QStringList path = partsOf(given.path);
    Uuid folder;
    if (!path.isEmpty()) {
        const auto found = context.await(context.client().documentAt(*group, path));
        if (!found)
            return failWith(found.error());
        if (!*found)
            return failWith({ErrorKind::Refused, QStringLiteral("PATH"),
                             QStringLiteral("there is nothing at '%1'").arg(path.join(QLatin1Char('/')))});
        if ((*found)->item.kind == Kind::Document) {
            printLine(toJson(**found, QStringList(path.first(path.size() - 1)).join(QLatin1Char('/'))));
            return 0;
        }
        folder = (*found)->item.id;
    }
    const auto list = context.await(context.client().documents(*group, folder));
    if (!list)
        return failWith(list.error());
    for (const DocumentEntry &entry : *list)
        printLine(toJson(entry, path.join(QLatin1Char('/'))));
    return 0;
}

int trash(Context &context, const DocumentValues &given)
{
    const auto group = groupAsked(context, given.group);
    if (!group)
        return failWith(group.error());
    const auto list = context.await(context.client().trash(*group));
    if (!list)
        return failWith(list.error());
    for (const DocumentEntry &entry : *list)
        printLine(toJson(entry, {}));
    return 0;
}

int versions(Context &context, const DocumentValues &given)
{
    const auto id = idFrom(text(given.id));
    if (!id)
        return failWith(id.error());
    if (const auto identity = context.identity(); !identity)
        return failWith(identity.error());
    context.catchUp();
    const auto list = context.await(context.client().versions(*id));
    if (!list)
        return failWith(list.error());
    for (const store::VersionItem &each : *list)
        printLine(
            {{QStringLiteral("id"), each.id.toString()},
             {QStringLiteral("version"), each.version.number > 0 ? QJsonValue(each.version.number) : QJsonValue()},
             {QStringLiteral("author"), orNull(each.authorHandle)},
             {QStringLiteral("created_at"), timeOrNull(each.version.createdAt)},
             {QStringLiteral("size"), each.version.size},
             {QStringLiteral("sha256"), each.version.blob},
             {QStringLiteral("comment"), orNull(each.version.comment)},
             {QStringLiteral("latest"), each.latest},
             {QStringLiteral("state"), each.unsent ? QStringLiteral("pending") : QStringLiteral("acked")}});
    return 0;
}

// Pending, acked, or the error of a refusal. What the outbox no longer holds has reached the cache.
base::Result<bool> isAnswered(Context &context, model::OpId op)
{
    const auto entries = context.await(context.client().outbox());
    if (!entries)
        return base::fail(entries.error());
    for (const store::OutboxEntry &entry : *entries) {
        if (entry.op.id != op)
            continue;
        if (entry.state == store::OutboxState::Rejected)
            return base::fail(ErrorKind::Refused, entry.why,
                              QStringLiteral("the server refused this version: %1").arg(entry.why));
        return entry.state == store::OutboxState::Answered;
    }
    return true;
}

// The time of --wait runs from the last byte that moved.
int put(Context &context, const DocumentValues &given)
{
    if (const auto identity = context.identity(); !identity)
        return failWith(identity.error());
    context.catchUp();
    const auto address = addressFrom(context, given.path);
    if (!address)
        return failWith(address.error());
    const QString file = QFileInfo(text(given.file)).absoluteFilePath();
    const auto made =
        context.await(context.client().putDocument(address->group, address->path, file, text(given.comment)));
    if (!made)
        return failWith(made.error());
    qint64 sent = 0;
    auto waited = Context::Waited::Reached;
    for (bool answered = made->op.isNull(); !context.isOffline() && !answered && waited == Context::Waited::Reached;) {
        const quint64 before = context.revision();
        const auto now = isAnswered(context, made->op);
        if (!now)
            return failWith(now.error());
        answered = *now;
        const auto upload = context.await(context.client().upload(made->upload));
        if (upload && *upload && (*upload)->sent > sent) {
            sent = (*upload)->sent;
            context.keepWaiting();
        }
        if (!answered)
            waited = context.waitFor([&](const SyncState &) { return context.revision() != before; });
    }
    const auto upload = made->upload.isNull() ? base::Result<std::optional<store::Upload>>(std::nullopt)
                                              : context.await(context.client().upload(made->upload));
    if (upload && *upload)
        sent = (*upload)->sent;
    const auto entry = context.await(context.client().document(made->id));
    printLine({{QStringLiteral("id"), made->id.toString()},
               {QStringLiteral("version"), entry && *entry ? (*entry)->item.number : made->number},
               {QStringLiteral("bytes_total"), made->size},
               {QStringLiteral("bytes_sent"), sent},
               {QStringLiteral("state"), entry && *entry ? toString((*entry)->state) : QStringLiteral("changed")}});
    return 0;
}

// The row that names the wanted bytes: a version of a document, or the attachment itself.
struct Wanted {
    Uuid row;
    QString name;
    qint64 size = 0;
    QString blob;
};
base::Result<Wanted> wantedFrom(Context &context, const Uuid &id, qint64 number)
{
    const auto entry = context.await(context.client().document(id));
    if (!entry)
        return base::fail(entry.error());
    if (!*entry)
        return Wanted{id, QString(), 0, QString()};
    const auto &item = (*entry)->item;
    if (item.kind == Kind::Folder)
        return base::fail(ErrorKind::Usage, QStringLiteral("get"),
                          QStringLiteral("this is a folder; get its documents one by one"));
    if (number == 0) {
        if (item.version.isNull())
            return base::fail(ErrorKind::Refused, QStringLiteral("get"),
                              QStringLiteral("this document has no content yet"));
        return Wanted{item.version, item.name, item.size, item.blob};
    }
    const auto list = context.await(context.client().versions(id));
    if (!list)
        return base::fail(list.error());
    for (const store::VersionItem &each : *list) {
        if (each.version.number == number)
            return Wanted{each.id, item.name, each.version.size, each.version.blob};
    }
    return base::fail(ErrorKind::Refused, QStringLiteral("--version"),
                      QStringLiteral("this document has no version %1").arg(number));
}

base::Result<void> bringHere(Context &context, const Uuid &row)
{
    qint64 arrived = -1;
    for (;;) {
        const quint64 before = context.revision();
        const auto fetched = context.await(context.client().fetch(row));
        if (!fetched)
            return base::fail(fetched.error());
        if (fetched->here)
            return {};
        if (!fetched->why.isEmpty())
            return base::fail(ErrorKind::Refused, fetched->why,
                              QStringLiteral("the server does not give this file: %1").arg(fetched->why));
        if (context.isOffline())
            return base::fail(ErrorKind::Offline, QStringLiteral("get"),
                              QStringLiteral("this file is not here, and --offline opens no line"));
        if (std::exchange(arrived, fetched->arrived) < fetched->arrived)
            context.keepWaiting();
        // Bytes that arrive are no change that is told of: looked at again in a while.
        const auto waited = context.waitBriefly([&](const SyncState &) { return context.revision() != before; });
        if (waited == Context::Waited::NoLine)
            return base::fail(context.whyNoLine());
        if (waited == Context::Waited::NoTime && context.timeIsOver())
            return base::fail(ErrorKind::Offline, QStringLiteral("get"),
                              QStringLiteral("this file has not arrived yet; it goes on arriving the next time"));
    }
}

int get(Context &context, const DocumentValues &given)
{
    const auto id = idFrom(text(given.id));
    if (!id)
        return failWith(id.error());
    if (const auto identity = context.identity(); !identity)
        return failWith(identity.error());
    context.catchUp();
    const auto wanted = wantedFrom(context, *id, given.version);
    if (!wanted)
        return failWith(wanted.error());
    if (const auto here = bringHere(context, wanted->row); !here)
        return failWith(here.error());
    QString to = QFileInfo(text(given.to)).absoluteFilePath();
    if (QFileInfo(to).isDir())
        to = QDir(to).filePath(parvis::text::safeFileName(wanted->name));
    if (const auto copied = context.await(context.client().copyOut(wanted->row, to)); !copied)
        return failWith(copied.error());
    QFile file(to);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return failWith({ErrorKind::Storage, to, file.errorString()});
    printLine({{QStringLiteral("bytes"), file.size()},
               {QStringLiteral("sha256"), QString::fromLatin1(hash.result().toHex())}});
    return 0;
}

QString toString(client::CopyState state)
{
    switch (state) {
    case client::CopyState::Open: return QStringLiteral("open");
    case client::CopyState::Changed: return QStringLiteral("changed");
    case client::CopyState::Waiting: return QStringLiteral("waiting");
    case client::CopyState::Failed: return QStringLiteral("failed");
    }
    return QStringLiteral("open");
}

QJsonObject toJson(const client::WorkingCopy &copy)
{
    return {{QStringLiteral("id"), copy.document.toString()},
            {QStringLiteral("path"), copy.path},
            {QStringLiteral("state"), toString(copy.state)},
            {QStringLiteral("read_only"), copy.readOnly},
            {QStringLiteral("why"), orNull(copy.why)}};
}

// Puts the file where a program can open it; starts none.
int open(Context &context, const DocumentValues &given)
{
    const auto id = idFrom(text(given.id));
    if (!id)
        return failWith(id.error());
    if (const auto identity = context.identity(); !identity)
        return failWith(identity.error());
    context.catchUp();
    auto copy = context.await(context.client().openCopy(*id));
    if (!copy && copy.error().kind == ErrorKind::Offline) {
        const auto wanted = wantedFrom(context, *id, 0);
        if (!wanted)
            return failWith(wanted.error());
        if (const auto here = bringHere(context, wanted->row); !here)
            return failWith(here.error());
        copy = context.await(context.client().openCopy(*id));
    }
    if (!copy)
        return failWith(copy.error());
    printLine(toJson(*copy));
    return 0;
}

int copies(Context &context, const DocumentValues &)
{
    if (const auto identity = context.identity(); !identity)
        return failWith(identity.error());
    const auto list = context.await(context.client().workingCopies());
    if (!list)
        return failWith(list.error());
    for (const client::WorkingCopy &copy : *list)
        printLine(toJson(copy));
    return 0;
}

// A wish about one document, named by its id.
template<class F>
int writeToDocument(Context &context, const DocumentValues &given, F wish)
{
    const auto id = idFrom(text(given.id));
    if (!id)
        return failWith(id.error());
    return write(context, [&] { return context.await(wish(*id)); });
}

int mkdir(Context &context, const DocumentValues &given)
{
    return write(context, [&]() -> base::Result<Written> {
        const auto address = addressFrom(context, given.path);
        if (!address)
            return base::fail(address.error());
        return context.await(context.client().makeFolders(address->group, address->path));
    });
}

int mv(Context &context, const DocumentValues &given)
{
    const auto id = idFrom(text(given.id));
    if (!id)
        return failWith(id.error());
    return write(context, [&]() -> base::Result<Written> {
        const auto address = addressFrom(context, given.path);
        if (!address)
            return base::fail(address.error());
        return context.await(context.client().moveDocument(*id, address->group, address->path));
    });
}

int pin(Context &context, const DocumentValues &given, bool on)
{
    return write(context, [&]() -> base::Result<Written> {
        const auto group = groupNamed(context, text(given.id));
        if (group)
            return context.await(context.client().pinDocument(group->id.uuid(), on));
        const auto id = idFrom(text(given.id));
        if (!id)
            return base::fail(group.error());
        return context.await(context.client().pinDocument(*id, on));
    });
}

int lock(Context &context, const DocumentValues &given)
{
    const base::Time until = base::SystemClock().now().plusMs(qint64(given.hours * 3'600'000));
    return writeToDocument(context, given, [&](const Uuid &id) { return context.client().lockDocument(id, until); });
}

int resolve(Context &context, const DocumentValues &given)
{
    using client::Keep;
    static const QHash<QString, Keep> choices{{QStringLiteral("mine"), Keep::Mine},
                                              {QStringLiteral("theirs"), Keep::Theirs},
                                              {QStringLiteral("both"), Keep::Both}};
    const auto choice = choices.constFind(text(given.keep));
    if (choice == choices.constEnd())
        return failWith({ErrorKind::Usage, QStringLiteral("--keep"), QStringLiteral("mine, theirs or both")});
    return writeToDocument(context, given,
                           [&](const Uuid &id) { return context.client().resolveDocument(id, *choice); });
}

} // namespace

void addDocumentCommands(CLI::App &app, Command &chosen)
{
    CLI::App *doc = app.add_subcommand("doc", "documents: list, put, get, and everything else");
    doc->require_subcommand(1);
    const auto add = [&](const char *name, const char *about, auto run,
                         const std::function<void(CLI::App &, DocumentValues &)> &options) {
        auto given = values<DocumentValues>();
        CLI::App *command = doc->add_subcommand(name, about);
        options(*command, *given);
        command->callback([&chosen, given, run] {
            chosen = opened([given, run](Context &context) { return run(context, *given); });
        });
    };
    const auto takesId = [](CLI::App &command, DocumentValues &given) {
        command.add_option("ID", given.id)->required();
    };
    const auto takesGroup = [](CLI::App &command, DocumentValues &given) {
        command.add_option("GROUP", given.group)->required();
    };
    const auto takesPath = [](CLI::App &command, DocumentValues &given) {
        command.add_option("GROUP/PATH", given.path)->required();
    };

    add("ls", "what is in a group, or in a folder of it", ls, [&](CLI::App &command, DocumentValues &given) {
        takesGroup(command, given);
        command.add_option("PATH", given.path);
    });
    add("put", "put a file: a new document, or the next version of it", put,
        [&](CLI::App &command, DocumentValues &given) {
            takesPath(command, given);
            command.add_option("FILE", given.file)->required();
            command.add_option("--comment", given.comment, "what has changed")->type_name("T");
        });
    add("get", "write a document, or an attachment, to a file", get, [&](CLI::App &command, DocumentValues &given) {
        takesId(command, given);
        command.add_option("--version", given.version, "the latest if not given")
            ->type_name("N")
            ->check(CLI::PositiveNumber);
        command.add_option("--to", given.to, "a file, or a folder")->required()->type_name("FILE");
    });
    add("open", "put a document where another program can change it: what is saved there becomes a version", open,
        takesId);
    add("copies", "the documents that were opened so, and what became of them", copies,
        [](CLI::App &, DocumentValues &) {});
    add("mkdir", "make a folder, and those above it", mkdir, takesPath);
    add("versions", "the versions of a document, latest first", versions, takesId);
    add(
        "restore", "make an earlier version the latest again",
        [](Context &context, const DocumentValues &given) {
            return writeToDocument(context, given,
                                   [&](const Uuid &id) { return context.client().restoreVersion(id, given.version); });
        },
        [&](CLI::App &command, DocumentValues &given) {
            takesId(command, given);
            command.add_option("N", given.version)->required()->check(CLI::PositiveNumber);
        });
    for (const bool on : {true, false}) {
        add(
            on ? "pin" : "unpin", on ? "keep a document, a folder or all of a group on this disk" : "no longer keep it",
            [on](Context &context, const DocumentValues &given) { return pin(context, given, on); },
            [](CLI::App &command, DocumentValues &given) { command.add_option("ID|GROUP", given.id)->required(); });
        add(
            on ? "rm" : "undelete", on ? "put into the trash, for 30 days" : "take out of the trash",
            [on](Context &context, const DocumentValues &given) {
                return writeToDocument(context, given,
                                       [&](const Uuid &id) { return context.client().trashDocument(id, on); });
            },
            takesId);
    }
    add("mv", "another folder, another name, or both", mv, [&](CLI::App &command, DocumentValues &given) {
        takesId(command, given);
        takesPath(command, given);
    });
    add("trash", "what is in the trash of a group", trash, takesGroup);
    add("lock", "ask others not to change a document", lock, [&](CLI::App &command, DocumentValues &given) {
        takesId(command, given);
        command.add_option("--hours", given.hours, "for how long; 8 if not given, 168 at most")
            ->type_name("H")
            ->check(CLI::PositiveNumber);
    });
    add(
        "unlock", "end one's own lock, or break another's as an owner of the group",
        [](Context &context, const DocumentValues &given) {
            return writeToDocument(context, given, [&](const Uuid &id) { return context.client().unlockDocument(id); });
        },
        takesId);
    add("resolve", "choose where a document has two latest versions", resolve,
        [&](CLI::App &command, DocumentValues &given) {
            takesId(command, given);
            command.add_option("--keep", given.keep, "mine, theirs or both")->required()->type_name("mine|theirs|both");
        });
}

} // namespace parvis::cli
