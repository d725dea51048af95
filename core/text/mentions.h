#pragma once

#include "text/nodes.h"

#include <QStringList>
#include <QStringView>

namespace parvis::text {

// The handles that a body mentions and its tags, in lower case, each once, in order; code and links do not count.
QStringList mentionedHandles(const Document &document);
QStringList mentionedHandles(QStringView body);
QStringList tags(const Document &document);
QStringList tags(QStringView body);

} // namespace parvis::text
