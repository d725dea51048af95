#pragma once

#include "model/ids.h"

#include <QObject>

namespace parvis::ui {

// The companies that this client is in, one profile each. The composition root tells it what there is and listens to what
// is wanted; the rail shows it. UI thread.
class Companies : public QObject {
    Q_OBJECT

public:
    struct Entry {
        QString key;          // of the profile
        QString name;         // empty before the first sync, or before signing in
        model::Uuid id;       // of the company; null before signing in
        QString color;        // "#rrggbb", or empty
        int unread = 0;       // posts and comments
        bool trouble = false; // it needs the person: a session that ended, for example
        bool operator==(const Entry &) const = default;
    };

    const QList<Entry> &entries() const { return m_entries; }
    const QString &current() const { return m_current; }
    void set(const QList<Entry> &entries, const QString &current);
    // The company `step` places after the current one, round the end.
    QString neighbour(int step) const;

Q_SIGNALS:
    void changed();
    void showWanted(const QString &key);
    void addWanted();    // a further company: opens a page to join it
    void giveUpWanted(); // the page to join is left without joining

private:
    QList<Entry> m_entries;
    QString m_current;
};

} // namespace parvis::ui
