#include "ui/models/emoji_model.h"

namespace parvis::ui {

namespace {

constexpr int maxFound = 120;
constexpr int maxRecent = 32;

} // namespace

void EmojiModel::set(const QList<int> &indexes)
{
    beginResetModel();
    m_rows.clear();
    for (const int index : indexes) {
        text::EmojiInfo info = text::emojiAt(index, m_french);
        info.emoji = text::withTone(info.emoji, m_tone);
        m_rows.append(info);
    }
    endResetModel();
}

void EmojiModel::showGroup(int group)
{
    QList<int> indexes;
    for (int index = 0; index < text::emojiCount(); ++index) {
        if (text::emojiGroupOf(index) == group)
            indexes.append(index);
    }
    set(indexes);
}

void EmojiModel::showThese(const QStringList &emoji)
{
    beginResetModel();
    m_rows.clear();
    for (const QString &each : emoji) {
        const int index = text::emojiIndex(each);
        if (index < 0)
            continue;
        text::EmojiInfo info = text::emojiAt(index, m_french);
        info.emoji = each;
        m_rows.append(info);
    }
    endResetModel();
}

void EmojiModel::search(const QString &query)
{
    set(text::findEmoji(query, maxFound));
}

void EmojiModel::setTone(int tone)
{
    m_tone = tone;
    for (text::EmojiInfo &row : m_rows)
        row.emoji = text::withTone(row.emoji, tone);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

QVariant EmojiModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const text::EmojiInfo &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return row.emoji;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: return row.name;
    default: return {};
    }
}

QStringList EmojiModel::remembered(const QStringList &recent, const QString &picked)
{
    QStringList after{picked};
    const QString bare = text::withoutTone(picked);
    for (const QString &each : recent) {
        if (text::withoutTone(each) != bare && after.size() < maxRecent)
            after.append(each);
    }
    return after;
}

} // namespace parvis::ui
