#pragma once

#include "text/emoji_search.h"

#include <QAbstractListModel>

namespace parvis::ui {

// The emoji that a picker shows: one group, those used lately, or what a search found.
class EmojiModel : public QAbstractListModel {
    Q_OBJECT

public:
    EmojiModel(bool french, int tone, QObject *parent = nullptr)
        : QAbstractListModel(parent), m_french(french), m_tone(tone)
    { }

    void showGroup(int group);
    void showThese(const QStringList &emoji); // as they are, with their tones
    void search(const QString &query);
    void setTone(int tone);

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    QVariant data(const QModelIndex &index,
                  int role) const override; // DisplayRole: the emoji; tool tip, screen reader: its name
    QString emoji(int row) const { return m_rows.at(row).emoji; }
    QString name(int row) const { return m_rows.at(row).name; }

    // The list of those used lately after this one was picked: the latest first, each once whatever its tone.
    static QStringList remembered(const QStringList &recent, const QString &picked);

private:
    void set(const QList<int> &indexes);

    bool m_french;
    int m_tone;
    QList<text::EmojiInfo> m_rows;
};

} // namespace parvis::ui
