#pragma once

#include <QScrollArea>

class QHBoxLayout;

namespace parvis::ui {

// A row of controls that may be longer than there is room: it never makes the window wider, the wheel moves it, and what takes the focus
// is moved into sight.
class Strip : public QScrollArea {
    Q_OBJECT

public:
    explicit Strip(int spacing, QWidget *parent = nullptr);
    QHBoxLayout *row() const { return m_row; }
    void clear();
    void showEnd(); // what was added last is in sight

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void wheelEvent(QWheelEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QHBoxLayout *m_row;
};

} // namespace parvis::ui
