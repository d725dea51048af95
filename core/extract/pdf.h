#pragma once

#include "extract/extract.h"

namespace parvis::extract {

// Page by page, by Poppler's `pdftotext` as a process: its licence is not ours, and what it reads may break it. It has the
// limits of this process and ends with it.
Outcome addPdf(TextSink &out, const QString &path);

} // namespace parvis::extract
