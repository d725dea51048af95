#include "store/cache_sql.h"
#include "store/document_shelf.h"

#include <algorithm>

namespace parvis::store {

using namespace cache;
using base::Result;
using model::Kind;
using model::ScopeId;
using model::Uuid;

namespace {

struct Place {
    ScopeId scope;
    Uuid id;
};

// Of a statement whose rows are a scope's key and an id.
QList<Place> targetsOf(Reader::Private &reader, Statement &read)
{
    QList<Place> targets;
    while (read.step())
        targets.append({reader.scopeOfKey.value(read.integer(0)), read.uuid(1)});
    return targets;
}

QList<Place> heldTargets(Reader::Private &reader, DocumentShelf &shelf, DocumentView view, int limit)
{
    QList<Place> targets;
    switch (view) {
    case DocumentView::Recent: return targetsOf(reader, reader.of(sql::documentsRecent).with(limit));
    case DocumentView::Mine: return targetsOf(reader, reader.of(sql::documentsMine).with(reader.me.uuid(), limit));
    case DocumentView::Conflicts: return targetsOf(reader, reader.of(sql::documentsSplit).with(limit));
    case DocumentView::Pinned:
        for (const Uuid &id : shelf.pins()) {
            if (const auto row = filed(reader, id))
                targets.append({row->scope, id});
        }
        return targets;
    case DocumentView::Locked:
        for (const auto scopes = reader.scopes.keys(); const ScopeId &scope : scopes) {
            for (const model::Lock &lock : shelf.locksOf(scope)) {
                if (lock.person == reader.me)
                    targets.append({scope, lock.document.uuid()});
            }
        }
        return targets;
    }
    return targets;
}

bool belongs(const DocumentItem &item, DocumentView view, model::PersonId me)
{
    switch (view) {
    case DocumentView::Recent: return true;
    case DocumentView::Pinned: return item.pinned;
    case DocumentView::Mine: return item.author == me;
    case DocumentView::Locked: return item.lockedBy == me;
    case DocumentView::Conflicts: return !item.branches.isEmpty();
    }
    return false;
}

} // namespace

Result<QList<DocumentItem>> Reader::documentView(DocumentView view, int limit)
{
    return d->read([&] {
        DocumentShelf shelf(*d);
        QList<Place> targets = heldTargets(*d, shelf, view, limit);
        // What waits: new ones, and those whose latest version has not been sent.
        for (const Overlay::Target &document : d->overlay.created(Kind::Document))
            targets.append({document.scope, document.id});
        for (const Overlay::Target &version : d->overlay.created(Kind::Version)) {
            if (const auto row = d->seen(Kind::Version, version.scope, version.id))
                targets.append({version.scope, row->as<model::DocumentVersion>().document.uuid()});
        }
        QList<DocumentItem> items;
        QSet<Uuid> met;
        for (const Place &target : std::as_const(targets)) {
            if (met.contains(target.id))
                continue;
            met.insert(target.id);
            const auto row = filed(*d, target.id);
            if (!row || isTrashed(*row) || row->state == ItemState::Rejected)
                continue;
            const DocumentItem item = shelf.item(*row);
            const bool mine =
                view == DocumentView::Mine && row->kind == Kind::Document && row->as<model::Document>().author == d->me;
            if (mine || belongs(item, view, d->me))
                items.append(item);
        }
        std::sort(items.begin(), items.end(), [](const DocumentItem &a, const DocumentItem &b) {
            return a.modifiedAt == b.modifiedAt ? a.id < b.id : a.modifiedAt > b.modifiedAt;
        });
        if (items.size() > limit)
            items.resize(limit);
        return items;
    });
}

} // namespace parvis::store
