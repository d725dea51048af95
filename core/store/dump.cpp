#include "store/json_text.h"
#include "store/reader_private.h"

namespace parvis::store {

using base::Result;
using model::Kind;
using model::ScopeId;
using model::Uuid;

namespace {

QByteArray entityJson(const SeenRow &row)
{
    QList<QPair<QByteArray, QByteArray>> members{{"kind", jsonText(model::toString(row.kind))},
                                                 {"id", jsonText(row.id.toString())},
                                                 {"scope", jsonText(row.scope.toString())}};
    std::visit(
        [&](const auto &entity) {
            model::forEachField<std::decay_t<decltype(entity)>>([&](const auto &field) {
                members.append({field.name, jsonValue(entity.*(field.member))});
            });
        },
        *row.entity);
    return jsonObject(members);
}

QList<Kind> kindsByName()
{
    QList<Kind> kinds(model::allKinds.begin(), model::allKinds.end());
    std::sort(kinds.begin(), kinds.end(), [](Kind a, Kind b) { return model::toString(a) < model::toString(b); });
    return kinds;
}

} // namespace

Result<QByteArray> Reader::dump(const std::optional<ScopeId> &scope, qint64 *entities)
{
    return d->read([&] {
        QByteArray out = "[";
        qint64 count = 0;
        for (const Kind kind : kindsByName()) {
            QList<QPair<Uuid, ScopeId>> ids;
            for (auto each = d->scopes.cbegin(); each != d->scopes.cend(); ++each) {
                if (scope && each.key() != *scope)
                    continue;
                for (const Uuid &id : d->heldIds(kind, each.key()))
                    ids.append({id, each.key()});
            }
            for (const Overlay::Target &target : d->overlay.created(kind)) {
                if (!scope || target.scope == *scope)
                    ids.append({target.id, target.scope});
            }
            std::sort(ids.begin(), ids.end());
            ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
            for (const auto &[id, place] : ids) {
                const auto row = d->seen(kind, place, id);
                if (!row || row->state == ItemState::Rejected)
                    continue;
                out += (count++ > 0 ? "," : "") + entityJson(*row);
            }
        }
        if (entities)
            *entities = count;
        return out + "]";
    });
}

} // namespace parvis::store
