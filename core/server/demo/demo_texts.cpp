#include "server/demo/demo_texts.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace parvis::server {

namespace {

base::Result<QJsonDocument> readJson(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(base::ErrorKind::Storage, path, QStringLiteral("The demo's texts are not in this program."));
    QJsonParseError error;
    auto document = QJsonDocument::fromJson(file.readAll(), &error);
    if (error.error != QJsonParseError::NoError)
        return base::fail(base::ErrorKind::Storage, path, error.errorString());
    return document;
}

QString text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

QStringList texts(const QJsonValue &list)
{
    QStringList all;
    const QJsonArray array = list.toArray();
    for (const QJsonValue &each : array)
        all.append(each.toString());
    return all;
}

model::Person personFrom(const QJsonObject &object)
{
    model::Person person;
    person.handle = text(object, "handle");
    person.fullName = text(object, "full_name");
    person.title = text(object, "title");
    person.site = text(object, "site");
    person.country = text(object, "country");
    person.languages = texts(object.value(QLatin1String("languages")));
    person.bio = text(object, "bio");
    const QString role = text(object, "role");
    if (role == QLatin1String("admin"))
        person.role = model::CompanyRole::Administrator;
    else if (role == QLatin1String("guest"))
        person.role = model::CompanyRole::Guest;
    return person;
}

DemoGroup groupFrom(const QJsonObject &object)
{
    DemoGroup group;
    group.group.handle = text(object, "handle");
    group.group.title = text(object, "title");
    group.group.description = text(object, "description");
    group.group.rules = text(object, "rules");
    group.group.groupKind = model::groupKindFromString(text(object, "kind")).value_or(model::GroupKind::Community);
    group.group.visibility =
        model::visibilityFromString(text(object, "visibility")).value_or(model::Visibility::Private);
    group.group.archived = object.value(QLatin1String("archived")).toBool();
    const QJsonArray members = object.value(QLatin1String("members")).toArray();
    for (const QJsonValue &each : members) {
        const QJsonObject member = each.toObject();
        group.members.append(
            {text(member, "person"), model::roleFromString(text(member, "role")).value_or(model::Role::Member)});
    }
    return group;
}

DemoItem itemFrom(const QJsonObject &object)
{
    DemoItem item;
    item.key = text(object, "key");
    item.group = text(object, "group");
    item.wall = text(object, "wall");
    item.author = text(object, "author");
    item.parent = text(object, "parent");
    item.body = text(object, "body");
    item.before = object.value(QLatin1String("before")).toInteger();
    item.pinned = object.value(QLatin1String("pinned")).toBool();
    const QJsonObject edited = object.value(QLatin1String("edited")).toObject();
    item.editedBefore = edited.value(QLatin1String("before")).toInteger();
    item.earlierBody = text(edited, "earlier_body");
    const QJsonObject reactions = object.value(QLatin1String("reactions")).toObject();
    for (auto it = reactions.begin(); it != reactions.end(); ++it) {
        for (const QString &handle : texts(it.value()))
            item.reactions.append({it.key(), handle});
    }
    return item;
}

void addWishes(const QJsonObject &root, DemoTexts &texts)
{
    const auto each = [&root](const char *list, auto visit) {
        const QJsonArray array = root.value(QLatin1String(list)).toArray();
        for (const QJsonValue &value : array)
            visit(value.toObject());
    };
    each("places", [&](const QJsonObject &o) {
        texts.places.append({text(o, "person"), text(o, "group"), o.value(QLatin1String("followed")).toBool(true),
                             o.value(QLatin1String("muted")).toBool(), o.value(QLatin1String("pinned")).toBool()});
    });
    each("requests", [&](const QJsonObject &o) {
        texts.requests.append({text(o, "person"), text(o, "group"), text(o, "note")});
    });
    each("scheduled", [&](const QJsonObject &o) {
        texts.scheduled.append(
            {text(o, "person"), text(o, "group"), text(o, "body"), o.value(QLatin1String("after")).toInteger()});
    });
}

void addPost(const QJsonObject &object, QList<DemoItem> &items)
{
    const DemoItem post = itemFrom(object);
    items.append(post);
    const QJsonArray comments = object.value(QLatin1String("comments")).toArray();
    for (qsizetype i = 0; i < comments.size(); ++i) {
        DemoItem comment = itemFrom(comments[i].toObject());
        comment.post = post.key;
        comment.group = post.group;
        comment.wall = post.wall;
        if (comment.key.isEmpty())
            comment.key = post.key + QLatin1Char('/') + QString::number(i);
        items.append(comment);
    }
}

base::Result<void> fitsTogether(const DemoTexts &texts)
{
    QHash<QString, bool> people;
    QHash<QString, bool> groups;
    QHash<QString, qint64> keys;
    const auto bad = [](const QString &where, const char *what) {
        return base::fail(base::ErrorKind::Storage, QStringLiteral("demo/") + where, QString::fromLatin1(what));
    };
    for (const model::Person &person : texts.people)
        people.insert(person.handle, true);
    for (const DemoGroup &group : texts.groups) {
        groups.insert(group.group.handle, true);
        for (const DemoMember &member : group.members) {
            if (!people.contains(member.handle))
                return bad(group.group.handle, "A member is nobody.");
        }
    }
    const auto known = [&](const auto &wish) { return people.contains(wish.person) && groups.contains(wish.group); };
    if (!std::all_of(texts.places.begin(), texts.places.end(), known)
        || !std::all_of(texts.requests.begin(), texts.requests.end(), known)
        || !std::all_of(texts.scheduled.begin(), texts.scheduled.end(), known))
        return bad(QStringLiteral("company"), "A setting, a request or a scheduled post names nobody or no group.");
    for (const DemoItem &item : texts.items) {
        if (item.key.isEmpty() || keys.contains(item.key))
            return bad(item.key, "The key is missing or used twice.");
        if (!people.contains(item.author) || item.body.isEmpty() || item.before <= 0)
            return bad(item.key, "The author, the text or the time is missing.");
        if (item.group.isEmpty() == item.wall.isEmpty() || (!item.group.isEmpty() && !groups.contains(item.group)))
            return bad(item.key, "It needs one place: a group or a wall.");
        if (!item.wall.isEmpty() && item.wall != QLatin1String("company") && !people.contains(item.wall))
            return bad(item.key, "The wall is nobody's.");
        const QString above = item.parent.isEmpty() ? item.post : item.parent;
        if (!above.isEmpty() && keys.value(above, -1) < item.before)
            return bad(item.key, "It answers what is not there yet.");
        if (item.editedBefore > item.before)
            return bad(item.key, "It is edited before it is written.");
        for (const auto &reaction : item.reactions) {
            if (!people.contains(reaction.second))
                return bad(item.key, "Nobody reacted.");
        }
        keys.insert(item.key, item.before);
    }
    return {};
}

} // namespace

base::Result<DemoTexts> readDemoTexts()
{
    DemoTexts texts;
    const auto company = readJson(QStringLiteral(":/demo/company.json"));
    if (!company)
        return base::fail(company.error());
    const QJsonObject root = company->object();
    const QJsonObject card = root.value(QLatin1String("company")).toObject();
    texts.company = {text(card, "name"), text(card, "charter"), text(card, "color")};
    const QJsonArray people = root.value(QLatin1String("people")).toArray();
    for (const QJsonValue &each : people)
        texts.people.append(personFrom(each.toObject()));
    const QJsonArray groups = root.value(QLatin1String("groups")).toArray();
    for (const QJsonValue &each : groups)
        texts.groups.append(groupFrom(each.toObject()));
    addWishes(root, texts);
    const QStringList files =
        QDir(QStringLiteral(":/demo")).entryList({QStringLiteral("posts-*.json")}, QDir::Files, QDir::Name);
    for (const QString &file : files) {
        const auto posts = readJson(QStringLiteral(":/demo/") + file);
        if (!posts)
            return base::fail(posts.error());
        const QJsonArray array = posts->array();
        for (const QJsonValue &each : array)
            addPost(each.toObject(), texts.items);
    }
    if (auto fits = fitsTogether(texts); !fits)
        return base::fail(fits.error());
    return texts;
}

} // namespace parvis::server
