#pragma once

#include "ui/context.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace parvis::ui {

// Over the content while somebody must do something about the line: what happened, what to do, and the button for it. Being
// without a network is no such thing: the horizon tells of that.
class ProblemBar : public QWidget {
    Q_OBJECT

public:
    explicit ProblemBar(const Context &context, QWidget *parent = nullptr);
    QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    Context m_context;
    QLabel *m_text;
    QPushButton *m_signIn;
    QPushButton *m_again;
};

} // namespace parvis::ui
