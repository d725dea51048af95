#pragma once

#include "ui/models/backend.h"

// All sentences that are made of data, in the language of the moment (QTranslator and QLocale's default).
namespace parvis::ui::words {

QString clockTime(base::Time time);                    // 14:32
QString relativeTime(base::Time then, base::Time now); // 12 min ago; yesterday, 17:48; 3 Mar 2025
QString fullTime(base::Time time);                     // Monday, 3 March 2025, 14:32
QString dataSize(qint64 bytes);                        // 87.7 MB
QString initials(const QString &name);
quint32 colorSeed(const Uuid &id);

QString horizon(const client::SyncState &state, qint64 completeUpToUs, base::Time now); // one line, top right
QString completeUpTo(qint64 completeUpToUs, base::Time now); // of a search; empty when everything is here
QString problem(client::SyncState::Problem problem);         // what happened and what to do; empty for None
QString secret(const QString &kind);                         // where the session is kept: Backend::secretKind()

QString delay(qint64 roundTripMs);          // how quickly the server answers; negative: not measured
QString waiting(int pending, int rejected); // what the server does not have yet
QString scopeName(const store::SyncSummary::Scope &scope);
QString completeness(const store::SyncSummary::Scope &scope, base::Time now); // what of a place is on this computer

QString error(const base::Error &error); // of any call
QString signInError(const base::Error &error, client::SyncState::Problem problem);
QString refusal(const QString &why);           // of an operation: model/access.h's words, "purged", "depends_on" …
QString operation(const model::Operation &op); // "New post", "Edit of a comment" …

QString section(model::GroupKind kind);   // over a list: "Projects"
QString groupKind(model::GroupKind kind); // of one: "Project"
QString visibility(model::Visibility visibility);
QString role(model::Role role);
QString request(
    const std::optional<model::RequestState> &state); // what became of asking to join; empty: nothing to say
QString placeTitle(const store::PlaceCard &place);
QString placeInDocument(const model::DocumentPlace &place); // page 3; sheet Budget
QString whereFiled(const store::SearchHit &hit);            // of a document or folder: Group › Folder › Folder
QString comments(int count, const QStringList &latestNames); // "5 comments · Aline, Karim and 2 others"
QString reactors(const store::ReactionCount &reaction);      // "Aline Durand, Karim Benali and 4 others"
QString members(int count);
QString draftPlace(const store::DraftItem &draft); // "Post in The bridge", "Answer to Thomas Berger"
QString newPosts(int count);
QString newComments(int count);
QString title(const store::PersonCard &person); // job, guest or bot mark

QString noticeWhy(model::Reason reason); // after the author's name: "mentions you"

// What a screen reader says of a post or comment, or of a notice.
QString sentence(const store::NoticeItem &item, base::Time now);
QString sentence(const store::FeedItem &item, base::Time now);

} // namespace parvis::ui::words
