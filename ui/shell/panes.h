#pragma once

#include <QList>
#include <QObject>
#include <QPointer>

#include <functional>

class QWidget;

namespace parvis::ui {

// The parts of the window, from left to right. F6 takes the focus from one to the next, where it was there last.
class Panes : public QObject {
    Q_OBJECT

public:
    explicit Panes(QObject *parent);

    // `preferred`: what takes the focus at the first visit; nothing: the first control that can.
    void add(QWidget *pane, std::function<QWidget *()> preferred = {});
    void step(int by); // 1 or -1; parts that are folded away are passed over
    bool focus(QWidget *pane);

private:
    struct Pane {
        QPointer<QWidget> widget;
        std::function<QWidget *()> preferred;
        QPointer<QWidget> last; // that had the focus
    };
    void remember(QWidget *now);
    bool enter(Pane &pane);

    QList<Pane> m_panes;
};

} // namespace parvis::ui
