#pragma once

#include "store/reader.h"

namespace parvis::alerts {

using model::Reason;
using model::Uuid;
using store::NoticeItem;

// What a person wants to be told by the desktop; the list in the window has everything in any case.
struct Wishes {
    bool on = true;
    bool mentionsOnly = false; // else replies, and what follows in one's threads, too
    bool operator==(const Wishes &) const = default;
};

// Whether a notice deserves one's attention now. Never what is read, and never what a first sync or an import brought.
bool deserves(const NoticeItem &notice, const Wishes &wishes);

} // namespace parvis::alerts
