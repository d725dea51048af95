#include "text/stems.h"

#include <QtGlobal>

#include <libstemmer.h>

#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>

namespace parvis::text {

namespace {

constexpr char eAcute = '\xE9'; // ISO 8859-1
constexpr char eGrave = '\xE8';

class Snowball {
public:
    explicit Snowball(const char *language) : m_stemmer(sb_stemmer_new(language, "ISO_8859_1"))
    {
        Q_ASSERT(m_stemmer);
    }
    ~Snowball() { sb_stemmer_delete(m_stemmer); }
    Q_DISABLE_COPY_MOVE(Snowball)

    // Writes the folded stem and returns its length.
    quint8 stem(std::string_view word, char *out)
    {
        const auto *stem = sb_stemmer_stem(m_stemmer, reinterpret_cast<const sb_symbol *>(word.data()), int(word.size()));
        if (!stem)
            return 0;
        const int length = std::min(sb_stemmer_length(m_stemmer), Stems::maxWord);
        for (int i = 0; i < length; ++i) {
            const char c = char(stem[i]);
            out[i] = c == eAcute || c == eGrave ? 'e' : c;
        }
        return quint8(length);
    }

private:
    sb_stemmer *m_stemmer;
};

// Puts back the accents without which the French rules do not see their endings.
void restoreAccents(char *word, int length)
{
    const bool plural = length > 4 && word[length - 1] == 's';
    const std::string_view singular(word, std::size_t(plural ? length - 1 : length));
    const auto end = int(singular.size());
    if (singular.ends_with("ite"))
        word[end - 1] = eAcute;
    else if (singular.ends_with("ee"))
        word[end - 2] = eAcute;
    else if (singular.ends_with("iere"))
        word[end - 3] = eGrave;
}

bool isLatin(std::string_view word)
{
    for (const char c : word) {
        if (c < 'a' || c > 'z')
            return false;
    }
    return true;
}

class Memory {
public:
    Memory()
        // calloc hands out pages that become resident only when touched.
        : m_entries(static_cast<Entry *>(std::calloc(setCount * ways, sizeof(Entry)))),
          m_french("french"), m_english("english")
    {
        Q_CHECK_PTR(m_entries.get());
    }

    const Stems &find(std::string_view word)
    {
        Entry *set = m_entries.get() + ways * (hash(word) % setCount);
        for (int i = 0; i < ways; ++i) {
            if (set[i].length == word.size() && std::memcmp(set[i].word, word.data(), word.size()) == 0) {
                // The less recent of the two makes room for the next new word.
                if (i > 0)
                    std::swap(set[0], set[i]);
                return set[0].stems;
            }
        }
        std::memmove(&set[1], &set[0], sizeof(Entry) * (ways - 1));
        fill(set[0], word);
        return set[0].stems;
    }

private:
    struct Entry {
        quint8 length;
        char word[Stems::maxWord];
        Stems stems;
    };
    static_assert(std::is_trivially_copyable_v<Entry>);
    struct Free {
        void operator()(Entry *entries) const { std::free(entries); }
    };
    static constexpr std::size_t setCount = 4096;
    static constexpr int ways = 2;

    static std::size_t hash(std::string_view word)
    {
        quint64 h = 0xCBF29CE484222325u; // FNV-1a
        for (const char c : word)
            h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
        return std::size_t(h ^ h >> 32);
    }

    void fill(Entry &entry, std::string_view word)
    {
        entry.length = quint8(word.size());
        std::memcpy(entry.word, word.data(), word.size());
        entry.stems.functionWord = functionWordLanguage(word);
        entry.stems.frenchLength = 0;
        entry.stems.englishLength = 0;
        if (word.size() < 4 || entry.stems.functionWord != Language::Unknown)
            return;
        entry.stems.englishLength = m_english.stem(word, entry.stems.englishBytes);
        char accented[Stems::maxWord];
        std::memcpy(accented, word.data(), word.size());
        restoreAccents(accented, int(word.size()));
        entry.stems.frenchLength = m_french.stem({accented, word.size()}, entry.stems.frenchBytes);
    }

    std::unique_ptr<Entry, Free> m_entries;
    Snowball m_french;
    Snowball m_english;
};

} // namespace

const Stems &stemsOf(std::string_view folded)
{
    static const Stems none{};
    if (folded.empty() || folded.size() > Stems::maxWord || !isLatin(folded))
        return none;
    thread_local Memory memory;
    return memory.find(folded);
}

} // namespace parvis::text
