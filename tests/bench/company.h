#pragma once

#include "bench/corpus.h"
#include "server/row_store.h"

#include <memory>

namespace parvis::bench {

// The made-up company: twelve groups, so that the reader, who is in all of them, holds fifteen scopes. The ids are the
// same in every run.
struct Company {
    static constexpr int groupCount = 12;
    static constexpr int peopleCount = 200;

    Company();
    std::vector<model::PersonId> people; // the first one is the reader
    std::vector<model::GroupId> groups;
    model::PersonId reader() const { return people.front(); }
    model::ScopeId scope(int group) const { return model::ScopeId::group(groups[size_t(group)]); }
    static QString handle(int person);
};

// Company, people, groups and members, in one transaction. Everybody is in every group if `allInAll`, else the reader is,
// and the others in some. With `founded`, company and administrator are there already.
void foundCompany(server::RowStore &store, const Company &company, bool allInAll = false, bool founded = false);

// Writes the corpus into a store, transaction by transaction.
class Filler {
public:
    Filler(server::RowStore &store, const Company &company, quint64 seed = 7);
    // Posts and comments; with them come about 18 reactions for every 100.
    void addItems(qint64 items);
    // Rows of all kinds, of one group only if `group` is not negative.
    void addRows(qint64 rows, int group = -1);

private:
    void put(server::WriteView &view, const Item &item);

    server::RowStore &m_store;
    const Company &m_company;
    Corpus m_corpus;
    QHash<base::Uuid, qint64> m_rootRevs; // of threads
    QHash<int, qint64> m_heads;
};

} // namespace parvis::bench
