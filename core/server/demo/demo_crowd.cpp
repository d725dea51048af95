#include "server/demo/demo_crowd.h"

#include "store/database.h"
#include "text/emoji.h"
#include "text/handle.h"

#include <algorithm>

namespace parvis::server {

namespace {

QStringList bodies(const DemoTexts &texts)
{
    QStringList all;
    for (const DemoItem &item : texts.items)
        all.append(item.body);
    return all;
}

} // namespace

DemoCrowd::DemoCrowd(DemoWriter &writer, const DemoTexts &texts, const QHash<QString, PersonId> &people,
                     const QHash<QString, model::GroupId> &groups, qint64 items, base::Time from, base::Time until,
                     base::Random &dice)
    : m_writer(writer),
      m_dice(dice),
      m_text(bodies(texts), dice),
      m_zipf(int(texts.groups.size()) + 1),
      m_items(items),
      m_from(from),
      m_until(until)
{
    for (const char *name : {"+1", "heart", "clap", "tada", "smile", "eyes", "white_check_mark", "bulb"})
        m_emoji.append(text::fromShortName(QString::fromLatin1(name)));

    Place wall{ScopeId::directory(), {}, {}, 0};
    for (const model::Person &person : texts.people) {
        if (person.role != model::CompanyRole::Guest)
            wall.writers.push_back({people.value(person.handle), person.handle});
    }
    for (const DemoGroup &group : texts.groups) {
        if (group.group.archived || group.members.isEmpty())
            continue;
        Place place{ScopeId::group(groups.value(group.group.handle)), {}, {}, 0};
        for (const DemoMember &member : group.members)
            place.writers.push_back({people.value(member.handle), member.handle});
        m_places.push_back(place);
    }
    std::stable_sort(m_places.begin(), m_places.end(),
                     [](const Place &a, const Place &b) { return a.writers.size() > b.writers.size(); });
    m_places.insert(m_places.begin() + 1, wall);
    addPeople(std::min<qint64>(mostPeople, items / itemsPerPerson), texts);
}

void DemoCrowd::addPeople(qint64 count, const DemoTexts &texts)
{
    const Env env = m_writer.env();
    for (qint64 i = 0; i < count; ++i) {
        if (i % 500 == 0)
            m_writer.commit();
        WriteView &view = m_writer.view();
        const model::Person &like = texts.people.at(qsizetype(m_dice.below(quint64(texts.people.size()))));
        model::Person person;
        person.fullName = m_text.name(m_dice);
        person.handle = text::handleFrom(person.fullName).left(48) + QString::number(i + 1);
        person.title = like.title;
        person.site = like.site;
        person.country = like.country;
        person.languages = like.languages;
        const PersonId id(base::derivedUuid({"demo_person", person.handle.toUtf8()}));
        if (const auto made = createPerson(view, person, env, id); !made)
            throw store::Failure{made.error()};
        m_extra.append({id, person.handle});
        // All are in the largest group and on the wall; one more group each, as if by trade.
        for (const size_t at : {size_t(0), size_t(1), 2 + size_t(m_dice.below(m_places.size() - 2))}) {
            Place &place = m_places[at];
            place.writers.push_back({id, person.handle});
            if (place.scope.type != model::ScopeType::Group)
                continue;
            if (const auto added = addMember(view, place.scope.groupId(), id, model::Role::Member, env); !added)
                throw store::Failure{added.error()};
        }
    }
    m_writer.commit();
}

base::Time DemoCrowd::timeOf(qint64 index) const
{
    const double share = double(index + 1) / double(m_items + 1);
    return {m_from.us + qint64(share * double(m_until.us - m_from.us))};
}

void DemoCrowd::writeUpTo(base::Time time)
{
    for (; m_done < m_items && timeOf(m_done) < time; ++m_done)
        writeItem(timeOf(m_done));
}

DemoCrowd::Place &DemoCrowd::choosePlace()
{
    // Seven in eight into the largest group, so that there is a place of a million.
    if (m_dice.below(8) != 0)
        return m_places.front();
    return m_places[size_t(m_zipf.draw(m_dice)) % m_places.size()];
}

void DemoCrowd::writeItem(base::Time time)
{
    m_writer.setTime(time);
    Place &place = choosePlace();
    const Extra &author = place.writers[size_t(m_dice.below(place.writers.size()))];
    const bool isPost = place.recent.empty() || m_dice.below(5) < 2;
    TextGenerator::Text made =
        m_text.text(isPost ? m_text.lengthOfPost(m_dice) : m_text.lengthOfComment(m_dice), m_dice);
    QList<Uuid> mentions;
    if (m_dice.below(10) == 0) {
        const Extra &other = place.writers[size_t(m_dice.below(place.writers.size()))];
        made.body = QStringLiteral("@%1 ").arg(other.handle) + made.body;
        mentions << other.id.uuid();
    }
    const Uuid id = base::derivedUuid({"demo_generated", QByteArray::number(m_done)});
    const base::Time now = m_writer.env().clock.now();
    if (!isPost) {
        // Mostly under the newest posts.
        const size_t back =
            std::min(size_t(m_dice.below(place.recent.size())), size_t(m_dice.below(place.recent.size())));
        const auto &root = place.recent[(place.next + place.recent.size() - 1 - back) % place.recent.size()];
        model::Comment comment;
        comment.author = author.id;
        comment.body = made.body;
        comment.mentions = mentions;
        comment.createdAt = now;
        react(m_writer.comment(root, {}, id, comment), place);
        return;
    }
    model::Post post;
    post.author = author.id;
    post.body = made.body;
    post.mentions = mentions;
    post.tags = made.tags;
    post.createdAt = now;
    const auto target = m_writer.post(place.scope, id, post);
    if (place.recent.size() < remembered) {
        place.recent.push_back(target);
        place.next = place.recent.size() % remembered;
    } else {
        place.recent[place.next] = target;
        place.next = (place.next + 1) % remembered;
    }
    react(target, place);
}

void DemoCrowd::react(const DemoWriter::Target &target, const Place &place)
{
    if (m_dice.below(4) != 0)
        return;
    for (quint64 count = 1 + m_dice.below(3); count > 0; --count) {
        const Extra &person = place.writers[size_t(m_dice.below(place.writers.size()))];
        m_writer.react(target, person.id, m_emoji[qsizetype(m_dice.below(quint64(m_emoji.size())))]);
    }
}

} // namespace parvis::server
