#pragma once

#include "model/entities.h"
#include "store/database.h"

#include <vector>

namespace parvis::store {

struct FileWords;

// The writing side of the full text, on the writer's connection and in its transactions. Both tables are contentless:
// what is removed must be given as it was added. Throws Failure.
class TextIndex {
public:
    explicit TextIndex(Database &db);

    // A post or comment; `place` is its scope's token and its author's. Empty bodies are not indexed. Quickest in the order of the feed.
    void add(qint64 order, QByteArrayView body, QByteArrayView place);
    void remove(qint64 order, QByteArrayView body, QByteArrayView place);
    void finish(); // before the commit: writes what add() has put off
    void forget(); // after a transaction was rolled back

    void addName(model::Kind kind, qint64 key, const QString &text);
    void removeName(model::Kind kind, qint64 key, const QString &text);

    // `place` as above: the scope's token and that of who is shown as its author.
    void addFile(qint64 order, const FileWords &words, QByteArrayView place);
    void removeFile(qint64 order, const FileWords &words, QByteArrayView place);
    bool hasFiles();

    bool mergeStep(int pages); // false: nothing left to merge
    void optimize();           // leaves no word of removed rows
    void wipe();

private:
    // A new text is crowded out if its cell is in use; an old one was if its own row is.
    qint64 rowOf(qint64 order, qint64 ifInUse);

    // Added at the end, in order: each row below the last one makes FTS5 write out what it has gathered.
    struct Crowded {
        qint64 row;
        QByteArray body;
        QByteArray place;
    };
    std::vector<Crowded> m_crowded;
    Statement m_has;
    Statement m_add;
    Statement m_remove;
    Statement m_addName;
    Statement m_removeName;
    Statement m_addFile;
    Statement m_removeFile;
    Database &m_db;
};

// rowid of `words`. Gaps between rowids are most of what the index stores of a match, and an order counts 1/256 µs. So the
// first text of a cell of about a second has the cell as its rowid, which costs a third less disk, and the few others of
// that second have the complement of their order: both run in the order of the feed, and are read together.
inline constexpr int cellBits = 28;
constexpr qint64 cellOf(qint64 order) { return order >> cellBits; }
constexpr qint64 crowdedRow(qint64 order) { return ~order; }
constexpr bool isCrowdedRow(qint64 rowId) { return rowId < 0; }
constexpr qint64 orderOfCrowded(qint64 rowId) { return ~rowId; }

// What a person or a group is found by.
QString nameText(const model::Person &person);
QString nameText(const model::Group &group);
QString nameText(const model::GroupCard &card);

// What a folder or document is found by: its name, or what stands in it.
struct FileWords {
    model::Kind kind = model::Kind::Document;
    QString name;
    QString body;
    model::PersonId author;
    bool operator==(const FileWords &) const = default;
};
FileWords fileWords(const model::Folder &folder);
FileWords fileWords(const model::Document &document);
FileWords fileWords(const model::DocumentText &text);

// rowid of `file_words`.
struct FileRow {
    model::Kind kind;
    qint64 order;
};
qint64 fileRowId(model::Kind kind, qint64 order);
FileRow fileRowOf(qint64 rowId);

// rowid of `names`.
struct NameRow {
    model::Kind kind;
    qint64 key;
};
qint64 nameRowId(model::Kind kind, qint64 key);
NameRow nameRowOf(qint64 rowId);

} // namespace parvis::store
