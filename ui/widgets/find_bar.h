#pragma once

#include "ui/models/place_finder.h"
#include "ui/widgets/labels.h"

class QLineEdit;

namespace parvis::ui {

// Over a list: one field, how many were found, next and previous. Escape closes it, Enter goes on, Shift+Enter back.
class FindBar : public Ground {
    Q_OBJECT

public:
    FindBar(const Theme &theme, PlaceFinder *finder, QWidget *parent = nullptr);

    void open(qint64 from); // looks from this order on; again: selects the text
    void setFrom(qint64 from) { m_from = from; }
    void closeBar();
    QLineEdit *field() const { return m_field; }
    QString countText() const { return m_count->text(); }

Q_SIGNALS:
    void queryChanged(const QString &text); // empty: nothing is looked for any more
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void find();
    void tell();

    PlaceFinder *m_finder;
    QLineEdit *m_field;
    QLabel *m_count;
    QPushButton *m_previous;
    QPushButton *m_next;
    qint64 m_from = 0;
};

} // namespace parvis::ui
