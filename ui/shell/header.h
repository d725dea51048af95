#pragma once

#include "ui/context.h"
#include "ui/shell/navigator.h"
#include "ui/widgets/labels.h"

class QMenu;

namespace parvis::ui {

class HorizonButton;

// Over the content: where one is, and how far this computer is up to date.
class Header : public Ground {
    Q_OBJECT

public:
    explicit Header(const Context &context, QWidget *parent = nullptr);

    void show(const QString &title, const QString &badge, const QString &detail);
    void setBackVisible(bool visible);
    void setMembersVisible(bool visible);
    void setJoinVisible(bool visible);
    void setOther(const QString &text); // the other side of a group: its documents, its posts; empty: there is none
    void setMenu(QMenu *menu);          // of the place; nullptr: none. Takes it over
    QString title() const;

Q_SIGNALS:
    void backWanted();
    void membersWanted();
    void joinWanted();
    void otherWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Context m_context;
    QLabel *m_title;
    QLabel *m_badge;
    QLabel *m_detail;
    QPushButton *m_back;
    QPushButton *m_other;
    QPushButton *m_members;
    QPushButton *m_join;
    QPushButton *m_more;
    QMenu *m_menu = nullptr;
};

} // namespace parvis::ui
