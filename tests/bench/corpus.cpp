#include "bench/corpus.h"

#include "model/derived_ids.h"

namespace parvis::bench {

using namespace model;

namespace {

constexpr size_t liveThreads = 60;
constexpr const char *emojis[] = {"👍", "❤️", "🎉", "😂", "👏", "🙏"};

} // namespace

Corpus::Corpus(int groups, std::vector<PersonId> people, quint64 seed)
    : m_people(std::move(people)), m_dice(seed), m_threads(size_t(groups))
{ }

int Corpus::pickGroup()
{
    // Half of what is left to each next one, but never less than a trickle.
    const int groups = int(m_threads.size());
    const double u = m_dice.unit();
    return std::min(groups - 1, int(double(groups) * u * u));
}

PersonId Corpus::pickPerson()
{
    const double u = m_dice.unit();
    return m_people[std::min(m_people.size() - 1, size_t(double(m_people.size()) * u * u))];
}

Entity Corpus::makePost(Item &item)
{
    Post post;
    post.author = pickPerson();
    post.body = QString::fromUtf8(makeBody(m_words, m_dice, 28, 220));
    post.createdAt = {item.at - qint64(m_dice.below(400'000))};
    if (m_dice.chance(0.08))
        post.mentions.append(pickPerson().uuid());
    if (m_dice.chance(0.1))
        post.tags.append(QString::fromUtf8(m_words.word(100 + m_dice.below(200))));
    post.pinned = m_dice.chance(0.002);
    item.root = item.id;
    auto &threads = m_threads[size_t(item.group)];
    threads.push_back({item.id, {}});
    if (threads.size() > liveThreads)
        threads.pop_front();
    return post;
}

Entity Corpus::makeComment(Item &item, Thread &thread)
{
    Comment comment;
    comment.post = PostId(thread.post);
    if (!thread.lastComment.isNull() && m_dice.chance(0.3))
        comment.parent = CommentId(thread.lastComment);
    comment.author = pickPerson();
    comment.body = QString::fromUtf8(makeBody(m_words, m_dice, 13, 120));
    comment.createdAt = {item.at - qint64(m_dice.below(400'000))};
    item.root = item.parent = thread.post;
    thread.lastComment = item.id;
    return comment;
}

Entity Corpus::makeReaction(Item &item, const Thread &thread)
{
    Reaction reaction;
    const bool onComment = !thread.lastComment.isNull() && m_dice.chance(0.4);
    reaction.target = onComment ? thread.lastComment : thread.post;
    reaction.post = PostId(thread.post);
    reaction.person = pickPerson();
    reaction.emoji = QString::fromUtf8(emojis[m_dice.below(std::size(emojis))]);
    reaction.createdAt = {item.at};
    item.id = reactionId(reaction.target, reaction.person, reaction.emoji);
    item.parent = reaction.target;
    item.root = thread.post;
    return reaction;
}

Item Corpus::next()
{
    Item item;
    m_now += 1'000'000 + qint64(m_dice.below(44'000'000)); // a million items in about a year
    item.at = m_now;
    item.order = m_now * 256;
    item.group = pickGroup();
    item.id = m_dice.uuidAt(m_now);
    auto &threads = m_threads[size_t(item.group)];
    const double u = m_dice.unit();
    if (threads.empty() || u < 0.34) {
        item.kind = Kind::Post;
        item.entity = makePost(item);
        return item;
    }
    const double v = m_dice.unit();
    Thread &thread = threads[threads.size() - 1 - size_t(double(threads.size()) * v * v * 0.999)];
    if (u >= 0.85) {
        item.kind = Kind::Reaction;
        item.entity = makeReaction(item, thread);
        const qsizetype before = m_reactions.size();
        m_reactions.insert(item.id);
        if (m_reactions.size() > before)
            return item;
        item.id = m_dice.uuidAt(m_now); // there can be one only: say something instead
    }
    item.kind = Kind::Comment;
    item.entity = makeComment(item, thread);
    return item;
}

} // namespace parvis::bench
