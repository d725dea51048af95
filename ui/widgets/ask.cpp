#include "ui/widgets/ask.h"

#include <QMessageBox>
#include <QPushButton>

namespace parvis::ui {

bool ask(QWidget *parent, const QString &question, const QString &yes)
{
    QMessageBox box(parent);
    box.setTextFormat(Qt::PlainText);
    box.setText(question);
    box.setWindowTitle(QStringLiteral("Parvis"));
    const auto *agree = box.addButton(yes, QMessageBox::AcceptRole);
    box.setDefaultButton(box.addButton(QMessageBox::Cancel));
    box.exec();
    return box.clickedButton() == agree;
}

} // namespace parvis::ui
