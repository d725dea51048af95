#pragma once

#include "ui/context.h"

class QWidget;

namespace parvis::ui {

// Begins to drag documents: within Parvis by their ids, to other programs as copies of those that are on this disk. Nothing begins if the
// mouse was let go before the copies were made.
void dragOut(const Context &context, QWidget *source, const QList<client::DocumentEntry> &entries);

} // namespace parvis::ui
