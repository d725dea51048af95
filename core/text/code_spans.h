#pragma once

#include <QList>
#include <QStringView>

namespace parvis::text {

struct CodeSpan {
    enum Kind {
        Keyword,
        Type,
        String,
        Number,
        Comment,
        Name
    }; // Name: a key, an attribute, a tag, a variable of the shell
    Kind kind = Keyword;
    int start = 0;
    int length = 0;

    bool operator==(const CodeSpan &) const = default;
};

// The pieces of a block of code that deserve a colour, in order and without overlap. `language` as after the fence ("cpp",
// "Python", "c++ title=x"); of an unknown one, and beyond 20 000 units, there are none. Meant to be right on what people
// paste, not on everything that a compiler takes; any input is accepted, in linear time. Any thread.
QList<CodeSpan> codeSpans(QStringView code, const QString &language);

} // namespace parvis::text
