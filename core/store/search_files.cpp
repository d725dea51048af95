#include "store/search.h"

#include "store/cache_sql.h"
#include "text/matching.h"
#include "text/snippet.h"

namespace parvis::store {

using namespace cache;
using model::Kind;
using model::ScopeId;
using model::Uuid;

// Documents and folders: by their names, and by what stands in them, whether their contents are here or not.

namespace {

constexpr qint64 mostRows = 200;  // names and texts that are looked at
constexpr int deepest = 64;       // folders in each other; a loop in damaged rows must end
constexpr int snippetChars = 160;
constexpr int shortBeginning = 2; // letters: texts have too many words that begin so
constexpr qsizetype around = 16'000; // characters from the first match on that a snippet may come from

qsizetype lettersOf(const text::QueryTerm &term)
{
    return QString::fromUtf8(term.tokens.last().exact).size();
}

// Of a long text only what is near the first match: splitting all of it into words is most of the work.
text::Snippet snippetOf(QStringView text, const text::Query &query)
{
    qsizetype from = 0;
    if (text.size() > around) {
        const auto first = text::findMatches(text, query, false, 1);
        from = first.empty() ? 0 : std::max<qsizetype>(0, first.front().start - 2 * snippetChars);
    }
    text::Snippet snippet = text::snippet(text.mid(from, around), query, snippetChars);
    snippet.at += from;
    return snippet;
}

} // namespace

bool Search::wantsFiles() const
{
    return m_query.findsSomething() && (!m_asked.kind || *m_asked.kind == Kind::Document) && !m_asked.wall;
}

bool Search::hasJustBegun() const
{
    const text::QueryTerm &last = m_query.terms.last();
    return last.prefix && !last.excluded && lettersOf(last) <= shortBeginning;
}

// Of a word that has just been begun the names are asked only; texts by the words before it.
QString Search::fileExpression() const
{
    QSet<ScopeId> in = m_in;
    for (const ScopeId &scope : m_in) {
        if (scope.type == model::ScopeType::Group)
            in.insert(ScopeId::texts(scope.groupId()));
    }
    if (!hasJustBegun())
        return narrowed(text::toFts5(m_query), QStringLiteral("name body"), in);
    text::Query others = m_query;
    others.terms.removeLast();
    const QString names = QStringLiteral("({name} : (%1))").arg(text::toFts5(m_query));
    const QString texts = text::toFts5(others);
    return narrowed(texts.isEmpty() ? names : names + QStringLiteral(" OR ({body} : (%1))").arg(texts), QStringLiteral("name body"), in);
}

QList<SearchHit> Search::findFiles()
{
    QList<SearchHit> files;
    if (!wantsFiles())
        return files;
    QHash<Uuid, qsizetype> met;
    addWaitingFiles(met, files);
    QList<FileRow> rows;
    Statement &read = m_reader.of(m_asked.ranked ? sql::searchFilesRanked : sql::searchFiles).with(fileExpression(), mostRows);
    while (read.step())
        rows.append(fileRowOf(read.integer(0)));
    for (const FileRow &row : std::as_const(rows)) {
        // A text may still be found for a name, so the last of the page is no end for those that are on it.
        if (files.size() < m_asked.limit || row.kind == Kind::DocumentText)
            considerFile(row, met, files);
    }
    if (files.size() > m_asked.limit)
        files.resize(m_asked.limit);
    return files;
}

void Search::considerFile(const FileRow &row, QHash<Uuid, qsizetype> &met, QList<SearchHit> &files)
{
    std::optional<HeldRow> held;
    if (row.kind == Kind::DocumentText) {
        held = m_reader.heldRow(row.kind, row.order);
    } else {
        const qint64 key =
            m_reader.number(row.kind == Kind::Folder ? sql::folderOfOrder : sql::documentOfOrder, row.order);
        held = m_reader.heldRow(row.kind, key);
    }
    if (!held)
        return;
    const auto *text = std::get_if<model::DocumentText>(&held->entity);
    const Uuid id = text ? text->document.uuid() : held->id;
    const auto known = met.constFind(id);
    // Names that the outbox touches have been looked at by what they will be.
    if (known != met.constEnd() ? !text || *known < 0 || !files[*known].snippet.isEmpty()
                                : files.size() >= m_asked.limit || (!text && m_reader.overlay.touches(id)))
        return;
    if (text && hasJustBegun() && !text::matches(text->text, m_query))
        return;
    const ScopeId scope = m_reader.scopeOfKey.value(held->scopeKey).ruling();
    const auto seen = m_reader.seen(text ? Kind::Document : row.kind, scope, id);
    auto hit = seen ? fileHit(*seen, text) : std::nullopt;
    if (known != met.constEnd()) {
        if (hit)
            files[*known] = *hit;
        return;
    }
    met.insert(id, hit ? files.size() : -1);
    if (hit)
        files.append(*hit);
}

// Neither it nor a folder above it is in the trash, and it is what is asked for. `path`: the folders.
bool Search::isVisibleFile(const SeenRow &row, QStringList &path)
{
    if (!m_places.contains(row.scope) || (!m_in.isEmpty() && !m_in.contains(row.scope)))
        return false;
    const auto *document = std::get_if<model::Document>(&*row.entity);
    const auto *folder = std::get_if<model::Folder>(&*row.entity);
    if (document ? document->trashed : folder->trashed)
        return false;
    Uuid above = document ? document->folder : folder->parent;
    for (int depth = 0; !above.isNull() && depth < deepest; ++depth) {
        const auto each = m_reader.seen(Kind::Folder, row.scope, above);
        if (!each)
            break;
        if (each->as<model::Folder>().trashed)
            return false;
        path.prepend(each->as<model::Folder>().name);
        above = each->as<model::Folder>().parent;
    }
    return true;
}

// Nothing if it is not to be shown.
std::optional<SearchHit> Search::fileHit(const SeenRow &row, const model::DocumentText *text)
{
    SearchHit hit;
    if (row.state == ItemState::Rejected || !isVisibleFile(row, hit.path))
        return std::nullopt;
    hit.kind = row.kind;
    hit.id = row.id;
    hit.state = row.state;
    hit.place = m_reader.place(row.scope, {});
    model::PersonId author;
    if (row.kind == Kind::Folder) {
        const auto &folder = row.as<model::Folder>();
        author = folder.author;
        hit.title = folder.name;
        hit.createdAt = folder.createdAt;
    } else {
        const auto &document = row.as<model::Document>();
        author = document.editor.isNull() ? document.author : document.editor;
        hit.title = document.name;
        hit.createdAt = document.modifiedAt.isNull() ? document.createdAt : document.modifiedAt;
    }
    hit.order = orderAt(hit.createdAt);
    if ((!m_authors.isEmpty() && !m_authors.contains(author.uuid())) || !m_span.contains(hit.order))
        return std::nullopt;
    hit.author = m_reader.card(author);
    if (text) {
        const text::Snippet snippet = snippetOf(text->text, m_query);
        hit.snippet = snippet.text;
        for (const text::Highlight &each : snippet.highlights)
            hit.highlights.append({each.start, each.length});
        hit.spot = model::placeAt(text->places, snippet.at);
    }
    return hit;
}

void Search::addWaitingFiles(QHash<Uuid, qsizetype> &met, QList<SearchHit> &files)
{
    for (const Kind kind : {Kind::Folder, Kind::Document}) {
        for (const Overlay::Target &target : m_reader.overlay.created(kind) + m_reader.overlay.changed(kind)) {
            const auto row = met.contains(target.id) ? std::nullopt : m_reader.seen(kind, target.scope, target.id);
            const QString name = !row ? QString() : kind == Kind::Folder ? row->as<model::Folder>().name : row->as<model::Document>().name;
            const auto hit = row && text::matches(name, m_query) ? fileHit(*row, nullptr) : std::nullopt;
            if (!hit)
                continue;
            met.insert(target.id, files.size());
            files.append(*hit);
        }
    }
}

// By relevance posts and documents have no common measure: of a full page the documents have a quarter.
void Search::mixIn(const QList<SearchHit> &files)
{
    const qsizetype room = std::max<qsizetype>(m_asked.limit - m_hits.size(), m_asked.limit / 4);
    const qsizetype kept = std::min(files.size(), room);
    m_hits.resize(std::min<qsizetype>(m_hits.size(), m_asked.limit - kept));
    m_hits.append(files.first(kept));
}

} // namespace parvis::store
