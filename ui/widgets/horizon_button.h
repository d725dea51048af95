#pragma once

#include "ui/context.h"

#include <QAbstractButton>

namespace parvis::ui {

class HorizonPanel;

// Where this computer stands towards the server, in words; details and 'work offline' on click.
class HorizonButton : public QAbstractButton {
    Q_OBJECT

public:
    explicit HorizonButton(const Context &context, QWidget *parent = nullptr);
    ~HorizonButton() override;
    QSize sizeHint() const override;
    void refresh();
    void showDetails();
    HorizonPanel *panel() const { return m_panel; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void readSummary();
    void tick();

    Context m_context;
    HorizonPanel *m_panel = nullptr;
    qint64 m_completeUpTo = 0;
    bool m_reading = false;
    base::Scheduler::Handle m_timer = 0;
};

} // namespace parvis::ui
