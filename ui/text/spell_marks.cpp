#include "ui/text/spell_marks.h"

#include "base/deliver.h"

namespace parvis::ui {

namespace {

constexpr qsizetype maxKnown = 20'000; // of one text; then it begins anew
constexpr qsizetype batch = 500;

} // namespace

SpellMarks::SpellMarks(spelling::Speller *speller, QObject *parent) : QObject(parent), m_speller(speller)
{
    if (!speller)
        return;
    connect(speller, &spelling::Speller::ownWordsChanged, this, [this] {
        m_wrong.clear();
        m_wanted.clear();
        Q_EMIT changed();
    });
}

bool SpellMarks::isWrong(const QString &word)
{
    if (!m_speller)
        return false;
    const auto known = m_wrong.constFind(word);
    if (known != m_wrong.constEnd())
        return *known;
    if (m_wrong.size() >= maxKnown)
        m_wrong.clear();
    m_wrong.insert(word, false);
    m_wanted.append(word);
    if (!std::exchange(m_asking, true))
        QMetaObject::invokeMethod(this, &SpellMarks::ask, Qt::QueuedConnection);
    return false;
}

void SpellMarks::ask()
{
    const QStringList words = m_wanted.mid(0, batch);
    m_wanted = m_wanted.mid(batch);
    if (words.isEmpty() || !m_speller) {
        m_asking = false;
        return;
    }
    base::deliver(m_speller->misspelt(words), this, [this](const QStringList &wrong) {
        for (const QString &word : wrong)
            m_wrong.insert(word, true);
        if (!wrong.isEmpty())
            Q_EMIT changed();
        ask();
    });
}

} // namespace parvis::ui
