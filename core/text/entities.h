#pragma once

#include <QString>
#include <QStringView>

namespace parvis::text {

// "&amp;" → "&", "&#233;" → "é". Unknown entities and code points that are no characters come back as written.
QString resolveEntity(QStringView entity);

} // namespace parvis::text
