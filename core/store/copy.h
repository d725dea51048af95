#pragma once

#include "model/ids.h"
#include "model/scope.h"

#include <QString>

namespace parvis::store {

// A document that is open in another program: its file in the profile, as it was when it was last known.
struct Copy {
    model::Uuid document;
    model::ScopeId scope;
    QString name;      // of the file
    model::OpId base;  // made the content that the file held; null: nobody knows
    QString blob;      // that content
    QString mark;      // of the file then: another one means that it has to be read
    base::Time usedAt; // opened or saved

    bool operator==(const Copy &) const = default;
};

} // namespace parvis::store
