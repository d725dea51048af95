#pragma once

#include "server/demo/demo_texts.h"
#include "server/demo/demo_writer.h"
#include "server/demo/text_generator.h"

namespace parvis::server {

// The generated part of a large demo: more people, and posts and comments spread evenly over the company's time, most of
// them in its largest group. Everything comes from the given dice.
class DemoCrowd {
public:
    struct Extra {
        PersonId id;
        QString handle;
    };

    DemoCrowd(DemoWriter &writer, const DemoTexts &texts, const QHash<QString, PersonId> &people,
              const QHash<QString, model::GroupId> &groups, qint64 items, base::Time from, base::Time until,
              base::Random &dice);

    // Writes what happened before `time`.
    void writeUpTo(base::Time time);
    const QList<Extra> &people() const { return m_extra; }

private:
    static constexpr int mostPeople = 2'000;
    static constexpr qint64 itemsPerPerson = 400;
    static constexpr size_t remembered = 256; // newest posts of a place: comments and reactions go to these

    struct Place {
        ScopeId scope;
        std::vector<Extra> writers;
        std::vector<DemoWriter::Target> recent;
        size_t next = 0;
    };

    void addPeople(qint64 count, const DemoTexts &texts);
    void writeItem(base::Time time);
    void react(const DemoWriter::Target &target, const Place &place);
    Place &choosePlace();
    base::Time timeOf(qint64 index) const;

    DemoWriter &m_writer;
    base::Random &m_dice;
    TextGenerator m_text;
    std::vector<Place> m_places; // the largest group first
    Zipf m_zipf;
    QList<Extra> m_extra;
    QStringList m_emoji;
    qint64 m_items;
    qint64 m_done = 0;
    base::Time m_from;
    base::Time m_until;
};

} // namespace parvis::server
