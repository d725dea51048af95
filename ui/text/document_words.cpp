#include "ui/text/document_words.h"

#include "text/file_kinds.h"
#include "ui/text/file_words.h"
#include "ui/text/words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace parvis::ui::words {

namespace {

struct DocumentWords {
    Q_DECLARE_TR_FUNCTIONS(DocumentWords)
};

using client::DocumentState;

} // namespace

QString documentKind(const store::DocumentItem &item)
{
    if (item.kind == model::Kind::Folder)
        return DocumentWords::tr("Folder");
    switch (text::fileKind(item.name)) {
    case text::FileKind::Text: return DocumentWords::tr("Text");
    case text::FileKind::Pdf: return DocumentWords::tr("PDF document");
    case text::FileKind::Picture: return DocumentWords::tr("Picture");
    case text::FileKind::Sheet: return DocumentWords::tr("Table");
    case text::FileKind::Slides: return DocumentWords::tr("Slides");
    case text::FileKind::Archive: return DocumentWords::tr("Archive");
    case text::FileKind::Sound: return DocumentWords::tr("Sound");
    case text::FileKind::Film: return DocumentWords::tr("Film");
    case text::FileKind::Program: return DocumentWords::tr("Program");
    case text::FileKind::Other: return DocumentWords::tr("File");
    }
    return {};
}

QString shortTime(base::Time then, base::Time now)
{
    const QDate day = QDateTime::fromMSecsSinceEpoch(then.ms()).date();
    const qint64 days = day.daysTo(QDateTime::fromMSecsSinceEpoch(now.ms()).date());
    if (days == 1)
        return DocumentWords::tr("yesterday");
    if (days > 1 && days < 7)
        return QLocale().dayName(day.dayOfWeek());
    return relativeTime(then, now);
}

QString documentState(const client::DocumentEntry &entry, bool kept)
{
    const bool pinned = kept || entry.item.pinned;
    if (!entry.item.why.isEmpty())
        return DocumentWords::tr("⚠ refused");
    if (entry.item.kind == model::Kind::Folder) {
        if (entry.item.pending)
            return DocumentWords::tr("waiting to be sent");
        return pinned ? DocumentWords::tr("kept here") : QString();
    }
    switch (entry.state) {
    case DocumentState::Here:
        return pinned ? DocumentWords::tr("✓ kept here") : DocumentWords::tr("✓ on this computer");
    case DocumentState::Changed: return DocumentWords::tr("↑ waiting to be sent");
    case DocumentState::Sending: return DocumentWords::tr("↑ being sent");
    case DocumentState::Conflict: return DocumentWords::tr("⚠ two versions");
    case DocumentState::Server:
        return pinned ? DocumentWords::tr("↓ will be fetched") : DocumentWords::tr("on the server");
    case DocumentState::Missing: return DocumentWords::tr("no content yet");
    }
    return {};
}

QString lockedBy(const store::DocumentItem &item, const model::PersonId &me, base::Time now)
{
    if (item.lockedBy.isNull() || item.lockedUntil <= now)
        return {};
    const auto dayOf = [](base::Time time) { return QDateTime::fromMSecsSinceEpoch(time.ms()).date(); };
    const bool today = dayOf(item.lockedUntil) == dayOf(now);
    const QString until = today ? clockTime(item.lockedUntil) : fullTime(item.lockedUntil);
    return item.lockedBy == me ? DocumentWords::tr("Locked by you until %1").arg(until)
                               : DocumentWords::tr("Locked by %1 until %2").arg(item.lockedByName, until);
}

QString version(const store::VersionItem &version)
{
    return version.unsent ? DocumentWords::tr("Not sent yet")
                          : DocumentWords::tr("Version %1").arg(version.version.number);
}

QString items(int count)
{
    return DocumentWords::tr("%n item(s)", nullptr, count);
}

QString transferState(const client::Transfer &transfer)
{
    if (!transfer.why.isEmpty())
        return fileRefusal(transfer.why);
    const QString size = dataSize(transfer.size);
    if (!transfer.active && transfer.done == 0)
        return DocumentWords::tr("waits · %1").arg(size);
    const int percent = transfer.size > 0 ? int(std::min<qint64>(100, transfer.done * 100 / transfer.size)) : 100;
    return transfer.active ? DocumentWords::tr("%1 % of %2").arg(QLocale().toString(percent), size)
                           : DocumentWords::tr("waits · %1 % of %2").arg(QLocale().toString(percent), size);
}

QString documentError(const base::Error &error)
{
    using base::ErrorKind;
    if (error.kind == ErrorKind::Conflict && error.where == u"locked")
        return DocumentWords::tr(
            "Somebody else has locked this document. Wait until it is free, or save yours under another name.");
    if (error.kind == ErrorKind::Conflict
        && (error.where == u"document" || error.where == u"folder" || error.where == u"move"))
        return DocumentWords::tr("Something else has this name here. Choose another one.");
    if (error.kind == ErrorKind::Conflict && error.where == u"file")
        return DocumentWords::tr("The file changes while it is read. Close it in the other program, then try again.");
    if (error.kind == ErrorKind::Offline && error.where == u"file")
        return DocumentWords::tr("This document is not on this computer. It can be fetched when there is a line.");
    if (error.kind == ErrorKind::Usage && error.where == u"too_many_files")
        return DocumentWords::tr("These are too many files at once. Add them in parts.");
    if (error.kind == ErrorKind::Usage && error.where == u"name")
        return DocumentWords::tr("This name cannot be used. Leave out slashes, and keep it shorter than 200 letters.");
    if (error.kind == ErrorKind::Usage && error.where == u"move")
        return DocumentWords::tr("A document stays in its group. Save it, and add it to the other one.");
    if (error.kind == ErrorKind::Storage)
        return DocumentWords::tr(
            "The file cannot be read or written. Look whether the disk is full and whether you may use that folder.");
    return words::error(error);
}

QString copyProblem(const client::WorkingCopy &copy)
{
    if (copy.why == u"locked")
        return DocumentWords::tr(
            "Somebody else has locked this document: what you save becomes a version beside theirs.");
    if (copy.why == u"archived" || copy.why == u"not_member")
        return DocumentWords::tr("You can read this document, but not change it here.");
    if (copy.why == u"gone")
        return DocumentWords::tr("This document is no longer there. Your file stays as it is.");
    if (copy.why == u"vanished")
        return DocumentWords::tr("The file was moved or removed by the other program. Open the document again.");
    if (copy.why == u"unreadable")
        return DocumentWords::tr("Another program keeps the file to itself. It is read as soon as that one lets go.");
    if (copy.why == u"disk")
        return DocumentWords::tr("The disk is full. What you saved is taken as soon as there is room.");
    return copy.why.isEmpty() ? QString() : fileRefusal(copy.why);
}

QString sentence(const client::DocumentEntry &entry, bool kept, base::Time now)
{
    const store::DocumentItem &item = entry.item;
    QStringList parts{item.name, documentKind(item)};
    if (item.kind != model::Kind::Folder) {
        parts << dataSize(item.size);
        if (item.versions > 0)
            parts << DocumentWords::tr("version %1").arg(item.number);
    }
    if (!item.authorName.isEmpty())
        parts << DocumentWords::tr("changed by %1, %2").arg(item.authorName, relativeTime(item.modifiedAt, now));
    parts << documentState(entry, kept);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

} // namespace parvis::ui::words
