#pragma once

#include "ui/context.h"

#include <QHash>
#include <QWidget>

class QMimeData;

namespace parvis::ui {

// The files that are to go with what is being written: a chip each, with its size and a button that takes it away again. They are
// looked at off the UI thread before they get one. Those of a place stay while the window runs, as long as nobody sends them.
class ComposerFiles : public QWidget {
    Q_OBJECT

public:
    explicit ComposerFiles(const Context &context, QWidget *parent = nullptr);

    void open(const QString &place); // shows those of this place; nothing is kept of an empty one
    void add(const QStringList &paths);
    void add(const QMimeData &data);          // what takes() says yes to
    static bool takes(const QMimeData &data); // files, or a picture where there is no text
    void remove(qsizetype index);
    void clear();                      // they have been sent
    void forget(const QString &place); // the same of a place that may have been left meanwhile
    Backend::Files files() const;
    bool isEmpty() const { return m_entries.isEmpty(); }
    bool isBusy() const { return m_looking > 0; } // some are still being looked at
    QString nameOf(const QString &path) const;    // as its chip says it; empty: none of these

Q_SIGNALS:
    void changed();
    void refused(const QString &sentence); // what cannot be attached, and why

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Entry {
        client::NewFile file;
        qint64 size = 0;
    };
    void addPicture(const QByteArray &png);
    void append(const Entry &entry);
    void remake();
    void placeChips();

    Context m_context;
    QString m_place;
    QList<Entry> m_entries;
    QHash<QString, QList<Entry>> m_others; // of places that are not shown
    QList<QWidget *> m_chips;
    int m_looking = 0;
};

} // namespace parvis::ui
