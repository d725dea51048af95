#include "store/tag_uses.h"

#include "protocol/value_codec.h"
#include "store/cache_sql.h"
#include "text/fold.h"

namespace parvis::store {

using namespace cache;

namespace {

// Others' bytes: what no client of ours would have written is not offered.
constexpr qsizetype maxTagLength = 64;
constexpr qsizetype maxTagsOfPost = 64;

QStringList sane(const QStringList &tags)
{
    QStringList kept;
    for (const QString &tag : tags) {
        if (!tag.isEmpty() && tag.size() <= maxTagLength && !kept.contains(tag) && kept.size() < maxTagsOfPost)
            kept.append(tag);
    }
    return kept;
}

QStringList unpacked(QByteArrayView packed)
{
    QStringList tags;
    protocol::CborReader in(packed);
    model::fromValue(protocol::readValue(in, model::fieldTypeOf<QStringList>()), tags);
    return tags;
}

} // namespace

TagUses::TagUses(Database &db)
    : m_db(db),
      m_add(db.prepare(sql::tagUseAdd)),
      m_remove(db.prepare(sql::tagUseRemove)),
      m_drop(db.prepare(sql::tagUseDrop))
{ }

void TagUses::add(qint64 scopeKey, QByteArrayView packed)
{
    if (!packed.isEmpty())
        add(scopeKey, unpacked(packed));
}

void TagUses::add(qint64 scopeKey, const QStringList &tags)
{
    for (const QString &tag : sane(tags))
        m_add.with(scopeKey, text::fold(tag), tag).run();
}

void TagUses::remove(qint64 scopeKey, const QStringList &tags)
{
    for (const QString &tag : sane(tags)) {
        const QString folded = text::fold(tag);
        m_remove.with(scopeKey, folded, tag).run();
        m_drop.with(scopeKey, folded, tag).run();
    }
}

void TagUses::replace(qint64 scopeKey, const QStringList &before, QByteArrayView after)
{
    const QStringList now = after.isEmpty() ? QStringList() : unpacked(after);
    if (before == now)
        return;
    add(scopeKey, now);
    remove(scopeKey, before);
}

void TagUses::purge(qint64 scopeKey)
{
    m_db.prepare(sql::tagUsePurge).with(scopeKey).run();
}

void TagUses::wipe()
{
    m_db.exec(sql::tagUseWipe);
}

bool TagUses::isUncounted()
{
    return m_db.scalar(sql::tagUseUncounted) > 0;
}

void TagUses::countAll()
{
    wipe();
    Statement posts = m_db.prepare(sql::taggedPosts);
    while (posts.step())
        add(posts.integer(0), posts.view(1));
}

} // namespace parvis::store
