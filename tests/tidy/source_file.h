#pragma once

#include <QDirIterator>
#include <QFile>
#include <QList>
#include <QString>
#include <QStringList>

namespace parvis::tidy {

struct Literal {
    qsizetype begin = 0; // of the opening quote, in SourceFile::text
    qsizetype end = 0;   // behind the closing quote
    QString value;       // escapes resolved
};

// One text file of the tree. For C++ `code` is the text with comments and the insides of literals blanked out: as long as
// the text, with the same line ends, so that an offset means the same place in both.
struct SourceFile {
    QString path; // from the root of the tree, with slashes
    QString text;
    QString code;
    QList<Literal> literals;

    bool isCpp() const { return path.endsWith(".cpp") || path.endsWith(".h"); }
    bool isIn(const QString &folder) const { return path.startsWith(folder + '/'); }
    int lineAt(qsizetype offset) const { return int(QStringView(text).left(offset).count('\n')) + 1; }
    static SourceFile fromText(const QString &path, const QString &text);
};

using Tree = QList<SourceFile>;

struct Finding {
    QString path;
    int line = 0;
    QString what;

    QString toString() const { return QString("%1:%2: %3").arg(path).arg(line).arg(what); }
};

using Findings = QList<Finding>;

inline Finding found(const SourceFile &file, qsizetype offset, const QString &what)
{
    return {file.path, file.lineAt(offset), what};
}

// Reads C++ just well enough to tell code, comments and literals apart.
class Lexer {
public:
    explicit Lexer(SourceFile &file) : m_file(file), m_text(file.text) { }

    void run()
    {
        m_file.code = m_text;
        while (m_at < m_text.size()) {
            if (lookingAt("//"))
                blankTo(endOfLine());
            else if (lookingAt("/*"))
                blankTo(behind("*/", m_at + 2));
            else if (lookingAt("R\"") && !isWord(m_at - 1, true))
                rawLiteral();
            else if (m_text[m_at] == '"')
                literal('"');
            else if (m_text[m_at] == '\'' && !isWord(m_at - 1, false)) // else it parts the digits of a number
                literal('\'');
            else
                ++m_at;
        }
    }

private:
    bool lookingAt(const char *what) const { return QStringView(m_text).mid(m_at).startsWith(QLatin1String(what)); }

    // The prefixes u, U, L and u8 belong to a literal; they are no word before it.
    bool isWord(qsizetype at, bool beforeRaw) const
    {
        if (at < 0 || !(m_text[at].isLetterOrNumber() || m_text[at] == '_'))
            return false;
        const bool prefix = m_text[at] == 'u' || m_text[at] == 'U' || m_text[at] == 'L' || m_text[at] == '8';
        const bool alone = at == 0 || !(m_text[at - 1].isLetterOrNumber() || m_text[at - 1] == '_');
        const bool u8 = at > 0 && m_text[at] == '8' && m_text[at - 1] == 'u';
        return !(prefix && (u8 || (alone && (beforeRaw || m_text[at] != '8'))));
    }

    qsizetype endOfLine() const
    {
        const auto end = m_text.indexOf('\n', m_at);
        return end < 0 ? m_text.size() : end;
    }

    qsizetype behind(const QString &what, qsizetype from) const
    {
        const auto found = m_text.indexOf(what, from);
        return found < 0 ? m_text.size() : found + what.size();
    }

    void blankTo(qsizetype end)
    {
        for (; m_at < end; ++m_at) {
            if (m_file.code[m_at] != '\n')
                m_file.code[m_at] = ' ';
        }
    }

    void rawLiteral()
    {
        const auto begin = m_at + 1;
        const auto open = m_text.indexOf('(', begin);
        const QString close = ')' + m_text.mid(begin + 1, open - begin - 1) + '"';
        const auto end = behind(close, open);
        m_file.literals.append({begin, end, m_text.mid(open + 1, end - close.size() - open - 1)});
        m_at = begin + 1;
        blankTo(end - 1);
        m_at = end;
    }

    void literal(QChar quote)
    {
        Literal literal{m_at, 0, {}};
        auto at = m_at + 1;
        while (at < m_text.size() && m_text[at] != quote && m_text[at] != '\n') {
            if (m_text[at] == '\\')
                at = escape(at + 1, literal.value);
            else
                literal.value += m_text[at++];
        }
        literal.end = qMin(at + 1, m_text.size());
        ++m_at;
        blankTo(at);
        m_at = literal.end;
        if (quote == '"')
            m_file.literals.append(literal);
    }

    qsizetype escape(qsizetype at, QString &value)
    {
        if (at >= m_text.size())
            return at;
        const QChar c = m_text[at];
        const int digits = c == 'u' ? 4 : c == 'U' ? 8 : 0;
        if (digits > 0) {
            const char32_t point = m_text.mid(at + 1, digits).toUInt(nullptr, 16);
            value += QString::fromUcs4(&point, 1);
            return at + 1 + digits;
        }
        value += c == 'n' ? QChar('\n') : c == 't' ? QChar('\t') : c;
        return at + 1;
    }

    SourceFile &m_file;
    const QString m_text;
    qsizetype m_at = 0;
};

inline SourceFile SourceFile::fromText(const QString &path, const QString &text)
{
    SourceFile file{path, text, {}, {}};
    if (file.isCpp())
        Lexer(file).run();
    return file;
}

// All text files of the project; what a build or an editor leaves in the tree is not looked at.
inline Tree loadTree(const QString &root)
{
    static const QStringList folders{"app",       "core",         "ui",   "resources", "tests",
                                     "packaging", "translations", "docs", ".ci"};
    static const QStringList endings{".cpp", ".h",   ".sql", ".ts",  ".md", ".txt", ".cmake", ".json",
                                     ".qrc", ".svg", ".py",  ".yml", ".in", ".sh",  "/run"};
    Tree tree;
    auto load = [&](const QString &path) {
        QFile file(root + '/' + path);
        if (file.open(QIODevice::ReadOnly))
            tree.append(SourceFile::fromText(path, QString::fromUtf8(file.readAll())));
    };
    for (const auto &folder : folders) {
        QDirIterator it(root + '/' + folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            const QString path = it.next().mid(root.size() + 1);
            const bool wanted = std::any_of(endings.begin(), endings.end(), [&](auto &e) { return path.endsWith(e); });
            if (wanted)
                load(path);
        }
    }
    for (const char *path :
         {"CMakeLists.txt", "CMakePresets.json", "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "dev"})
        load(path);
    return tree;
}

} // namespace parvis::tidy
