#pragma once

#include "ui/context.h"

#include <QDate>
#include <QDialog>

class QCalendarWidget;
class QDateEdit;
class QHBoxLayout;

namespace parvis::ui {

// Asks which day to go to: typed, or picked in the month's sheet.
class DateDialog : public QDialog {
    Q_OBJECT

public:
    explicit DateDialog(const Context &context, QWidget *parent = nullptr);
    QDate date() const;

private:
    QHBoxLayout *monthBar(const Theme &theme);

    QDateEdit *m_field;
    QCalendarWidget *m_month;
};

} // namespace parvis::ui
