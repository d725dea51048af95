#pragma once

#include "store/document_item.h"
#include "store/reader_private.h"

#include <optional>

namespace parvis::store {

// A document that nothing waits for, with what is shown of its latest version.
struct HeldDocument {
    model::Uuid id;
    model::Document document;
    QString blob;
    qint64 number = 0;
};

// Everything that one call about documents needs of the snapshot, read once.
class DocumentShelf {
public:
    explicit DocumentShelf(Reader::Private &reader);

    bool isPinned(const model::Uuid &id) const { return m_pins.contains(id); }
    const QSet<model::Uuid> &pins() const { return m_pins; }
    QList<SeenRow> unsent(const model::Uuid &document) const { return m_unsent.value(document); }

    DocumentItem item(const SeenRow &row); // of a folder or document
    DocumentItem item(const model::ScopeId &scope, const HeldDocument &held);
    const QHash<model::Uuid, model::Lock> &locksOf(const model::ScopeId &scope); // by document

private:
    void describe(DocumentItem &item, const model::Folder &folder);
    void describe(DocumentItem &item, const model::Document &document, const HeldDocument *held = nullptr);
    void nameAuthor(DocumentItem &item);
    void layUnsent(DocumentItem &item);

    Reader::Private &m_reader;
    QHash<model::Uuid, OutboxEntry> m_entries;
    QHash<model::Uuid, QList<SeenRow>> m_unsent; // versions by document, in order of writing
    QHash<model::ScopeId, QHash<model::Uuid, model::Lock>> m_locks;
    QSet<model::Uuid> m_active;
    QHash<model::Uuid, std::pair<QString, QString>> m_copies; // name and mark, by document
    QSet<model::Uuid> m_pins;
};

bool isTrashed(const SeenRow &row);
// A folder or document with this id.
std::optional<SeenRow> filed(Reader::Private &reader, const model::Uuid &id);
// Folders or documents that the outbox changes or makes in this scope.
QList<SeenRow> movedRows(Reader::Private &reader, model::Kind kind, const model::ScopeId &scope);

} // namespace parvis::store
