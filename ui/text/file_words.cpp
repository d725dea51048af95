#include "ui/text/file_words.h"

#include "text/file_names.h"
#include "ui/delegates/attachment_block.h"
#include "ui/text/words.h"

#include <QCoreApplication>

namespace parvis::ui::words {

using store::AttachmentItem;

namespace {

struct FileSentences {
    Q_DECLARE_TR_FUNCTIONS(FileSentences)
};

// What is not in `table` is told as any refusal is.
QString sentenceOf(const QHash<QString, const char *> &table, const QString &why)
{
    const auto known = table.find(why.section(u':', 0, 0).trimmed());
    return known == table.end() ? refusal(why) : FileSentences::tr(*known);
}

} // namespace

QString fileState(const AttachmentItem &file)
{
    if (!file.why.isEmpty())
        return QStringLiteral("⚠ ") + FileSentences::tr("not sent: %1").arg(fileRefusal(file.why));
    if (file.uploading) {
        const qint64 percent = file.attachment.size > 0 ? 100 * file.sent / file.attachment.size : 0;
        return QStringLiteral("↑ ") + FileSentences::tr("sending %1 %").arg(std::min<qint64>(percent, 99));
    }
    if (file.unsent)
        return FileSentences::tr("waiting to be sent");
    if (file.here)
        return QStringLiteral("✓ ") + FileSentences::tr("on this computer");
    if (!file.missing.isEmpty())
        return QStringLiteral("⚠ ") + fileRefusal(file.missing);
    if (file.wanted)
        return QStringLiteral("↓ ") + FileSentences::tr("being fetched…");
    return FileSentences::tr("on the server");
}

QString fileHint(const AttachmentItem &file)
{
    return QStringList{text::safeFileName(file.attachment.name), dataSize(file.attachment.size), fileState(file)}.join(
        QStringLiteral(" · "));
}

QString fileRefusal(const QString &why)
{
    static const QHash<QString, const char *> table{
        {"too_large", QT_TRANSLATE_NOOP("FileSentences", "This file is larger than the server takes.")},
        {"group_full", QT_TRANSLATE_NOOP("FileSentences",
                                         "The group has no room left for files. Ask its owner or your administrator.")},
        {"person_full",
         QT_TRANSLATE_NOOP("FileSentences", "You have no room left for files on the server. Ask your administrator.")},
        {"no_upload",
         QT_TRANSLATE_NOOP("FileSentences", "The server no longer has what was sent of it. Send it again.")},
        {"bad_chunk", QT_TRANSLATE_NOOP("FileSentences", "It was damaged on its way several times. Send it again.")},
        {"bad_content", QT_TRANSLATE_NOOP("FileSentences", "It was damaged on its way several times. Send it again.")},
        {"incomplete", QT_TRANSLATE_NOOP("FileSentences", "It did not arrive whole. Send it again.")},
        {"not_declared", QT_TRANSLATE_NOOP("FileSentences", "It did not arrive whole. Send it again.")},
        {"no_blob", QT_TRANSLATE_NOOP("FileSentences", "Its content is not on the server. Send it again.")},
        {"no_such_file", QT_TRANSLATE_NOOP("FileSentences", "The server does not have this file any more.")},
        {"file_lost", QT_TRANSLATE_NOOP("FileSentences", "It was removed from this computer before it was sent.")},
        {"file_damaged", QT_TRANSLATE_NOOP("FileSentences", "It was damaged on this computer before it was sent.")},
        {"disk",
         QT_TRANSLATE_NOOP("FileSentences", "It cannot be written to this disk. Free some space, then try again.")},
        {"damaged", QT_TRANSLATE_NOOP("FileSentences", "What the server sends is damaged. Tell your administrator.")},
        {"bad_name", QT_TRANSLATE_NOOP("FileSentences", "A file cannot have this name. Choose another.")},
        {"bad_field", QT_TRANSLATE_NOOP("FileSentences", "The server does not accept what is said of this file.")},
        {"cycle", QT_TRANSLATE_NOOP("FileSentences", "A folder cannot be put into itself.")},
        {"locked", QT_TRANSLATE_NOOP("FileSentences", "Somebody else has locked this document.")},
        {"exists", QT_TRANSLATE_NOOP("FileSentences", "There is a file of this name already.")},
        {"depends_on", QT_TRANSLATE_NOOP("FileSentences", "The text that it goes with was refused.")},
    };
    return sentenceOf(table, why);
}

QString pictureProblem(const QString &why)
{
    static const QHash<QString, const char *> table{
        {"not_a_picture", QT_TRANSLATE_NOOP("FileSentences", "This picture cannot be shown. Save it to look at it.")},
        {"picture_too_large",
         QT_TRANSLATE_NOOP("FileSentences", "This picture is too large to be shown. Save it to look at it.")},
        {"file_too_large",
         QT_TRANSLATE_NOOP("FileSentences", "This picture is too large to be shown. Save it to look at it.")},
        {"file", QT_TRANSLATE_NOOP("FileSentences", "on the server")},
    };
    return sentenceOf(table, why);
}

QString localProblem(const QString &why)
{
    static const QHash<QString, const char *> table{
        {"missing", QT_TRANSLATE_NOOP("FileSentences", "it is not there any more")},
        {"folder", QT_TRANSLATE_NOOP("FileSentences", "it is a folder; choose the files in it")},
        {"unreadable", QT_TRANSLATE_NOOP("FileSentences", "you may not read it")},
        {"empty", QT_TRANSLATE_NOOP("FileSentences", "it is empty")},
        {"too_large", QT_TRANSLATE_NOOP("FileSentences", "it is larger than 4 GiB")},
    };
    return sentenceOf(table, why);
}

QString moreFiles(int count)
{
    return FileSentences::tr("%n more file(s)", nullptr, count);
}

QString filesWith(const QList<AttachmentItem> &files)
{
    const auto pictures = std::count_if(files.begin(), files.end(), isPicture);
    QStringList parts;
    if (pictures > 0)
        parts << FileSentences::tr("%n picture(s)", nullptr, int(pictures));
    if (pictures < files.size())
        parts << FileSentences::tr("%n file(s)", nullptr, int(files.size() - pictures));
    return parts.join(QStringLiteral(", "));
}

QString filesWaiting(const QList<AttachmentItem> &files)
{
    int waiting = 0, refused = 0;
    for (const AttachmentItem &file : files) {
        waiting += file.unsent && file.why.isEmpty();
        refused += !file.why.isEmpty();
    }
    if (refused > 0)
        return QStringLiteral("⚠ ") + FileSentences::tr("%n file(s) not sent", nullptr, refused);
    return waiting > 0 ? QStringLiteral("↑ ") + FileSentences::tr("%n file(s) still to be sent", nullptr, waiting)
                       : QString();
}

QString filesAsList(const QList<AttachmentItem> &files, bool markdown)
{
    QString list;
    for (const AttachmentItem &file : files) {
        QString name = text::safeFileName(file.attachment.name);
        if (markdown) // nothing in a name is a mark
            name = u'`' + name.replace(u'`', u'\'') + u'`';
        list += QStringLiteral("\n- %1 (%2)").arg(name, dataSize(file.attachment.size));
    }
    return list.isEmpty() ? list : list.mid(1);
}

} // namespace parvis::ui::words
