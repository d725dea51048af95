#pragma once

#include "ui/context.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QCheckBox;
class QScrollArea;
class QVBoxLayout;

namespace parvis::ui {

// What the line at the top right stands for, in sentences: the last contact, how quickly the server answers, what waits,
// and for each place what of it is on this computer. A popup; Escape closes it.
class HorizonPanel : public QWidget {
    Q_OBJECT

public:
    explicit HorizonPanel(const Context &context, QWidget *parent = nullptr);

    void showUnder(QWidget *button);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refresh();
    void readPlaces();
    void showPlaces(const store::SyncSummary &summary);
    QLabel *fact(QVBoxLayout *layout, const QString &name);
    void fit();

    Context m_context;
    QLabel *m_line;
    QLabel *m_problem;
    QLabel *m_contact;
    QLabel *m_delay;
    QLabel *m_waiting;
    QLabel *m_places;
    QVBoxLayout *m_list;
    QScrollArea *m_area;
    QWidget *m_rows;
    QCheckBox *m_offline;
    QPushButton *m_connect;
    QPushButton *m_signIn;
    QPushButton *m_outbox;
    QWidget *m_under = nullptr;
    qint64 m_completeUpTo = 0;
    bool m_reading = false;
};

} // namespace parvis::ui
