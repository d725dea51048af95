#pragma once

#include "spelling/speller.h"

#include <QHash>
#include <QPointer>
#include <QSet>

namespace parvis::ui {

// What is known of the spelling of the words in one text. Words are asked for in batches and answered later; until then they are
// taken for right.
class SpellMarks : public QObject {
    Q_OBJECT

public:
    explicit SpellMarks(spelling::Speller *speller, QObject *parent); // none: nothing is ever wrong

    bool isWrong(const QString &word); // a word that was never asked for is from now on
    spelling::Speller *speller() const { return m_speller; }

Q_SIGNALS:
    void changed(); // words turned out to be wrong, or right again

private:
    void ask();

    QPointer<spelling::Speller> m_speller;
    QHash<QString, bool> m_wrong;
    QStringList m_wanted;
    bool m_asking = false;
};

} // namespace parvis::ui
