#pragma once

#include "bench/row.h"

#include <QEvent>
#include <QWidget>

#include <functional>
#include <vector>

namespace parvis::bench {

// Looks at what the list is about to paint; once the turn is over, it has been painted.
class PaintSpy : public QObject {
public:
    explicit PaintSpy(
        QWidget *viewport, std::function<bool()> shows = [] { return true; })
        : m_shows(std::move(shows))
    {
        viewport->installEventFilter(this);
    }
    int paints = 0; // that showed it

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && m_shows())
            ++paints;
        return false;
    }

private:
    std::function<bool()> m_shows;
};

Outcome inMs(std::vector<double> seconds, double goalP99, double goalMax = 0);

// All that is due: answers, layout, paint. In seconds.
double turn();

} // namespace parvis::bench
