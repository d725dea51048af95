#pragma once

#include "bench/vocabulary.h"
#include "model/entities.h"

#include <QSet>

#include <deque>
#include <vector>

namespace parvis::bench {

// One post, comment or reaction of a made-up company, in order of time.
struct Item {
    model::Kind kind = model::Kind::Post;
    base::Uuid id;
    base::Uuid parent; // of a comment its post, of a reaction its target
    base::Uuid root;   // the thread; of a post itself
    int group = 0;     // 0 … groups - 1; the first ones are the liveliest
    qint64 order = 0;
    qint64 at = 0; // microseconds
    model::Entity entity;
};

// The same items from the same seed. Of 100 rows about 34 are posts, 51 comments and 15 reactions; comments and
// reactions go to one of the newest posts of their group.
class Corpus {
public:
    Corpus(int groups, std::vector<model::PersonId> people, quint64 seed = 7);

    Item next();
    const Vocabulary &words() const { return m_words; }
    static constexpr qint64 startUs = 1'735'689'600'000'000; // 2025-01-01

private:
    struct Thread {
        base::Uuid post;
        base::Uuid lastComment;
    };
    int pickGroup();
    model::PersonId pickPerson();
    model::Entity makePost(Item &item);
    model::Entity makeComment(Item &item, Thread &thread);
    model::Entity makeReaction(Item &item, const Thread &thread);

    Vocabulary m_words;
    std::vector<model::PersonId> m_people;
    Dice m_dice;
    qint64 m_now = startUs;
    std::vector<std::deque<Thread>> m_threads; // the newest of each group
    QSet<base::Uuid> m_reactions;
};

} // namespace parvis::bench
