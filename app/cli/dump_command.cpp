#include "app/cli/commands.h"

#include <QCryptographicHash>

namespace parvis::cli {

namespace {

struct DumpValues {
    std::string group;
    bool sha256 = false;
};

int dump(Context &context, const DumpValues &given)
{
    if (const auto identity = context.identity(); !identity)
        return failWith(identity.error());
    context.catchUp();
    std::optional<model::ScopeId> scope;
    if (!given.group.empty()) {
        const auto group = groupNamed(context, text(given.group));
        if (!group)
            return failWith(group.error());
        scope = model::ScopeId::group(group->id);
    }
    const auto dump = context.await(context.client().dump(scope));
    if (!dump)
        return failWith(dump.error());
    if (!given.sha256) {
        printRaw(dump->json);
        return 0;
    }
    const QByteArray sum = QCryptographicHash::hash(dump->json, QCryptographicHash::Sha256).toHex();
    printLine({{QStringLiteral("sha256"), QString::fromLatin1(sum)}, {QStringLiteral("entities"), dump->entities}});
    return 0;
}

} // namespace

void addDumpCommand(CLI::App &app, Command &chosen)
{
    auto given = values<DumpValues>();
    CLI::App *command = app.add_subcommand("dump", "everything that this person may see, as one JSON array");
    command->add_option("--group", given->group, "of this group only")->type_name("GROUP");
    command->add_flag("--sha256", given->sha256, "only the sum of its bytes, and how many entities");
    command->callback([&chosen, given] { chosen = opened([given](Context &context) { return dump(context, *given); }); });
}

} // namespace parvis::cli
