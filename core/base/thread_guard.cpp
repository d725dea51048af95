#include "base/thread_guard.h"

#include "base/log.h"

#include <QSet>

namespace parvis::base {

namespace {

thread_local UiThreadMark::Report uiReport = nullptr;

void log(const char *place)
{
    thread_local QSet<QByteArray> told;
    if (told.contains(place))
        return;
    told.insert(place);
    qCCritical(logUi, "the window's thread enters what may block it: %s", place);
}

} // namespace

UiThreadMark::UiThreadMark(Report report)
{
    uiReport = report ? report : log;
    detail::isUiThread = true;
}

UiThreadMark::~UiThreadMark()
{
    detail::isUiThread = false;
}

void detail::entered(const char *place)
{
    uiReport(place);
}

} // namespace parvis::base
