#include "server/admin/command_table.h"

#include "store/database.h"

#include <QHash>

namespace parvis::server {

QByteArray CommandRequest::toJson() const
{
    return QJsonDocument(QJsonObject{{"name", name}, {"args", args}, {"secret", secret}})
        .toJson(QJsonDocument::Compact);
}

base::Result<CommandRequest> CommandRequest::fromJson(const QByteArray &json)
{
    const auto document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return base::fail(base::ErrorKind::Protocol, "admin.request", "not a request of parvisd");
    const auto object = document.object();
    return CommandRequest{object["name"].toString(), object["args"].toObject(), object["secret"].toString()};
}

CommandResult run(const CommandRequest &request, AdminContext &context, QIODevice &out)
{
    using Function = CommandResult (*)(const CommandRequest &, AdminContext &, QIODevice &);
    static const QHash<QString, Function> commands{
        {"user add", admin::userAdd},         {"user passwd", admin::userPasswd},
        {"user disable", admin::userDisable}, {"user list", admin::userList},
        {"group add", admin::groupAdd},       {"group list", admin::groupList},
        {"group member", admin::groupMember}, {"import slack", admin::importSlackArchive},
        {"check", admin::checkAll},           {"backup", admin::backupTo},
    };
    const auto function = commands.value(request.name);
    if (!function)
        return base::fail(base::ErrorKind::Usage, "admin.command",
                          QString("there is no command '%1'").arg(request.name));
    try {
        return function(request, context, out);
    } catch (const store::Failure &failure) {
        return base::fail(failure.error);
    }
}

} // namespace parvis::server
