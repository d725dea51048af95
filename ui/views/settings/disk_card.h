#pragma once

#include "ui/context.h"
#include "ui/widgets/labels.h"

class QGridLayout;

namespace parvis::ui {

// Of the settings: what this company takes of the disk, where that is, and freeing what the cache does not need.
class DiskCard : public CardFrame {
    Q_OBJECT

public:
    explicit DiskCard(const Context &context, QWidget *parent = nullptr);
    void read();

private:
    QLabel *line(const QString &what);
    void show(const client::DiskUse &use);
    void freeSpace();
    void openFolder();

    Context m_context;
    client::DiskUse m_use;
    QGridLayout *m_lines;
    QLabel *m_cache;
    QLabel *m_outbox;
    QLabel *m_other;
    QLabel *m_folder;
    QLabel *m_answer;
    QPushButton *m_open;
    QPushButton *m_free;
};

} // namespace parvis::ui
