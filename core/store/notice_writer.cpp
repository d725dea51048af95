#include "store/notice_writer.h"

#include "protocol/cbor.h"
#include "store/cache_sql.h"

#include <vector>

namespace parvis::store {

using namespace cache;
using model::Kind;
using model::PersonId;
using model::Uuid;

NoticeWriter::NoticeWriter(Database &db)
    : m_db(db),
      m_write(db.prepare(sql::noticeWrite)),
      m_remove(db.prepare(sql::noticeRemove)),
      m_since(db.prepare(sql::mineSince)),
      m_postAuthor(db.prepare(sql::authorOfPost)),
      m_commentAuthor(db.prepare(sql::authorOfComment))
{
    reload();
}

void NoticeWriter::reload()
{
    m_placesKnown = false;
    m_tops.clear();
    m_known.clear();
    Statement identity = m_db.prepare(sql::identityRead);
    m_me = identity.step() ? identity.id<PersonId>(3) : PersonId();
    m_wroteAnywhere = m_db.scalar(sql::mineAny) != 0;
    Statement known = m_db.prepare(sql::knownRead);
    while (known.step())
        m_known.insert(known.integer(0), known.integer(1));
}

bool NoticeWriter::isFresh(qint64 scopeKey, qint64 order) const
{
    const auto known = m_known.constFind(scopeKey);
    return known != m_known.constEnd() && order > *known;
}

// Whether it names me; `myGroup`: whether it names a group that I am in.
bool NoticeWriter::names(QByteArrayView mentions, bool &myGroup)
{
    if (mentions.size() <= 1)
        return false;
    if (!m_placesKnown) {
        m_groups.clear();
        Statement places = m_db.prepare(sql::myPlaces);
        while (places.step()) {
            const auto scope = model::ScopeId::fromString(places.text(0));
            if (scope && scope->type == model::ScopeType::Group)
                m_groups.insert(scope->id);
        }
        m_placesKnown = true;
    }
    bool me = false;
    protocol::CborReader in(mentions);
    for (qint64 count = in.array(); count > 0 && in.ok(); --count) {
        const Uuid id = Uuid::fromBytes(in.bytes());
        me = me || id == m_me.uuid();
        myGroup = myGroup || m_groups.contains(id);
    }
    return me;
}

qint64 NoticeWriter::since(qint64 scopeKey, const Uuid &post)
{
    if (!m_wroteAnywhere)
        return 0;
    const qint64 order = m_since.with(scopeKey, post).step() ? m_since.integer(0) : 0;
    m_since.reset();
    return order;
}

Uuid NoticeWriter::authorOf(Statement &statement, qint64 scopeKey, const Uuid &id)
{
    const Uuid author = !id.isNull() && statement.with(scopeKey, id).step() ? statement.uuid(0) : Uuid();
    statement.reset();
    return author;
}

void NoticeWriter::wrote(qint64 scopeKey, const NoticeRow &row, bool isNew, ChangeSet &changes)
{
    if (m_me.isNull())
        return;
    if (row.author == m_me.uuid()) {
        if (isNew)
            mine(scopeKey, row, changes);
        return;
    }
    weigh(scopeKey, row, isNew, changes);
}

void NoticeWriter::weigh(qint64 scopeKey, const NoticeRow &row, bool isNew, ChangeSet &changes)
{
    model::NoticeFacts facts;
    facts.author = PersonId(row.author);
    facts.blank = row.blank;
    facts.wall = PersonId(row.wall);
    facts.namesMe = names(row.mentions, facts.namesMyGroup);
    if (row.kind == Kind::Comment) {
        const qint64 mine = since(scopeKey, row.post);
        facts.isComment = true;
        facts.tookPart = mine != 0 && mine < row.order;
        // Only in a thread of mine can the rest be mine.
        if (facts.tookPart) {
            const bool underPost = row.parent.isNull() || row.parent == row.post;
            facts.answersPost = underPost;
            facts.postAuthor = underPost ? PersonId(authorOf(m_postAuthor, scopeKey, row.post)) : PersonId();
            facts.parentAuthor = underPost ? PersonId() : PersonId(authorOf(m_commentAuthor, scopeKey, row.parent));
        }
    }
    const auto reason = model::reasonFor(facts, m_me);
    if (!reason) {
        if (!isNew)
            removed(row.order, changes);
        return;
    }
    m_write.with(row.order, scopeKey, row.id, row.post, int(row.kind), int(*reason), isFresh(scopeKey, row.order))
        .run();
    changes.notices = true;
}

// A row of my own: what follows in its thread concerns me, also what came before it.
void NoticeWriter::mine(qint64 scopeKey, const NoticeRow &row, ChangeSet &changes)
{
    m_db.prepare(sql::mineWrite).with(scopeKey, row.post, row.order).run();
    m_wroteAnywhere = true;
    struct Answer {
        NoticeRow row;
        QByteArray mentions;
    };
    std::vector<Answer> answers;
    Statement read = m_db.prepare(sql::threadComments);
    read.with(scopeKey, row.post);
    while (read.step()) {
        Answer each;
        each.row = {Kind::Comment,  read.integer(0), read.uuid(1), row.post, read.uuid(2), {}, read.uuid(3), {},
                    read.boolean(5)};
        each.mentions = read.blob(4);
        if (each.row.order > row.order && each.row.author != m_me.uuid())
            answers.push_back(std::move(each));
    }
    for (Answer &each : answers) {
        each.row.mentions = each.mentions;
        weigh(scopeKey, each.row, false, changes);
    }
}

void NoticeWriter::moved(qint64 fromOrder, qint64 toOrder)
{
    m_db.prepare(sql::noticeMove).with(fromOrder, toOrder).run();
}

void NoticeWriter::removed(qint64 order, ChangeSet &changes)
{
    m_remove.with(order).run();
    changes.notices = changes.notices || m_db.changes() > 0;
}

void NoticeWriter::framed(qint64 scopeKey, qint64 topOrder, bool complete)
{
    qint64 &top = m_tops[scopeKey];
    top = std::max(top, topOrder);
    if (!complete)
        return;
    const auto known = m_known.constFind(scopeKey);
    if (known != m_known.constEnd() && *known >= top)
        return;
    m_db.prepare(sql::knownWrite).with(scopeKey, top).run();
    m_known.insert(scopeKey, top);
}

void NoticeWriter::startedAgain(qint64 scopeKey)
{
    m_db.prepare(sql::knownRemove).with(scopeKey).run();
    m_known.remove(scopeKey);
}

void NoticeWriter::purge(qint64 scopeKey)
{
    m_db.prepare(sql::noticePurge).with(scopeKey).run();
    m_db.prepare(sql::minePurge).with(scopeKey).run();
    startedAgain(scopeKey);
    m_tops.remove(scopeKey);
    m_placesKnown = false;
}

void NoticeWriter::fill(const ScopeTable &scopes)
{
    if (m_db.scalar(sql::dueRead) == 0)
        return;
    m_db.prepare(sql::onceMyPosts).with(m_me).run();
    m_db.prepare(sql::onceMyComments).with(m_me).run();
    m_wroteAnywhere = m_db.scalar(sql::mineAny) != 0;
    ChangeSet changes; // nobody listens yet
    if (!m_me.isNull())
        fillRows(changes);
    QHash<qint64, qint64> tops;
    Statement top = m_db.prepare(sql::onceTop);
    while (top.step())
        tops.insert(top.integer(0), top.integer(1));
    for (const ScopeState &state : scopes.states()) {
        const qint64 key = scopes.find(state.scope)->key.key;
        framed(key, tops.value(key), state.complete());
    }
    m_db.exec(sql::dueRemove);
}

void NoticeWriter::fillRows(ChangeSet &changes)
{
    Statement posts = m_db.prepare(sql::oncePosts);
    posts.with(m_me);
    while (posts.step()) {
        if (posts.uuid(3) == m_me.uuid())
            continue;
        NoticeRow row{Kind::Post, posts.integer(0), posts.uuid(2), posts.uuid(2), posts.uuid(3), posts.uuid(4)};
        row.mentions = posts.view(5);
        row.blank = posts.boolean(6);
        weigh(posts.integer(1), row, true, changes);
    }
    Statement comments = m_db.prepare(sql::onceComments);
    while (comments.step()) {
        if (comments.uuid(3) == m_me.uuid())
            continue;
        NoticeRow row{Kind::Comment, comments.integer(0), comments.uuid(2), comments.uuid(4), comments.uuid(3)};
        row.parent = comments.uuid(5);
        row.mentions = comments.view(6);
        row.blank = comments.boolean(7);
        weigh(comments.integer(1), row, true, changes);
    }
}

} // namespace parvis::store
