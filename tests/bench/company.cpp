#include "bench/company.h"

#include "base/clock.h"
#include "base/random.h"
#include "bench/plain_rows.h"
#include "bench/row.h"
#include "server/people.h"
#include "store/database.h"

namespace parvis::bench {

using namespace model;
using namespace server;

namespace {

constexpr qint64 rowsATransaction = 5'000;

// Runs code that throws store::Failure.
template<class F>
void stored(F &&body)
{
    take(store::guarded(std::forward<F>(body)));
}

} // namespace

Company::Company() : people(makePeopleIds(peopleCount))
{
    Dice dice(13);
    for (int i = 0; i < groupCount; ++i)
        groups.push_back(GroupId(dice.uuidAt(Corpus::startUs - 1)));
}

QString Company::handle(int person)
{
    return person == 0 ? QStringLiteral("reader") : QStringLiteral("person.%1").arg(person);
}

void foundCompany(RowStore &store, const Company &company, bool allInAll, bool founded)
{
    base::ManualClock clock({Corpus::startUs});
    base::SeededRandom random(17);
    const Env env{clock, random};
    stored([&] {
        const auto view = store.write();
        if (!founded)
            take(createCompany(*view, {QStringLiteral("Benchmark"), {}, {}}, env));
        for (size_t i = 0; i < company.people.size(); ++i) {
            if (server::person(*view, company.people[i]))
                continue;
            Person person;
            person.handle = Company::handle(int(i));
            person.fullName = QStringLiteral("Camille Martin %1").arg(i);
            person.title = QStringLiteral("Ingénieur");
            person.site = QStringLiteral("Lyon");
            take(createPerson(*view, person, env, company.people[i]));
        }
        for (size_t i = 0; i < company.groups.size(); ++i) {
            Group group;
            group.handle = QStringLiteral("group.%1").arg(i);
            group.title = QStringLiteral("Group %1").arg(i);
            group.visibility = Visibility::Public;
            take(createGroup(*view, group, env, company.groups[i]));
            for (size_t at = 0; at < company.people.size(); ++at) {
                if (at == 0 || allInAll || (at + i) % 4 == 0)
                    take(addMember(*view, company.groups[i], company.people[at], Role::Member, env));
            }
        }
        view->commit();
    });
}

Filler::Filler(RowStore &store, const Company &company, quint64 seed)
    : m_store(store), m_company(company), m_corpus(Company::groupCount, company.people, seed)
{ }

void Filler::put(WriteView &view, const Item &item)
{
    const ScopeId scope = m_company.scope(item.group);
    auto head = m_heads.find(item.group);
    if (head == m_heads.end())
        head = m_heads.insert(item.group, view.scope(scope)->head);
    if (item.kind == Kind::Post)
        m_rootRevs.insert(item.id, *head + 1);
    StoredRow row;
    row.kind = qint64(item.kind);
    row.id = item.id;
    row.order = item.order;
    row.parent = item.parent;
    row.rootRev = m_rootRevs.value(item.root);
    row.payload = protocol::encodeEntity(item.entity);
    view.put(scope, row, item.at);
    *head = row.rev;
}

void Filler::addItems(qint64 items)
{
    qint64 last = 0;
    while (items > 0) {
        stored([&] {
            const auto view = m_store.write();
            for (qint64 i = 0; i < rowsATransaction && items > 0; ++i) {
                const Item item = m_corpus.next();
                put(*view, item);
                last = item.order;
                items -= item.kind != Kind::Reaction;
            }
            view->raiseOrder(last);
            view->commit();
        });
    }
}

void Filler::addRows(qint64 rows, int group)
{
    m_heads.clear(); // others may have written meanwhile
    qint64 last = 0;
    while (rows > 0) {
        stored([&] {
            const auto view = m_store.write();
            for (qint64 i = 0; i < rowsATransaction && rows > 0; ++i) {
                Item item = m_corpus.next();
                if (group >= 0 && item.group != group)
                    continue;
                put(*view, item);
                last = item.order;
                --rows;
            }
            view->raiseOrder(last);
            view->commit();
        });
    }
}

} // namespace parvis::bench
