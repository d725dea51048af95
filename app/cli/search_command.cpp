#include "app/cli/commands.h"

#include "client/search_query.h"

#include <QDate>

namespace parvis::cli {

namespace {

struct SearchValues {
    std::string query, kind, group;
    bool rank = false;
    int limit = 20;
};

QString rankedName(store::SearchResult::Ranked ranked)
{
    switch (ranked) {
    case store::SearchResult::Newest: return QStringLiteral("newest");
    case store::SearchResult::All: return QStringLiteral("all");
    case store::SearchResult::Window: return QStringLiteral("window");
    }
    return QStringLiteral("newest");
}

// "page 3"
QJsonValue placeOrNull(const std::optional<model::DocumentPlace> &spot)
{
    return spot ? QJsonValue(model::toString(spot->type) + u' ' + spot->name) : QJsonValue();
}

int search(Context &context, const SearchValues &given)
{
    if (const auto identity = context.identity(); !identity)
        return failWith(identity.error());
    const QDate today = QDate::currentDate();
    const QString typed = text(given.query);
    // Nobody goes on typing here: an operator at the end is finished.
    const QStringList strange = text::parseSearchWords(typed + u' ', today).notUnderstood;
    if (!strange.isEmpty())
        return failWith({base::ErrorKind::Usage, QStringLiteral("QUERY"),
                         QStringLiteral("'%1' is not understood").arg(strange.first())});
    store::SearchQuery query = client::searchQuery(text::parseSearchWords(typed, today));
    query.ranked = given.rank;
    query.limit = given.limit;
    if (!given.kind.empty()) {
        query.kind = model::kindFromString(text(given.kind));
        if (!query.kind)
            return failWith({base::ErrorKind::Usage, QStringLiteral("--kind"), QStringLiteral("post, comment, person, group or document")});
    }
    context.catchUp();
    if (!given.group.empty()) {
        const auto group = groupNamed(context, text(given.group));
        if (!group)
            return failWith(group.error());
        query.group = group->id.uuid();
    }
    const auto result = context.await(context.client().search(query));
    if (!result)
        return failWith(result.error());
    if (!result->unknown.isEmpty())
        return failWith({base::ErrorKind::Refused, QStringLiteral("QUERY"),
                         QStringLiteral("nobody and no group here is called '%1'").arg(result->unknown.first())});
    QJsonArray hits;
    for (const store::SearchHit &hit : result->hits) {
        const bool inGroup = hit.place.scope.type == model::ScopeType::Group;
        QJsonObject line{{QStringLiteral("id"), hit.id.toString()},
                         {QStringLiteral("kind"), model::toString(hit.kind)},
                         {QStringLiteral("group"), inGroup ? orNull(hit.place.handle) : QJsonValue()},
                         {QStringLiteral("snippet"), hit.snippet.isEmpty() ? hit.title : hit.snippet},
                         {QStringLiteral("created_at"), timeOrNull(hit.createdAt)}};
        if (hit.kind == model::Kind::Document || hit.kind == model::Kind::Folder) {
            line.insert(QStringLiteral("path"), (hit.path + QStringList{hit.title}).join(u'/'));
            line.insert(QStringLiteral("place"), placeOrNull(hit.spot));
        }
        hits.append(line);
    }
    printLine({{QStringLiteral("hits"), hits},
               {QStringLiteral("ranked"), rankedName(result->ranked)},
               {QStringLiteral("complete_up_to"), completeUpTo(result->completeUpTo)},
               {QStringLiteral("took_ms"), double(result->tookUs) / 1000.0}});
    return 0;
}

} // namespace

void addSearchCommand(CLI::App &app, Command &chosen)
{
    auto given = values<SearchValues>();
    CLI::App *command = app.add_subcommand("search", "posts, comments, documents, people and groups, newest first");
    command->add_option("QUERY", given->query,
                        "words, \"phrases\", -excluded; from:PERSON in:GROUP before:, after:, since:, during:DATE type:KIND,"
                        " in French too (de: dans: avant: depuis: pendant:)")
        ->required();
    command->add_option("--kind", given->kind, "post, comment, person, group or document only")->type_name("K");
    command->add_option("--group", given->group, "in this group only")->type_name("GROUP");
    command->add_flag("--rank", given->rank, "by relevance");
    command->add_option("--limit", given->limit, "how many")->type_name("N")->check(CLI::PositiveNumber);
    command->callback([&chosen, given] { chosen = opened([given](Context &context) { return search(context, *given); }); });
}

} // namespace parvis::cli
