#pragma once

#include "server/admin/command.h"

#include <QJsonDocument>

namespace parvis::server::admin {

CommandResult userAdd(const CommandRequest &request, AdminContext &context, QIODevice &out);
CommandResult userPasswd(const CommandRequest &request, AdminContext &context, QIODevice &out);
CommandResult userDisable(const CommandRequest &request, AdminContext &context, QIODevice &out);
CommandResult userList(const CommandRequest &request, AdminContext &context, QIODevice &out);
CommandResult groupAdd(const CommandRequest &request, AdminContext &context, QIODevice &out);
CommandResult groupList(const CommandRequest &request, AdminContext &context, QIODevice &out);
CommandResult groupMember(const CommandRequest &request, AdminContext &context, QIODevice &out);
CommandResult importSlackArchive(const CommandRequest &request, AdminContext &context, QIODevice &out);
CommandResult checkAll(const CommandRequest &request, AdminContext &context, QIODevice &out);
CommandResult backupTo(const CommandRequest &request, AdminContext &context, QIODevice &out);

inline void print(QIODevice &out, const QJsonObject &object)
{
    out.write(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

} // namespace parvis::server::admin
