#pragma once

class QAbstractItemView;
class QLineEdit;

namespace parvis::ui {

// J and K move in a list as Down and Up do, as in the list of posts.
void addListKeys(QAbstractItemView *list);

// Up, Down and the page keys move in the list while one types in the field.
void steerFrom(QLineEdit *field, QAbstractItemView *list);

// The next row, by 1 or -1, that can be chosen, from the current one on; nothing moves at the ends.
void stepInList(QAbstractItemView *list, int by);

} // namespace parvis::ui
