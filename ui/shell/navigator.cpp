#include "ui/shell/navigator.h"

namespace parvis::ui {

namespace {

constexpr int maxPast = 50;

}

void Navigator::go(const Place &place)
{
    if (!(m_place == place)) {
        m_past.append(m_place);
        if (m_past.size() > maxPast)
            m_past.removeFirst();
    }
    m_place = place;
    Q_EMIT moved(m_place);
}

void Navigator::search(const QString &text)
{
    go({.kind = Place::Search});
    Q_EMIT searchWanted(text);
}

void Navigator::back()
{
    if (m_past.isEmpty())
        return;
    m_place = m_past.takeLast();
    m_place.reply = false;
    Q_EMIT moved(m_place);
}

} // namespace parvis::ui
