#include "app/desktop/settings_keeper.h"

#include "base/log.h"
#include "base/thread_guard.h"

#include <QFile>
#include <QSettings>

namespace parvis::app {

namespace {

// QSettings writes beside the file and renames.
void put(const QString &file, const QVariantMap &values, bool gone)
{
    base::offUiThread("files: settings");
    if (gone) {
        QFile::remove(file);
        return;
    }
    QSettings settings(file, QSettings::IniFormat);
    settings.clear();
    for (auto each = values.cbegin(); each != values.cend(); ++each)
        settings.setValue(each.key(), each.value());
    settings.sync();
    if (settings.status() != QSettings::NoError)
        qCWarning(base::logUi) << "cannot be written:" << file;
}

} // namespace

SettingsKeeper::SettingsKeeper() : m_worker(new QObject)
{
    m_thread.setObjectName(QStringLiteral("settings"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
}

SettingsKeeper::~SettingsKeeper()
{
    if (!m_thread.isRunning())
        return;
    // After what is being written.
    QMetaObject::invokeMethod(
        m_worker,
        [this] {
            for (auto each = m_states.cbegin(); each != m_states.cend(); ++each) {
                if (each->waiting)
                    put(each.key(), each->values, each->gone);
            }
        },
        Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

QVariantMap SettingsKeeper::read(const QString &file) const
{
    if (const auto held = m_states.constFind(file); held != m_states.cend())
        return held->values;
    base::offUiThread("files: settings");
    const QSettings settings(file, QSettings::IniFormat);
    QVariantMap values;
    for (const QString &key : settings.allKeys())
        values.insert(key, settings.value(key));
    return values;
}

void SettingsKeeper::keep(const QString &file, const QVariantMap &values)
{
    const auto held = m_states.constFind(file);
    if (held != m_states.cend() && !held->gone && held->values == values)
        return;
    State &state = m_states[file];
    state.values = values;
    state.gone = false;
    write(file);
}

void SettingsKeeper::forget(const QString &file)
{
    State &state = m_states[file];
    state.values.clear();
    state.gone = true;
    write(file);
}

void SettingsKeeper::write(const QString &file)
{
    State &state = m_states[file];
    state.waiting = state.writing;
    if (state.writing)
        return;
    state.writing = true;
    if (!m_thread.isRunning())
        m_thread.start(QThread::LowPriority);
    QMetaObject::invokeMethod(m_worker, [this, file, values = state.values, gone = state.gone] {
        put(file, values, gone);
        QMetaObject::invokeMethod(this, [this, file] {
            State &state = m_states[file];
            state.writing = false;
            if (state.waiting)
                write(file);
        });
    });
}

} // namespace parvis::app
