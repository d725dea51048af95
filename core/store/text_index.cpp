#include "store/text_index.h"

#include "store/cache_sql.h"

#include <sqlite3.h>

#include <algorithm>

namespace parvis::store {

using namespace cache;
using model::Kind;

TextIndex::TextIndex(Database &db)
    : m_has(db.prepare(sql::wordsHas)), m_add(db.prepare(sql::wordsAdd)), m_remove(db.prepare(sql::wordsRemove)), m_addName(db.prepare(sql::namesAdd)),
      m_removeName(db.prepare(sql::namesRemove)), m_addFile(db.prepare(sql::fileWordsAdd)),
      m_removeFile(db.prepare(sql::fileWordsRemove)), m_db(db)
{
}

qint64 TextIndex::rowOf(qint64 order, qint64 ifInUse)
{
    const bool inUse = m_has.bind(1, ifInUse).step();
    m_has.reset();
    return inUse ? crowdedRow(order) : cellOf(order);
}

void TextIndex::add(qint64 order, QByteArrayView body, QByteArrayView place)
{
    if (body.isEmpty())
        return;
    const qint64 row = rowOf(order, cellOf(order));
    if (isCrowdedRow(row))
        m_crowded.push_back({row, body.toByteArray(), place.toByteArray()});
    else
        m_add.bind(1, row).bindUtf8(2, body).bindUtf8(3, place).run();
}

void TextIndex::finish()
{
    std::sort(m_crowded.begin(), m_crowded.end(), [](const auto &a, const auto &b) { return a.row < b.row; });
    for (const Crowded &each : m_crowded)
        m_add.bind(1, each.row).bindUtf8(2, each.body).bindUtf8(3, each.place).run();
    m_crowded.clear();
}

void TextIndex::forget()
{
    m_crowded.clear();
}

void TextIndex::remove(qint64 order, QByteArrayView body, QByteArrayView place)
{
    finish(); // it may be one of those put off
    if (!body.isEmpty())
        m_remove.bind(1, rowOf(order, crowdedRow(order))).bindUtf8(2, body).bindUtf8(3, place).run();
}

void TextIndex::addName(Kind kind, qint64 key, const QString &text)
{
    m_addName.bind(1, nameRowId(kind, key)).bind(2, text).run();
}

void TextIndex::removeName(Kind kind, qint64 key, const QString &text)
{
    m_removeName.bind(1, nameRowId(kind, key)).bind(2, text).run();
}

void TextIndex::addFile(qint64 order, const FileWords &words, QByteArrayView place)
{
    m_addFile.bind(1, fileRowId(words.kind, order)).bind(2, words.name).bind(3, words.body).bindUtf8(4, place).run();
}

void TextIndex::removeFile(qint64 order, const FileWords &words, QByteArrayView place)
{
    m_removeFile.bind(1, fileRowId(words.kind, order)).bind(2, words.name).bind(3, words.body).bindUtf8(4, place).run();
}

bool TextIndex::hasFiles()
{
    return m_db.scalar(sql::fileWordsHasAny) != 0;
}

bool TextIndex::mergeStep(int pages)
{
    const auto before = sqlite3_total_changes64(m_db.handle());
    m_db.prepare(sql::wordsCommand).with(QStringLiteral("merge"), qint64(pages)).run();
    // FTS5 counts the command itself as one change; more than that is work done.
    return sqlite3_total_changes64(m_db.handle()) - before >= 2;
}

void TextIndex::optimize()
{
    m_db.exec(sql::wordsOptimize);
    m_db.exec(sql::namesOptimize);
    m_db.exec(sql::fileWordsOptimize);
}

void TextIndex::wipe()
{
    m_db.exec(sql::wordsWipe);
    m_db.exec(sql::namesWipe);
    m_db.exec(sql::fileWordsWipe);
}

QString nameText(const model::Person &person)
{
    return person.handle + u' ' + person.fullName + u'\n' + person.title + u'\n' + person.site;
}

QString nameText(const model::Group &group)
{
    return group.handle + u' ' + group.title + u'\n' + group.description;
}

QString nameText(const model::GroupCard &card)
{
    return card.handle + u' ' + card.title + u'\n' + card.description;
}

FileWords fileWords(const model::Folder &folder)
{
    return {Kind::Folder, folder.name, {}, folder.author};
}

FileWords fileWords(const model::Document &document)
{
    return {Kind::Document, document.name, {}, document.editor.isNull() ? document.author : document.editor};
}

FileWords fileWords(const model::DocumentText &text)
{
    return {Kind::DocumentText, {}, text.text, text.author};
}

qint64 fileRowId(Kind kind, qint64 order)
{
    return order * 4 + (kind == Kind::Folder ? 0 : kind == Kind::Document ? 1 : 2);
}

FileRow fileRowOf(qint64 rowId)
{
    constexpr Kind kinds[] = {Kind::Folder, Kind::Document, Kind::DocumentText, Kind::DocumentText};
    return {kinds[rowId & 3], rowId >> 2};
}

qint64 nameRowId(Kind kind, qint64 key)
{
    return key * 4 + (kind == Kind::Person ? 0 : kind == Kind::Group ? 1 : 2);
}

NameRow nameRowOf(qint64 rowId)
{
    constexpr Kind kinds[] = {Kind::Person, Kind::Group, Kind::GroupCard, Kind::GroupCard};
    return {kinds[rowId & 3], rowId >> 2};
}

} // namespace parvis::store
