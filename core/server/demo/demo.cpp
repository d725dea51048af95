#include "server/demo/demo.h"

#include "model/derived_ids.h"
#include "server/demo/demo_crowd.h"
#include "server/demo/demo_documents.h"
#include "server/demo/demo_texts.h"
#include "server/demo/demo_writer.h"
#include "server/op_effects.h"
#include "store/database.h"
#include "text/emoji.h"
#include "text/mentions.h"

#include <algorithm>

namespace parvis::server {

namespace {

constexpr qint64 minuteUs = 60'000'000;
constexpr qint64 secondUs = 1'000'000;
const QString mark = QStringLiteral("demo");

base::Error conflict(const char *detail)
{
    return {base::ErrorKind::Conflict, QStringLiteral("demo"), QString::fromLatin1(detail)};
}

template<class T>
T orThrow(const base::Result<T> &result)
{
    if (!result)
        throw store::Failure{result.error()};
    if constexpr (!std::is_void_v<T>)
        return *result;
}

// The same number for the same key each time, to spread what is written to the minute over its seconds.
quint64 hashOf(const QString &key)
{
    const Uuid id = base::derivedUuid({"demo_hash", key.toUtf8()});
    quint64 number = 0;
    for (const char byte : id.view().first(8))
        number = number << 8 | quint8(byte);
    return number;
}

class Demo {
public:
    Demo(RowStore &store, const DemoTexts &texts, const QList<DemoDocument> &documents, BlobStore *blobs,
         base::Time until, base::Random &random)
        : m_texts(texts), m_documents(documents), m_blobs(blobs), m_until(until), m_writer(store, random)
    {
        qint64 first = 0;
        for (const DemoItem &item : texts.items)
            first = std::max(first, item.before);
        m_start = {until.us - (first + 14 * 1440) * minuteUs};
    }

    DemoReport run(qint64 items, AuthStore *accounts)
    {
        m_writer.setTime(m_start);
        found();
        // Generated texts have dice of their own, so that they too are the same each time.
        base::SeededRandom dice(20'260'301);
        std::optional<DemoCrowd> crowd;
        const qint64 missing = items - qint64(m_texts.items.size());
        if (missing > 0)
            crowd.emplace(m_writer, m_texts, m_people, m_groups, missing, m_start, m_until, dice);
        const std::vector<Event> events = written();
        for (const Event &event : events) {
            if (crowd)
                crowd->writeUpTo({event.us});
            write(event);
        }
        if (crowd)
            crowd->writeUpTo(m_until);
        m_writer.setTime(m_until);
        wish();
        m_writer.commit();
        if (accounts)
            addAccounts(*accounts, crowd ? crowd->people() : QList<DemoCrowd::Extra>());
        m_writer.view().setMeta(mark, "made");
        m_writer.commit();
        DemoReport report = m_writer.counts();
        report.people = m_people.size() + (crowd ? crowd->people().size() : 0);
        report.groups = m_groups.size();
        report.documents = m_documents.size();
        return report;
    }

private:
    enum class What { Write, Edit, React, File };
    struct Event {
        qint64 us;
        qsizetype order; // events of one instant stay as they are written down
        What what;
        const DemoItem *item;
        QString emoji;
        QString person;
        const DemoDocument *document = nullptr;
    };

    void found()
    {
        WriteView &view = m_writer.view();
        view.setMeta(mark, "making");
        const Env env = m_writer.env();
        orThrow(createCompany(view, m_texts.company, env));
        for (const model::Person &person : m_texts.people) {
            const PersonId id(base::derivedUuid({"demo_person", person.handle.toUtf8()}));
            m_people.insert(person.handle, orThrow(createPerson(view, person, env, id)));
        }
        for (const DemoGroup &group : m_texts.groups) {
            const model::GroupId id(base::derivedUuid({"demo_group", group.group.handle.toUtf8()}));
            m_groups.insert(group.group.handle, orThrow(createGroup(view, group.group, env, id)));
            for (const DemoMember &member : group.members)
                orThrow(addMember(view, id, m_people.value(member.handle), member.role, env));
        }
        m_writer.commit();
    }

    // As operations, so that everything that hangs on them is there.
    void wish()
    {
        qint64 number = 0;
        const auto perform = [&](PersonId person, const model::Entity &entity, const Uuid &id) {
            model::Operation op;
            op.id = model::OpId(base::derivedUuid({"demo_wish", QByteArray::number(++number)}));
            op.kind = model::kindOf(entity);
            op.scope = ScopeId::person(person);
            op.entity = id;
            op.changes = model::creationChanges(entity);
            op.at = m_until;
            const Env env = m_writer.env();
            const OpContext context = readContext(m_writer.view(), op, person);
            if (const Effect effect = carryOut(m_writer.view(), op, context, env.clock, env.random);
                !effect.refused.isEmpty())
                throw store::Failure{conflict("The demo's wishes do not fit its groups.")};
        };
        qint64 position = 0;
        for (const DemoPlace &place : m_texts.places) {
            const PersonId person = m_people.value(place.person);
            const QString name = ScopeId::group(m_groups.value(place.group)).toString();
            position += place.pinned ? 1 << 20 : 0;
            perform(person,
                    model::PlaceSetting{name, place.followed, place.muted, place.pinned, place.pinned ? position : 0},
                    model::placeSettingId(name, person));
        }
        for (const DemoRequest &request : m_texts.requests) {
            const PersonId person = m_people.value(request.person);
            model::JoinRequest wanted;
            wanted.place = ScopeId::group(m_groups.value(request.group)).toString();
            wanted.note = request.note;
            perform(person, wanted, model::joinRequestId(wanted.place, person));
        }
        for (const DemoScheduled &each : m_texts.scheduled) {
            model::ScheduledPost scheduled;
            scheduled.place = ScopeId::group(m_groups.value(each.group)).toString();
            scheduled.body = each.body;
            scheduled.tags = text::tags(QStringView(each.body));
            scheduled.at = {m_until.us + each.after * minuteUs};
            perform(m_people.value(each.person), scheduled, base::derivedUuid({"demo_scheduled", each.body.toUtf8()}));
        }
    }

    std::vector<Event> written()
    {
        std::vector<Event> events;
        QHash<QString, qint64> times;
        const auto add = [&events](qint64 us, What what, const DemoItem &item, const QString &emoji = {},
                                   const QString &person = {}) {
            events.push_back({us, qsizetype(events.size()), what, &item, emoji, person});
        };
        for (const DemoItem &item : m_texts.items) {
            qint64 us = m_until.us - item.before * minuteUs - qint64(hashOf(item.key) % 60) * secondUs;
            const QString above = item.parent.isEmpty() ? item.post : item.parent;
            if (!above.isEmpty())
                us = std::max(us, times.value(above) + secondUs);
            times.insert(item.key, us);
            add(us, What::Write, item);
            if (item.editedBefore > 0)
                add(std::max(us + secondUs, m_until.us - item.editedBefore * minuteUs), What::Edit, item);
            for (const auto &[emoji, person] : item.reactions) {
                // Half of them come within the hour, some the day after.
                const quint64 dice = hashOf(item.key + emoji + person);
                const qint64 spanUs = std::min((dice & 1 ? 60 : 1440) * minuteUs, m_until.us - us);
                add(us + qint64((dice >> 1) % quint64(spanUs)), What::React, item, emoji, person);
            }
        }
        for (const DemoDocument &document : m_documents)
            events.push_back({m_until.us - document.before * minuteUs,
                              qsizetype(events.size()),
                              What::File,
                              nullptr,
                              {},
                              {},
                              &document});
        std::sort(events.begin(), events.end(),
                  [](const Event &a, const Event &b) { return std::pair(a.us, a.order) < std::pair(b.us, b.order); });
        return events;
    }

    void write(const Event &event)
    {
        m_writer.setTime({event.us});
        if (event.what == What::File) {
            const DemoDocument &document = *event.document;
            orThrow(writeDemoDocument(m_writer.view(), *m_blobs, document, m_people.value(document.author),
                                      m_groups.value(document.group), {event.us}, m_writer.env()));
            return;
        }
        const DemoItem &item = *event.item;
        if (event.what == What::React) {
            m_writer.react(m_targets.value(item.key), m_people.value(event.person), text::fullyQualified(event.emoji));
            return;
        }
        if (event.what == What::Edit) {
            m_writer.edit(m_targets.value(item.key), item.body, item.earlierBody);
            return;
        }
        const QString body = item.editedBefore > 0 ? item.earlierBody : item.body;
        QList<Uuid> mentions;
        for (const QString &handle : text::mentionedHandles(QStringView(item.body))) {
            if (m_people.contains(handle))
                mentions << m_people.value(handle).uuid();
            else if (m_groups.contains(handle))
                mentions << m_groups.value(handle).uuid();
        }
        const Uuid id = base::derivedUuid({"demo_item", item.key.toUtf8()});
        const base::Time now = m_writer.env().clock.now();
        if (item.isComment()) {
            model::Comment comment;
            comment.author = m_people.value(item.author);
            comment.body = body;
            comment.mentions = mentions;
            comment.createdAt = now;
            const Uuid parent = item.parent.isEmpty() ? Uuid() : m_targets.value(item.parent).id;
            m_targets.insert(item.key, m_writer.comment(m_targets.value(item.post), parent, id, comment));
            return;
        }
        model::Post post;
        post.author = m_people.value(item.author);
        if (!item.wall.isEmpty() && item.wall != QLatin1String("company"))
            post.wall = m_people.value(item.wall);
        post.body = body;
        post.mentions = mentions;
        post.tags = text::tags(QStringView(item.body));
        post.pinned = item.pinned;
        post.createdAt = now;
        const ScopeId scope = item.group.isEmpty() ? ScopeId::directory() : ScopeId::group(m_groups.value(item.group));
        m_targets.insert(item.key, m_writer.post(scope, id, post));
    }

    void addAccounts(AuthStore &accounts, const QList<DemoCrowd::Extra> &extra)
    {
        const QString hash = orThrow(accounts.hashPassword(QString::fromLatin1(demoPassword)));
        const auto add = [&](PersonId person, const QString &handle) {
            Account account;
            account.person = person;
            account.handle = handle;
            orThrow(accounts.putAccount(account));
            orThrow(accounts.setPasswordHash(person, hash));
        };
        for (const model::Person &person : m_texts.people)
            add(m_people.value(person.handle), person.handle);
        for (const DemoCrowd::Extra &person : extra)
            add(person.id, person.handle);
    }

    const DemoTexts &m_texts;
    const QList<DemoDocument> &m_documents;
    BlobStore *m_blobs;
    base::Time m_until;
    base::Time m_start;
    DemoWriter m_writer;
    QHash<QString, PersonId> m_people;
    QHash<QString, model::GroupId> m_groups;
    QHash<QString, DemoWriter::Target> m_targets;
};

} // namespace

QJsonObject DemoReport::toJson() const
{
    return {{QStringLiteral("people"), people},       {QStringLiteral("groups"), groups},
            {QStringLiteral("posts"), posts},         {QStringLiteral("comments"), comments},
            {QStringLiteral("reactions"), reactions}, {QStringLiteral("documents"), documents}};
}

base::Result<DemoReport> makeDemo(RowStore &store, AuthStore *accounts, const DemoOptions &options, base::Clock &clock,
                                  base::Random &random)
{
    const auto texts = readDemoTexts();
    if (!texts)
        return base::fail(texts.error());
    const auto documents =
        options.blobs ? readDemoDocuments() : base::Result<QList<DemoDocument>>(QList<DemoDocument>());
    if (!documents)
        return base::fail(documents.error());
    const base::Time until = options.until.isNull() ? clock.now() : options.until;
    return store::guarded([&]() -> DemoReport {
        const auto view = store.read();
        const auto marked = view->meta(mark);
        if (marked == QByteArray("making"))
            throw store::Failure{conflict("A demo was begun here and cut short. Delete the folder and begin again.")};
        if (marked || view->scope(ScopeId::company()))
            throw store::Failure{conflict("This data folder holds a company already. Use another folder.")};
        return Demo(store, *texts, *documents, options.blobs, until, random).run(options.items, accounts);
    });
}

} // namespace parvis::server
