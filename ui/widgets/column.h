#pragma once

#include <QString>
#include <QWidget>

class QVBoxLayout;

namespace parvis::ui {

// A page that is one column of cards which scrolls, as wide as is good to read.
class Column : public QWidget {
    Q_OBJECT

public:
    explicit Column(const QString &accessibleName, QWidget *parent = nullptr);
    QVBoxLayout *list() const { return m_list; }
    void clear(); // everything out of the list

private:
    QVBoxLayout *m_list;
};

void emptyLayout(QVBoxLayout *layout);

} // namespace parvis::ui
