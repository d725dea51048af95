#pragma once

#include "base/clock.h"
#include "ui/models/palette_entry.h"

#include <QAbstractListModel>

namespace parvis::ui {

class ActionRegistry;
class GroupModel;

// What the palette offers for what is typed: actions, groups and recent places at once, people and posts as the store
// answers. An answer to what was typed before is dropped.
class PaletteModel : public QAbstractListModel {
    Q_OBJECT

public:
    PaletteModel(Backend &backend, const base::Clock &clock, const Navigator &navigator, ActionRegistry &registry,
                 const GroupModel &groups, QObject *parent = nullptr);

    void open(); // gathers what can be chosen now; nothing is typed
    void setText(const QString &text);

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    QVariant data(const QModelIndex &index, int role) const override; // AccessibleText: a sentence
    const PaletteEntry &entry(int row) const { return m_rows.at(row); }
    int rowOf(const QString &key) const; // -1: not there

private:
    void addActions();
    void addGroups();
    void addRecent();
    void readPerson(const Place &place);
    void readThread(const Place &place);
    void addPlace(const PaletteEntry &entry);
    void askPeople();
    void askPosts();
    void arrange();

    Backend &m_backend;
    const base::Clock &m_clock;
    const Navigator &m_navigator;
    ActionRegistry &m_registry;
    const GroupModel &m_groups;
    QString m_text;
    QList<PaletteCandidate> m_candidates;
    QList<PaletteCandidate> m_people; // that the store found
    QList<PaletteEntry> m_posts;      // as the store ordered them
    QList<PaletteEntry> m_rows;
    quint64 m_generation = 0;
    quint64 m_opening = 0;
};

} // namespace parvis::ui
