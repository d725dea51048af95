#include "base/log.h"
#include "client/file_mark.h"
#include "client/working_copies.h"

#include <QDir>
#include <QFileInfo>

namespace parvis::client {

using model::ScopeType;
using model::Uuid;
using store::Copy;

namespace {

// An empty or missing cache is not a purge (sync rule 27): only what is known of one's own memberships says that one is gone.
bool knowsMyPlaces(const store::SyncSummary &summary)
{
    return std::any_of(summary.scopes.begin(), summary.scopes.end(),
                       [](const auto &each) { return each.scope.type == ScopeType::Person && each.complete; });
}

} // namespace

bool WorkingCopies::waits(const Copy &copy)
{
    const auto entry = m_outbox->entry(copy.base);
    return !entry || (*entry && (*entry)->state != store::OutboxState::Answered);
}

void WorkingCopies::setPerson(const std::optional<model::PersonId> &me)
{
    m_me = me;
    if (me || !QFileInfo::exists(m_folder.workingCopies()) || !openFiles())
        return;
    const auto rows = m_outbox->copies();
    if (rows && !rows->isEmpty())
        remove(*rows);
    QDir(m_folder.workingCopies()).removeRecursively();
    m_begun = false;
}

// Copies of groups that are lost, as everything else of them.
void WorkingCopies::removeWhatMustGo()
{
    if (!m_untidy || !openFiles())
        return;
    const auto summary = m_reader->summary();
    if (!summary)
        return;
    m_untidy = false;
    if (!knowsMyPlaces(*summary))
        return;
    QSet<model::ScopeId> mine;
    for (const auto &each : summary->scopes)
        mine.insert(each.scope);
    QList<Copy> lost;
    for (const auto &[document, copy] : m_watched) {
        if (!mine.contains(copy.copy.scope))
            lost.append(copy.copy);
    }
    if (!lost.isEmpty() && !remove(lost))
        m_untidy = true; // tried again with the next change, and at the next start
    // A folder without a row is what a crash has left of an opening.
    const auto folders = QDir(m_folder.workingCopies()).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &folder : folders) {
        const auto document = Uuid::fromString(folder);
        if (!document || m_watched.contains(*document))
            continue;
        const auto item = m_reader->document(*document);
        if (item && !*item)
            QDir(folderOf(*document)).removeRecursively();
    }
}

// What nobody has touched for long, and what was opened of a document that is no longer there. Never what was changed.
void WorkingCopies::removeUnused()
{
    m_scheduler.after(m_pace.tidied, [this] { removeUnused(); });
    if (!openFiles())
        return;
    QList<Copy> unused;
    const qint64 now = m_clock.now().ms();
    for (const auto &[document, copy] : m_watched) {
        const QString mark = markOf(pathOf(copy.copy));
        if (copy.saving || (mark != copy.copy.mark && !mark.isEmpty()) || waits(copy.copy)
            || isOpenElsewhere(folderOf(document), copy.copy.name))
            continue;
        const bool old = now - std::max(copy.copy.usedAt.ms(), changedMs(mark)) > m_pace.kept;
        const auto item =
            old ? base::Result<std::optional<store::DocumentItem>>(std::nullopt) : m_reader->document(document);
        if (item && !*item && (old || knowsMyPlaces(m_reader->summary().value_or(store::SyncSummary()))))
            unused.append(copy.copy);
    }
    if (!unused.isEmpty())
        remove(unused);
}

// First the files: a row that is left names what still has to go.
bool WorkingCopies::remove(const QList<Copy> &copies)
{
    QList<Uuid> gone;
    for (const Copy &copy : copies) {
        if (m_watcher)
            m_watcher->removePaths({pathOf(copy), folderOf(copy.document)});
        if (QDir folder(folderOf(copy.document)); folder.exists() && !folder.removeRecursively()) {
            qCWarning(base::logStore) << "a document that is open elsewhere cannot be removed";
            continue;
        }
        gone.append(copy.document);
    }
    const bool dropped = m_outbox->dropCopies(gone).has_value();
    for (const Copy &copy : copies) {
        if (dropped && gone.contains(copy.document)) {
            if (const auto found = m_watched.find(copy.document); found != m_watched.end()) {
                m_scheduler.cancel(found->second.next);
                m_watched.erase(found);
            }
            tell(copy, true);
        }
    }
    answerAsked();
    return dropped && gone.size() == copies.size();
}

} // namespace parvis::client
