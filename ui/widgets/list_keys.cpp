#include "ui/widgets/list_keys.h"

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>

namespace parvis::ui {

namespace {

constexpr int pageRows = 8;

class ListKeys : public QObject {
public:
    explicit ListKeys(QAbstractItemView *list) : QObject(list), m_list(list) { }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() != QEvent::KeyPress)
            return false;
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() != Qt::NoModifier || (key->key() != Qt::Key_J && key->key() != Qt::Key_K))
            return false;
        stepInList(m_list, key->key() == Qt::Key_J ? 1 : -1);
        return true;
    }

private:
    QAbstractItemView *m_list;
};

class FieldKeys : public QObject {
public:
    FieldKeys(QLineEdit *field, QAbstractItemView *list) : QObject(field), m_list(list) { }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() != QEvent::KeyPress)
            return false;
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() & ~Qt::KeypadModifier)
            return false;
        const int step = key->key() == Qt::Key_Down       ? 1
                         : key->key() == Qt::Key_Up       ? -1
                         : key->key() == Qt::Key_PageDown ? pageRows
                         : key->key() == Qt::Key_PageUp   ? -pageRows
                                                          : 0;
        for (int i = 0; i < qAbs(step); ++i)
            stepInList(m_list, step > 0 ? 1 : -1);
        return step != 0;
    }

private:
    QAbstractItemView *m_list;
};

} // namespace

void addListKeys(QAbstractItemView *list)
{
    list->installEventFilter(new ListKeys(list));
}

void steerFrom(QLineEdit *field, QAbstractItemView *list)
{
    field->installEventFilter(new FieldKeys(field, list));
}

void stepInList(QAbstractItemView *list, int by)
{
    const auto *model = list->model();
    const int rows = model ? model->rowCount() : 0;
    const QModelIndex current = list->currentIndex();
    int row = current.isValid() ? current.row() + by : by > 0 ? 0 : rows - 1;
    while (row >= 0 && row < rows && !(model->flags(model->index(row, 0)) & Qt::ItemIsSelectable))
        row += by;
    if (row < 0 || row >= rows)
        return;
    list->setCurrentIndex(model->index(row, 0));
    list->scrollTo(model->index(row, 0));
}

} // namespace parvis::ui
