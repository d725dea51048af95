#pragma once

#include "base/random.h"
#include "base/result.h"
#include "model/operation.h"
#include "protocol/messages.h"
#include "store/copy.h"

#include <memory>

namespace parvis::store {

enum class OutboxState : int {
    Pending = 0,  // not answered yet (numbered or not)
    Answered = 1, // acknowledged; its overlay stays until the cache has passed the answer's revs
    Rejected = 2  // refused or not sent: text kept, with the reason, until edited, retried or discarded
};

struct OutboxEntry {
    qint64 seq = 0; // local order of writing, never reused
    model::Operation op;
    model::LaneId lane;  // null until numbered
    qint64 number = 0;   // 0 until first sent (sync rule 19)
    OutboxState state = OutboxState::Pending;
    QString why;                      // of a rejected one: the server's word, or "purged"
    QList<protocol::Touched> touched; // of an answered one
    bool isVoid = false;              // discarded by the person after it had a number (rule 25): shown nowhere
    base::Time heldUntil;             // not sent before: until then discarding it leaves no trace
    model::Uuid upload;               // has to be complete first; null if none, or once it is (sync rule 19)

    // A clock that was set back must not hold anything for years.
    bool isHeld(base::Time now) const { return heldUntil > now && heldUntil <= now.plusMs(maxHoldMs); }
    static constexpr qint64 maxHoldMs = 60'000;
};

// A file on its way to the server. Its bytes are in the profile's folder of contents, by their hash.
struct Upload {
    model::Uuid id;
    model::ScopeId scope;
    model::Uuid document; // null for attachments
    QString blob;         // SHA-256, hexadecimal
    qint64 size = 0;
    qint64 sent = 0;      // bytes that had to be sent so far, by whatever process
    bool active = false;  // a process is at it
    bool complete = false;

    bool operator==(const Upload &) const = default;
};

// A file that is wanted here.
struct Download {
    model::ScopeId scope;
    model::Uuid row; // the version or attachment that names it
    QString blob;
    qint64 size = 0;
    enum Priority { Open = 0, Pinned = 1 };
    int priority = Open;
    QString why; // it cannot be had

    bool operator==(const Download &) const = default;
};

// outbox.db: what the server has not acknowledged. synchronous FULL: an append that returned survives a power cut.
// Several processes may append; only the holder of the connection numbers, answers and deletes. One thread an object.
class Outbox {
public:
    // Makes the file (and its lane) if absent. ":memory:" for tests.
    static base::Result<std::unique_ptr<Outbox>> open(const QString &path, base::Random &random);
    ~Outbox();

    // Durable when it returns; several at once are one transaction. A draft, and a change of read mark, replaces an
    // unnumbered operation of its own on the same entity (design, "Drafts").
    base::Result<void> append(const QList<model::Operation> &ops, base::Time heldUntil = {});
    // The same for operations that wait until a file is on the server: the upload is made with them.
    base::Result<void> append(const QList<model::Operation> &ops, const Upload &upload);
    // The same, each waiting for a file of its own, or for none.
    struct Waiting {
        model::Operation op;
        std::optional<Upload> upload{};
    };
    base::Result<void> appendWaiting(const QList<Waiting> &ops);

    base::Result<QList<OutboxEntry>> entries(); // all, by seq
    base::Result<std::optional<OutboxEntry>> entry(model::OpId id);
    base::Result<qint64> pendingCount();  // pending and answered, without void ones
    base::Result<qint64> rejectedCount();

    // ---- the person's choices about one operation ----
    // Rejected → pending under a new id and new seq, at once with the ids in `dependsOn` and `baseOp` of others that
    // named the old one, rejected ones too (rule 24). `body`: replaces the text of a post, comment or draft if given.
    // Error Refused if it is not rejected.
    base::Result<model::OpId> retry(model::OpId id, model::OpId newId, const std::optional<QString> &body = {});
    // Unnumbered or rejected: gone. Numbered and pending: becomes void. Either way dependants without a number are
    // rejected with "depends_on". Error Refused if answered already.
    base::Result<void> discard(model::OpId id);

    // ---- files under way ----
    base::Result<QList<Upload>> uploads();                        // those that are not complete, oldest first
    base::Result<std::optional<Upload>> upload(const model::Uuid &id); // complete ones too, for a day
    base::Result<void> uploadMoved(const model::Uuid &id, bool active, qint64 sent); // bytes sent so far
    base::Result<void> uploadComplete(const model::Uuid &id, base::Time now); // what waited for it may be numbered
    // What waits for it is rejected with the server's word.
    base::Result<void> uploadFailed(const model::Uuid &id, const QString &why);
    base::Result<void> dropUploads(base::Time completeBefore);    // and those that nothing waits for any more
    base::Result<void> wantDownload(const Download &download);    // again: the lower priority number counts
    base::Result<QList<Download>> downloads();                    // most urgent first
    base::Result<void> downloadEnded(const model::Uuid &row, const QString &why); // empty: it is here

    // ---- documents that are open in other programs ----
    base::Result<QList<Copy>> copies();
    base::Result<std::optional<Copy>> copy(const model::Uuid &document);
    base::Result<void> keepCopy(const Copy &copy); // new, or instead of the one of its document
    // Base, content, mark and time of use become those of `to`. False: it is not (any more) as in `from`.
    base::Result<bool> moveCopy(const Copy &from, const Copy &to);
    // The same, in one commit with the operations that were made of a save: appended if, and only if, it was moved.
    base::Result<bool> append(const QList<model::Operation> &ops, const Upload &upload, const Copy &from,
                              const Copy &to);
    base::Result<void> dropCopies(const QList<model::Uuid> &documents); // without a trace in the file

    // ---- for the sync machine ----
    model::LaneId lane() const; // new operations get their number in this one
    base::Result<QList<model::LaneId>> lanes(); // the current one and those of numbered entries
    base::Result<qint64> highestNumber(); // given out in the current lane
    // Gives numbers, in seq order, to at most `max` pending entries that may go now: all that they depend on is numbered
    // or gone, and no earlier unnumbered entry of the same entity stands before them. Committed before it returns.
    // Nothing that is held at `now`, and nothing of its entity after it.
    base::Result<QList<OutboxEntry>> numberNext(int max, base::Time now = {});
    base::Result<void> markAnswered(model::OpId id, const QList<protocol::Touched> &touched);
    // Keeps the text, frees the number, and rejects, with "depends_on", what depends on it and has no number (rule 30):
    // what names it in `dependsOn`, and what changes the entity that it would have created. A void one just goes.
    base::Result<void> markRejected(model::OpId id, const QString &why);
    base::Result<void> remove(const QList<model::OpId> &ids); // an overlay has ended, or a void was answered
    // Answered operations touching the scope under another epoch than `epoch` are pending again, same id and number
    // (rule 17).
    base::Result<int> reopenAnswered(const model::ScopeId &scope, model::EpochId epoch);
    base::Result<int> reopenAnswered(model::OpId id);
    // Numbers of `lane` up to this one are no longer in the file: what `done` may say (rule 22).
    base::Result<qint64> doneUpTo(model::LaneId lane);
    // The file is an old copy (rule 23): a new lane for what has no number.
    base::Result<void> startLane();
    // The server went back (rule 23): a new lane; pending entries of `lane` with a number above `last` are numbered
    // again in it, in their order; answered ones above `last` are pending again first.
    base::Result<void> renumberAbove(model::LaneId lane, qint64 last);
    // Access to the scope was lost (rule 35): unnumbered → rejected "purged"; numbered ones wait on without overlay.
    // Answered operations that touch only this scope end at once (rule 27).
    base::Result<void> purgeScope(const model::ScopeId &scope);
    base::Result<bool> isPurged(const model::ScopeId &scope);      // no overlay is laid on it
    base::Result<void> clearPurged(const model::ScopeId &scope);   // when the scope is granted again

private:
    struct Private;
    explicit Outbox(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace parvis::store
