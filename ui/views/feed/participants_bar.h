#pragma once

#include "ui/context.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace parvis::ui {

class ThreadModel;

// Who takes part in a thread: faces that lead to people, and their names. In the order in which they came in.
class ParticipantsBar : public QWidget {
    Q_OBJECT

public:
    ParticipantsBar(const Context &context, ThreadModel *model, QWidget *parent = nullptr);

private:
    void update();

    Context m_context;
    ThreadModel *m_model;
    QHBoxLayout *m_faces;
    QLabel *m_names;
    QList<Uuid> m_shown;
};

} // namespace parvis::ui
