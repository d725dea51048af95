#pragma once

#include <QImage>
#include <QList>
#include <QString>

namespace parvis::shot {

// A contact sheet: small pictures with their names, four beside each other, to see at one glance what does not fit.
class Sheet {
public:
    explicit Sheet(const QString &title) : m_title(title) { }
    void add(const QString &name, const QImage &picture);
    bool save(const QString &file) const;

private:
    QString m_title;
    QList<QPair<QString, QImage>> m_pictures;
};

} // namespace parvis::shot
