#pragma once

#include "ui/context.h"

#include <QFrame>

#include <functional>

class QLabel;
class QLineEdit;
class QListView;
class QToolButton;

namespace parvis::ui {

class EmojiModel;

// All emoji at a point of the screen: those used lately, nine groups, a search by English and French names, skin tones. One types to
// search, the arrows move, Enter picks, Ctrl+Page changes the group, Escape leaves. Made when it is opened, deletes itself.
class EmojiPicker : public QFrame {
    Q_OBJECT

public:
    EmojiPicker(const Context &context, QWidget *parent);
    void pickAt(QPoint globalPos, std::function<void(const QString &emoji)> picked);
    EmojiModel *model() const { return m_model; }

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeGroups();
    QToolButton *makeTones();
    void showGroup(int group); // -1: those used lately
    void onSearch(const QString &query);
    void onCurrent();
    void pick(int row);
    bool onKey(bool inSearch, int key, bool control);

    Context m_context;
    std::function<void(const QString &)> m_picked;
    EmojiModel *m_model;
    QLineEdit *m_search;
    QListView *m_list;
    QLabel *m_shown;
    QLabel *m_name;
    QList<QToolButton *> m_groups;
    int m_group = -1;
};

} // namespace parvis::ui
