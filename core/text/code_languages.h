#pragma once

#include <QSet>
#include <QString>

namespace parvis::text {

// How one family of languages is read.
struct CodeLanguage {
    enum Shape { Plain, Shell, Markup, Data }; // Markup: HTML and XML; Data: JSON
    Shape shape = Plain;
    QSet<QString> keywords;
    QSet<QString> types;
    bool ignoresCase = false;   // SQL
    bool slashComments = false; // two slashes to the end of the line, slash and star
    bool hashComments = false;  // # …
    bool dashComments = false;  // -- …
    bool tripleQuotes = false;  // """ … """ over lines
    bool backQuotes = false;    // ` … ` over lines
    bool preprocessor = false;  // #include
    bool decorators = false;    // @name
    bool doubledQuotes = false; // '' inside '…', no backslash
    bool singleIsString = true; // false: Rust's lifetimes and characters
};

// nullptr: not known. `name` in lower case.
const CodeLanguage *codeLanguage(const QString &name);

} // namespace parvis::text
