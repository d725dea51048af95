#include "server/demo/text_generator.h"

#include "text/words.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace parvis::server {

namespace {

const char *const starts[] = {"b",  "c",  "d",  "f",  "g",  "j",  "l",  "m",  "n",  "p",  "r",  "s",  "t",  "v", "br",
                              "ch", "cl", "cr", "dr", "fl", "fr", "gl", "gr", "pl", "pr", "qu", "tr", "vr", "ph"};
const char *const vowels[] = {"a", "e", "i", "o", "u", "é", "è", "ai", "au", "ou", "oi", "eu", "an", "on", "in", "en"};
const char *const ends[] = {"",     "",     "r",    "s",    "t",   "l",    "n",    "tion", "ment", "eur",
                            "euse", "able", "ette", "ique", "age", "ance", "ière", "ité",  "eux",  "elle"};
const char *const firstNames[] = {
    "Adèle",   "Alban",  "Amina", "Armand", "Basile",  "Bérénice", "Cédric", "Clémence", "Damien", "Dounia",  "Édouard",
    "Élise",   "Fanny",  "Félix", "Flora",  "Gaspard", "Hanna",    "Hervé",  "Idriss",   "Irène",  "Joachim", "Judith",
    "Kenza",   "Léonie", "Loïc",  "Maëlys", "Mathieu", "Moussa",   "Nina",   "Noé",      "Octave", "Oumar",   "Pauline",
    "Quentin", "Rania",  "Rémi",  "Salomé", "Simon",   "Tess",     "Ulysse", "Victor",   "Wassim", "Yasmine", "Zoé"};

template<class T, size_t N>
QString pick(const T (&list)[N], base::Random &random)
{
    return QString::fromUtf8(list[random.below(N)]);
}

bool oneIn(quint64 chances, base::Random &random)
{
    return random.below(chances) == 0;
}

// Few long and many short ones; the mean is about `mean`.
int skewed(int least, int mean, base::Random &random)
{
    const double a = double(random.below(1000)) / 1000;
    const double b = double(random.below(1000)) / 1000;
    return least + int(4.0 * (mean - least) * a * b);
}

QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString syllables(base::Random &random)
{
    QString made;
    const quint64 count = 1 + random.below(3);
    for (quint64 i = 0; i < count; ++i)
        made += pick(starts, random) + pick(vowels, random);
    return made + pick(ends, random);
}

QStringList wordsByFrequency(const QStringList &samples)
{
    QHash<QString, int> counts;
    for (const QString &sample : samples) {
        for (const text::Word &word : text::words(sample)) {
            const QString lower = sample.mid(word.start, word.length).toLower();
            // Letters alone are what an apostrophe left.
            if (lower.size() > 1 && std::all_of(lower.cbegin(), lower.cend(), [](QChar c) { return c.isLetter(); }))
                ++counts[lower];
        }
    }
    QStringList all = counts.keys();
    std::sort(all.begin(), all.end(), [&counts](const QString &a, const QString &b) {
        return std::pair(-counts[a], a) < std::pair(-counts[b], b);
    });
    return all;
}

} // namespace

TextGenerator::TextGenerator(const QStringList &samples, base::Random &random)
    : m_words(wordsByFrequency(samples)), m_zipf(vocabulary)
{
    QSet<QString> known(m_words.cbegin(), m_words.cend());
    while (m_words.size() < vocabulary) {
        const QString made = syllables(random);
        if (known.contains(made))
            continue;
        known.insert(made);
        m_words.append(made);
    }
}

QString TextGenerator::name(base::Random &random) const
{
    return pick(firstNames, random) + QLatin1Char(' ') + capitalised(syllables(random));
}

int TextGenerator::lengthOfPost(base::Random &random) const
{
    return skewed(6, 45, random);
}

int TextGenerator::lengthOfComment(base::Random &random) const
{
    return skewed(2, 18, random);
}

QString TextGenerator::sentence(int count, base::Random &random) const
{
    QString made;
    for (int i = 0; i < count; ++i) {
        if (i > 0)
            made += i > 3 && i < count - 2 && oneIn(9, random) ? QStringLiteral(", ") : QStringLiteral(" ");
        const QString &next = word(random);
        if (oneIn(60, random))
            made += QStringLiteral("**%1**").arg(next);
        else if (oneIn(200, random))
            made += QStringLiteral("`%1`").arg(next);
        else
            made += next;
    }
    const quint64 end = random.below(10);
    return capitalised(made)
           + (end == 0   ? QStringLiteral(" ?")
              : end == 1 ? QStringLiteral(" !")
                         : QStringLiteral("."));
}

TextGenerator::Text TextGenerator::text(int words, base::Random &random) const
{
    Text made;
    if (words > 40 && oneIn(6, random))
        made.body = QStringLiteral("## %1\n\n").arg(capitalised(word(random) + QLatin1Char(' ') + word(random)));
    for (int left = words; left > 0;) {
        const int length = std::min(left, 5 + int(random.below(14)));
        left -= length;
        if (words > 30 && oneIn(14, random)) {
            if (!made.body.isEmpty() && !made.body.endsWith(u'\n'))
                made.body += QLatin1String("\n\n");
            for (int i = 0; i < 3; ++i)
                made.body += QStringLiteral("- %1\n").arg(sentence(std::max(2, length / 3), random));
            made.body += u'\n';
            continue;
        }
        if (!made.body.isEmpty() && !made.body.endsWith(u'\n'))
            made.body += oneIn(4, random) ? QStringLiteral("\n\n") : QStringLiteral(" ");
        made.body += sentence(length, random);
    }
    while (made.body.endsWith(u'\n'))
        made.body.chop(1);
    if (oneIn(25, random))
        made.body += QStringLiteral("\n\n> %1").arg(sentence(8, random));
    if (oneIn(30, random))
        made.body += QStringLiteral("\n\n[%1](https://intranet.ardelune.example/%2)")
                         .arg(word(random), QString::number(random.below(100'000)));
    if (oneIn(12, random)) {
        made.tags << word(random);
        made.body += QStringLiteral("\n\n#") + made.tags.first();
    }
    return made;
}

} // namespace parvis::server
