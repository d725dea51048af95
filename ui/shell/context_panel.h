#pragma once

#include "ui/context.h"
#include "ui/widgets/labels.h"

class QVBoxLayout;

namespace parvis::ui {

// Beside the content: what the place is about, what is pinned, who is there.
class ContextPanel : public Ground {
    Q_OBJECT

public:
    explicit ContextPanel(const Context &context, QWidget *parent = nullptr);

    void showGroup(const store::GroupItem &group);
    void showPerson(PersonId person);
    void showCompany();
    void setPinned(const QList<store::FeedItem> &pinned);

private:
    void onChanged(const store::ChangeSet &changes);
    void readMembers();
    void clear();
    void heading(QVBoxLayout *layout, const QString &text);
    void paragraph(QVBoxLayout *layout, const QString &text);
    void showMembers(const QList<store::MemberItem> &members);
    void readCommon(PersonId person);
    void readPinned();

    Context m_context;
    QVBoxLayout *m_about;
    QVBoxLayout *m_pinned;
    QVBoxLayout *m_members;
    QWidget *m_parts[3];
    store::GroupItem m_group; // shown now; null id: none
    PersonId m_person;        // whose profile is shown
    bool m_companyWanted = false;
    quint64 m_generation = 0;
};

} // namespace parvis::ui
