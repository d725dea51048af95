#pragma once

#include "ui/context.h"

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;

namespace parvis::ui {

// "The post is deleted. Undo": at the foot of the window for as long as it can be taken back. Ctrl+Z does it too, unless one writes.
class UndoBar : public QWidget {
    Q_OBJECT

public:
    static constexpr qint64 holdMs = 10'000; // how long the operation stays on this computer
    static constexpr qint64 shownMs = 9'000; // less, so that nobody presses a button that can do nothing any more

    UndoBar(const Context &context, QWidget *parent);
    ~UndoBar() override;

    void offer(const QString &plainText, const model::OpId &op); // that is still on this computer
    void offerUndo(const QString &plainText, const std::function<void()> &undo);
    void undo();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void end();

    Context m_context;
    QLabel *m_text;
    QPushButton *m_undo;
    std::function<void()> m_takeBack;
    base::Scheduler::Handle m_timer = 0;
};

} // namespace parvis::ui
