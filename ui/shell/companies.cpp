#include "ui/shell/companies.h"

namespace parvis::ui {

void Companies::set(const QList<Entry> &entries, const QString &current)
{
    if (entries == m_entries && current == m_current)
        return;
    m_entries = entries;
    m_current = current;
    Q_EMIT changed();
}

QString Companies::neighbour(int step) const
{
    const auto count = int(m_entries.size());
    for (int i = 0; i < count; ++i) {
        if (m_entries.at(i).key == m_current)
            return m_entries.at(((i + step) % count + count) % count).key;
    }
    return m_current;
}

} // namespace parvis::ui
