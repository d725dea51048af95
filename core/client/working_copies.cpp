#include "client/working_copies.h"

#include "base/log.h"
#include "client/file_mark.h"

#include <QDir>
#include <QFileInfo>

namespace parvis::client {

using base::ErrorKind;
using model::Uuid;
using store::Copy;

WorkingCopies::WorkingCopies(const ProfileFolder &folder, const base::Clock &clock, base::Random &random,
                             const std::atomic<bool> &connected, Save save, const Pace &pace)
    : m_folder(folder),
      m_clock(clock),
      m_random(random),
      m_connected(connected),
      m_save(std::move(save)),
      m_pace(pace),
      m_scheduler(this)
{ }

WorkingCopies::~WorkingCopies() = default;

base::Result<void> WorkingCopies::openFiles()
{
    if (!m_files) {
        auto files = blobs::LocalStore::open(m_folder.blobs());
        if (!files)
            return base::fail(files.error());
        m_files = std::move(*files);
    }
    if (!m_outbox) {
        auto outbox = store::Outbox::open(m_folder.outbox(), m_random);
        if (!outbox)
            return base::fail(outbox.error());
        m_outbox = std::move(*outbox);
    }
    if (!m_reader) {
        auto reader = store::Reader::open(m_folder.cache(), m_folder.outbox());
        if (!reader)
            return base::fail(reader.error());
        m_reader = std::move(*reader);
    }
    return {};
}

QString WorkingCopies::folderOf(const Uuid &document) const
{
    return m_folder.workingCopies() + QLatin1Char('/') + document.toString();
}

QString WorkingCopies::pathOf(const Copy &copy) const
{
    return folderOf(copy.document) + QLatin1Char('/') + copy.name;
}

// A profile in which nothing was ever opened pays one look at its folder.
void WorkingCopies::begin()
{
    if (m_begun || !m_me || !QFileInfo::exists(m_folder.workingCopies()))
        return;
    if (const auto ready = openFiles(); !ready) {
        qCWarning(base::logStore) << "documents open elsewhere are not watched:" << ready.error().detail;
        return;
    }
    m_begun = true;
    readRows();
    m_untidy = true;
    removeWhatMustGo();
    removeUnused();
    lookAtAll();
}

void WorkingCopies::reopen()
{
    m_reader.reset();
    m_outbox.reset();
    m_begun = false;
    for (const auto &[document, copy] : m_watched)
        m_scheduler.cancel(copy.next);
    m_watched.clear(); // what the writer has just taken is known from its row
    begin();
}

void WorkingCopies::finish()
{
    if (m_begun)
        removeWhatMustGo();
    m_begun = false;
    m_watcher.reset();
    m_reader.reset();
    m_outbox.reset();
}

// As another process of the profile may have left them.
void WorkingCopies::readRows()
{
    const auto rows = m_outbox->copies();
    if (!rows)
        return;
    QSet<Uuid> there;
    for (const Copy &row : *rows) {
        there.insert(row.document);
        Watched &copy = m_watched[row.document];
        if (copy.copy == row)
            continue;
        copy.copy = row;
        if (!copy.saving)
            lookAgain(copy, 0);
    }
    for (auto each = m_watched.begin(); each != m_watched.end();) {
        if (there.contains(each->first)) {
            ++each;
            continue;
        }
        m_scheduler.cancel(each->second.next);
        each = m_watched.erase(each);
    }
}

void WorkingCopies::lookAtAll()
{
    QList<Uuid> all;
    for (const auto &[document, copy] : m_watched)
        all.append(document);
    for (const Uuid &document : std::as_const(all))
        look(document);
}

void WorkingCopies::lookAgain(Watched &copy, qint64 delayMs)
{
    m_scheduler.cancel(copy.next);
    copy.next = m_scheduler.after(delayMs, [this, document = copy.copy.document] { look(document); });
}

// The folder tells what is renamed into it, the file what is written in place.
void WorkingCopies::watch(const Copy &copy)
{
    if (!m_watcher) {
        m_watcher = std::make_unique<QFileSystemWatcher>();
        for (const auto signal : {&QFileSystemWatcher::fileChanged, &QFileSystemWatcher::directoryChanged})
            connect(m_watcher.get(), signal, this, &WorkingCopies::noticed);
    }
    const QString path = pathOf(copy);
    m_watcher->removePath(path); // it may be another file by now
    m_watcher->addPath(path);
    const QString folder = folderOf(copy.document);
    if (!m_watcher->directories().contains(folder))
        m_watcher->addPath(folder);
}

bool WorkingCopies::isWatched(const Copy &copy) const
{
    return m_watcher->files().contains(pathOf(copy)) && m_watcher->directories().contains(folderOf(copy.document));
}

void WorkingCopies::noticed(const QString &path)
{
    const QString below = path.mid(m_folder.workingCopies().size() + 1);
    const auto document = Uuid::fromString(below.section(QLatin1Char('/'), 0, 0));
    const auto found = document ? m_watched.find(*document) : m_watched.end();
    if (found == m_watched.end())
        return;
    Watched &copy = found->second;
    if (markOf(pathOf(copy.copy)) != copy.copy.mark && !std::exchange(copy.changed, true))
        tell(copy.copy);
    if (!copy.saving)
        lookAgain(copy, m_pace.quiet);
}

void WorkingCopies::look(const Uuid &document)
{
    const auto found = m_watched.find(document);
    if (!m_begun || found == m_watched.end() || found->second.saving)
        return; // looked at again when the writer has answered
    Watched &copy = found->second;
    m_scheduler.cancel(std::exchange(copy.next, 0));
    watch(copy.copy);
    const QString mark = markOf(pathOf(copy.copy));
    const qint64 now = m_clock.monotonicMs();
    if (mark != copy.seen || copy.seenMs < 0) {
        copy.seen = mark;
        copy.seenMs = now;
    }
    const bool quiet = now - copy.seenMs >= m_pace.quiet || m_clock.now().ms() - changedMs(mark) >= m_pace.quiet;
    if (mark == copy.copy.mark) {
        settled(copy);
        if (!isWatched(copy.copy))
            lookAgain(copy, m_pace.unwatched);
        return;
    }
    if (mark.isEmpty()) {
        // Editors take it away for a moment when they save.
        if (now - copy.seenMs < m_pace.quiet)
            return lookAgain(copy, m_pace.quiet);
        copy.changed = false;
        return failed(copy, QStringLiteral("vanished"));
    }
    if (!std::exchange(copy.changed, true))
        tell(copy.copy);
    if (!quiet)
        return lookAgain(copy, m_pace.quiet);
    take(copy, mark);
}

// Nothing of it has to become a version.
void WorkingCopies::settled(Watched &copy)
{
    const bool news = std::exchange(copy.changed, false) || !copy.why.isEmpty();
    copy.why.clear();
    copy.failures = 0;
    if (news)
        tell(copy.copy);
    answerAsked();
}

void WorkingCopies::take(Watched &copy, const QString &mark)
{
    const auto known = blobs::Hash::fromHex(copy.blob);
    if (copy.taken != mark || !known || !m_files->has(*known)) {
        const auto file = m_files->add(pathOf(copy.copy));
        if (!file && file.error().kind == ErrorKind::Conflict)
            return lookAgain(copy, m_pace.quiet); // it is being written
        if (!file)
            return failed(copy, file.error().kind == ErrorKind::Storage ? QStringLiteral("disk")
                                                                        : QStringLiteral("unreadable"));
        if (markOf(pathOf(copy.copy)) != mark)
            return lookAgain(copy, m_pace.quiet);
        copy.taken = mark;
        copy.blob = file->hash.toHex();
        copy.size = file->size;
    }
    Copy to = copy.copy;
    to.blob = copy.blob;
    to.mark = mark;
    to.usedAt = m_clock.now();
    if (to.blob == copy.copy.blob) { // written, and the same as before
        const auto moved = m_outbox->moveCopy(copy.copy, to);
        return saved(copy.copy.document,
                     moved ? base::Result<std::optional<Copy>>(*moved ? std::optional(to) : std::nullopt)
                           : base::fail(moved.error()));
    }
    copy.saving = true;
    m_save(
        *m_me, copy.copy, to, copy.size,
        [this, document = to.document](const base::Result<std::optional<Copy>> &result) { saved(document, result); });
}

void WorkingCopies::saved(const Uuid &document, const base::Result<std::optional<Copy>> &result)
{
    const auto found = m_watched.find(document);
    if (!m_begun || found == m_watched.end())
        return;
    Watched &copy = found->second;
    copy.saving = false;
    if (!result)
        return failed(copy, result.error().kind == ErrorKind::Storage ? QStringLiteral("disk") : result.error().where);
    if (const auto hash = blobs::Hash::fromHex(copy.blob))
        m_files->settle(*hash);
    if (*result)
        copy.copy = **result;
    else
        readRows(); // another process was first
    look(document);
}

// The file stays as it is; it is tried again, ever more seldom.
void WorkingCopies::failed(Watched &copy, const QString &why)
{
    const qint64 delayMs = std::min(m_pace.lastRetry, m_pace.firstRetry << std::min(copy.failures++, 16));
    lookAgain(copy, delayMs);
    if (std::exchange(copy.why, why) != why) {
        qCWarning(base::logStore) << "a document that is open elsewhere:" << why;
        tell(copy.copy);
    }
    answerAsked();
}

void WorkingCopies::changed(const store::ChangeSet &changes)
{
    if (!m_begun)
        begin(); // another process of the profile may have opened the first one
    if (!m_begun)
        return;
    if (changes.outbox)
        readRows();
    // A purge is told as a wide change.
    if (changes.wide && !std::exchange(m_untidy, true))
        m_scheduler.after(m_pace.quiet, [this] { removeWhatMustGo(); });
    for (auto &[document, copy] : m_watched) {
        if (!copy.why.isEmpty() && !copy.saving && changes.scopes.contains(copy.copy.scope))
            lookAgain(copy, 0); // what kept it back may be over
    }
}

void WorkingCopies::takeAll(const std::function<void(int)> &answer)
{
    begin();
    if (!m_begun)
        return answer(0);
    readRows();
    m_asked.append({m_clock.monotonicMs() + m_pace.mostAsked, answer});
    m_scheduler.after(m_pace.mostAsked + 1, [this] { answerAsked(); });
    lookAtAll();
    answerAsked();
}

void WorkingCopies::answerAsked()
{
    if (m_asked.isEmpty())
        return;
    const bool busy = std::any_of(m_watched.begin(), m_watched.end(), [](const auto &each) {
        return each.second.saving || each.second.seenMs < 0 || (each.second.changed && each.second.why.isEmpty());
    });
    const int left =
        int(std::count_if(m_watched.begin(), m_watched.end(), [](const auto &each) { return each.second.changed; }));
    const qint64 now = m_clock.monotonicMs();
    QList<Asked> waiting;
    for (const Asked &each : std::exchange(m_asked, {})) {
        if (busy && now < each.untilMs)
            waiting.append(each);
        else
            each.answer(left);
    }
    m_asked.append(waiting);
}

void WorkingCopies::tell(const Copy &copy, bool row)
{
    store::ChangeSet changes;
    changes.outbox = row;
    changes.add({model::Kind::Document, copy.document, copy.scope});
    Q_EMIT moved(changes);
    if (row && !m_connected)
        ProfileFolder::touch(m_folder.outboxSignal());
}

} // namespace parvis::client
