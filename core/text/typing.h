#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace parvis::text {

// What keys do to plain Markdown while it is being written; positions are UTF-16 units of the whole text. Pure; any thread.

// `removed` units at `at` become `inserted`, then the selection is [anchor, caret).
struct Edit {
    qsizetype at = 0;
    qsizetype removed = 0;
    QString inserted{};
    qsizetype anchor = 0;
    qsizetype caret = 0;

    bool operator==(const Edit &) const = default;
};

struct Selection {
    qsizetype anchor = 0;
    qsizetype caret = 0;

    qsizetype from() const { return qMin(anchor, caret); }
    qsizetype to() const { return qMax(anchor, caret); }
};

// Enter at the caret: the next item of a list, the next line of a quote; the mark of an empty item goes instead. Nothing: an ordinary
// end of line. In code only the indentation goes on.
std::optional<Edit> newLine(QStringView text, qsizetype caret, bool inCode);

// Puts `mark` ("**", "_", "`", "~~") round what is selected, line by line, without the blanks at its ends, or takes it away if it is there.
Edit toggleMark(QStringView text, const Selection &selection, const QString &mark);

enum class LineKind { Bullets, Numbers, Quote, Heading };
// Begins the selected lines so, or no longer if all do.
Edit toggleLines(QStringView text, const Selection &selection, LineKind kind);

// A fence of code round the selected lines, or code inside a line.
Edit toggleCode(QStringView text, const Selection &selection);

// [what is selected](address). Without an address the caret stands where it goes.
Edit makeLink(QStringView text, const Selection &selection, const QString &address);

// Moves the items of a list that are selected one step in or out; nothing if they are none.
std::optional<Edit> indentList(QStringView text, const Selection &selection, bool deeper);

// The address that a clipboard holds and nothing besides: http, https or mailto. Empty: it is something else.
QString soleAddress(const QString &clipboard);

// Pasted text as plain text: line ends of every kind as '\n', no control characters.
QString pastedText(const QString &clipboard);

// What is being completed at the end of `beforeCaret` (one line, up to the caret).
struct Completing {
    QChar sign;          // '@', '#', ':'
    qsizetype start = 0; // of the sign
    QString typed;       // what follows it
};
std::optional<Completing> completingAt(QStringView beforeCaret);

} // namespace parvis::text
