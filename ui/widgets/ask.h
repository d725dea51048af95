#pragma once

#include <QString>

class QWidget;

namespace parvis::ui {

// Asks in plain text, whatever is in it; true if the person chose `yes`.
bool ask(QWidget *parent, const QString &question, const QString &yes);

} // namespace parvis::ui
