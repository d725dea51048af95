#include "base/module.h"

#include <QCoreApplication>
#include <QLibrary>

namespace parvis::base {

Result<QFunctionPointer> moduleFunction(const char *library, const char *function)
{
    const QString here = QCoreApplication::applicationDirPath();
    QLibrary module;
    for (const QString &folder : {here, here + QStringLiteral("/../lib/parvis")}) {
        module.setFileName(folder + u'/' + QLatin1String(library));
        if (const QFunctionPointer found = module.resolve(function))
            return found;
    }
    return fail(ErrorKind::Storage, QString::fromLatin1(library),
                QStringLiteral("a part of Parvis is not installed: %1").arg(module.errorString()));
}

} // namespace parvis::base
