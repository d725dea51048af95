#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

class QListWidget;
class QListWidgetItem;

namespace parvis::ui {

// A row for a person: a face, the name (display role), what they do, and at the end an emoji or a few words.
class PersonDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole, TitleRole, EndRole };
    enum class End { Emoji, Words };

    PersonDelegate(const Theme &theme, End end, QObject *parent);
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    // A list that looks and is read as one of people.
    static void prepare(QListWidget *list, const Theme &theme, End end, const QString &accessibleName);

private:
    const Theme &m_theme;
    End m_end;
};

} // namespace parvis::ui
