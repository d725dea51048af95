#include "spelling/dictionary.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <hunspell.hxx>

namespace parvis::spelling {

Dictionary::Dictionary(std::unique_ptr<Hunspell> hunspell, bool utf8)
    : m_hunspell(std::move(hunspell)), m_utf8(utf8) { }
Dictionary::~Dictionary() = default;

std::unique_ptr<Dictionary> Dictionary::load(const QString &affixFile)
{
    QString wordFile = affixFile;
    if (affixFile.isEmpty() || !QFile::exists(wordFile.replace(QLatin1String(".aff"), QLatin1String(".dic"))))
        return nullptr;
    auto hunspell =
        std::make_unique<Hunspell>(QFile::encodeName(affixFile).constData(), QFile::encodeName(wordFile).constData());
    const QByteArray encoding = QByteArray::fromStdString(hunspell->get_dict_encoding()).toUpper().replace("-", "");
    const bool utf8 = encoding == "UTF8";
    if (!utf8 && encoding != "ISO88591")
        return nullptr;
    return std::unique_ptr<Dictionary>(new Dictionary(std::move(hunspell), utf8));
}

std::string Dictionary::encoded(const QString &word) const
{
    return m_utf8 ? word.toStdString() : word.toLatin1().toStdString();
}

bool Dictionary::knows(const QString &word)
{
    return m_hunspell->spell(encoded(word));
}

QStringList Dictionary::suggestions(const QString &word)
{
    QStringList found;
    for (const std::string &each : m_hunspell->suggest(encoded(word)))
        found.append(m_utf8 ? QString::fromStdString(each) : QString::fromLatin1(each));
    return found;
}

QString findAffixFile(const QStringList &folders, const QString &language)
{
    const QStringList variants = language == QLatin1String("en")
                                     ? QStringList{QStringLiteral("en_US"), QStringLiteral("en_GB")}
                                     : QStringList{language, language + u'_' + language.toUpper()};
    for (const QString &folder : folders) {
        for (const QString &variant : variants) {
            const QString file = folder + u'/' + variant + QStringLiteral(".aff");
            if (QFile::exists(file))
                return file;
        }
    }
    return {};
}

QStringList systemFolders()
{
    return {QCoreApplication::applicationDirPath() + QStringLiteral("/dictionaries"),
            QStringLiteral("/usr/share/hunspell"), QStringLiteral("/usr/share/myspell/dicts"),
            QStringLiteral("/Library/Spelling")};
}

} // namespace parvis::spelling
