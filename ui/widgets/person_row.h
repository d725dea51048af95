#pragma once

#include "ui/context.h"

#include <QAbstractButton>

namespace parvis::ui {

// A face and a name; leads to the person's wall.
class PersonRow : public QAbstractButton {
    Q_OBJECT

public:
    PersonRow(const Context &context, const store::PersonCard &person, const QString &detail,
              QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Context m_context;
    store::PersonCard m_person;
    QString m_detail;
};

} // namespace parvis::ui
