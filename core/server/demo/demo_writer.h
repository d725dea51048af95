#pragma once

#include "server/demo/demo.h"
#include "server/people.h"

#include <QHash>

#include <vector>

namespace parvis::server {

// Writes posts, comments and reactions in order of time, in transactions of a bounded size. The clock follows what is
// written, so that every row has the server's time that it would have had. Throws store::Failure.
class DemoWriter {
public:
    DemoWriter(RowStore &store, base::Random &random) : m_store(store), m_random(random) { }

    WriteView &view();
    Env env() { return {m_clock, m_random}; }
    void setTime(base::Time time);
    void commit();

    // A post or a comment that is there: what its comments and reactions need to know.
    struct Target {
        Uuid id;
        Uuid post; // the thread's root; itself if it is a post
        ScopeId scope;
        qint64 rootRev = 0;
        PersonId author;
    };
    Target post(const ScopeId &scope, const Uuid &id, const model::Post &post);
    void edit(const Target &target, const QString &body, const QString &before);
    // `parent`: the comment that it answers, or null.
    Target comment(const Target &root, const Uuid &parent, const Uuid &id, model::Comment comment);
    void react(const Target &target, PersonId person, const QString &emoji); // emoji fully qualified

    const DemoReport &counts() const { return m_counts; }

private:
    static constexpr int rowsPerCommit = 10'000;

    void put(const ScopeId &scope, StoredRow &row, const model::Entity &entity);
    qint64 head(const ScopeId &scope);

    RowStore &m_store;
    base::Random &m_random;
    base::ManualClock m_clock{{1}};
    std::unique_ptr<WriteView> m_view;
    QHash<ScopeId, qint64> m_heads;
    int m_rows = 0;
    DemoReport m_counts;
};

} // namespace parvis::server
