#include "base/log.h"

namespace parvis::base {

Q_LOGGING_CATEGORY(logStore, "parvis.store", QtWarningMsg)
Q_LOGGING_CATEGORY(logSync, "parvis.sync", QtWarningMsg)
Q_LOGGING_CATEGORY(logNet, "parvis.net", QtWarningMsg)
Q_LOGGING_CATEGORY(logAuth, "parvis.auth", QtWarningMsg)
Q_LOGGING_CATEGORY(logServer, "parvis.server", QtInfoMsg)
Q_LOGGING_CATEGORY(logUi, "parvis.ui", QtWarningMsg)

} // namespace parvis::base
