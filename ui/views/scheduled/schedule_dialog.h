#pragma once

#include "ui/context.h"

#include <QDialog>

class QDateTimeEdit;
class QLabel;
class QPlainTextEdit;
class QVBoxLayout;

namespace parvis::ui {

// When a post is to be published; of one that waits already, its text too.
class ScheduleDialog : public QDialog {
    Q_OBJECT

public:
    ScheduleDialog(const Context &context, QWidget *parent); // of a new post
    ScheduleDialog(const Context &context, const store::ScheduledItem &item, QWidget *parent);

    base::Time at() const;
    QString body() const;
    void setAt(base::Time at);

    // The times that are offered at a press: in an hour, tomorrow morning, next Monday morning. Local time.
    struct Choice {
        QString text;
        base::Time at;
    };
    static QList<Choice> choices(base::Time now);

private:
    void build(bool withText, const QString &button);
    void tell();

    Context m_context;
    QDateTimeEdit *m_when = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QLabel *m_hint = nullptr;
};

} // namespace parvis::ui
