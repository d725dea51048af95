#pragma once

#include "ui/context.h"
#include "ui/widgets/labels.h"

class QListWidget;
class QVBoxLayout;

namespace parvis::ui {

class DocumentActions;
class Preview;

// Beside the list: what the chosen document looks like, what can be done with it, and its versions. Where two versions wait for a
// decision, it is asked for here.
class DocumentPanel : public Ground {
    Q_OBJECT

public:
    DocumentPanel(const Context &context, DocumentActions *actions, QWidget *parent = nullptr);

    void show(const client::DocumentEntry &entry, bool kept, bool writable);
    void setCopy(const std::optional<client::WorkingCopy> &copy) { m_copy = copy; } // of what is shown next
    void showMany(int count, qint64 size);
    void clear(const QString &words);
    void enlarge(); // the preview, over the whole window
    QListWidget *versions() const { return m_versions; }

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void tell();
    void tellConflict();
    void readVersions();
    void showVersions(const QList<store::VersionItem> &versions);
    void preview(const store::VersionItem &version);
    void versionMenu(QPoint at);
    void compare();

    Context m_context;
    DocumentActions *m_actions;
    Preview *m_preview;
    QPushButton *m_enlarge;
    QLabel *m_name;
    QLabel *m_detail;
    QLabel *m_lock;
    QWidget *m_conflict;
    QLabel *m_conflictText;
    QWidget *m_buttons;
    QPushButton *m_open;
    QPushButton *m_save;
    QPushButton *m_more;
    QLabel *m_versionsTitle;
    QListWidget *m_versions;
    std::optional<client::DocumentEntry> m_entry;
    std::optional<client::WorkingCopy> m_copy; // open in another program
    QList<store::VersionItem> m_list;
    bool m_kept = false;
    bool m_writable = false;
    quint64 m_generation = 0;
};

} // namespace parvis::ui
