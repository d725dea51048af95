#pragma once

#include "extract/text_sink.h"

namespace parvis::extract {

// The text inside a document, for search: plain text in whatever encoding, Markdown, HTML, docx, xlsx, pptx, odt, ods, odp and PDF.
// Reads files that strangers made, so it runs in a process of its own only (worker.h, confinement.h).

enum class Outcome {
    Text,        // perhaps none: an empty document, a picture, a damaged file
    Unavailable, // the program that reads this kind is not installed
};

// The kind is known by the content; `name` tells Markdown and HTML from plain text. May start `pdftotext`, and waits for it.
Outcome extractText(const QString &path, const QString &name, Extracted &text);

// Whether a document of this name may have text at all: pictures, films, sounds, archives and programs have none.
bool mayHaveText(const QString &name);

} // namespace parvis::extract
