#pragma once

#include <QTranslator>

namespace parvis::tests {

// A language that nobody speaks: every word of ours with accents, in brackets, and longer by up to two fifths. What stands on the
// screen without accents was never given to tr(); a closing bracket that is not to be seen was cut off.
class PseudoLocale : public QTranslator {
public:
    static constexpr QChar open{u'['};
    static constexpr QChar close{u']'};

    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        // Qt's own words (menus of text fields) have their translations from Qt.
        const QByteArray name(context);
        if (name.startsWith('Q') && name != "QObject")
            return {};
        return pseudo(QString::fromUtf8(source));
    }

    // A letter that this language has not.
    static bool isForeign(QChar c) { return QStringLiteral("aeioucnsyAEIOUCNSY").contains(c); }

    static QString pseudo(const QString &source)
    {
        static const QString from = QStringLiteral("aeioucnsyAEIOUCNSY");
        static const QString to = QStringLiteral("áéîöûçñšýÁÉÎÖÛÇÑŠÝ");
        QString out(1, open);
        for (qsizetype i = 0; i < source.size(); ++i) {
            const QChar c = source.at(i);
            if (c == u'%') { // of a placeholder nothing changes
                out += c;
                while (i + 1 < source.size() && (source.at(i + 1).isDigit() || source.at(i + 1) == u'n'))
                    out += source.at(++i);
                continue;
            }
            const auto at = from.indexOf(c);
            out += at >= 0 ? to.at(at) : c;
        }
        // Short words grow most, by two fifths with the brackets; sentences less.
        const qsizetype more = source.size() <= 16 ? (source.size() * 2 + 4) / 5 : source.size() / 5;
        for (qsizetype i = 2; i < more; ++i)
            out += i % 6 == 5 ? u' ' : u'~';
        return out + close;
    }
};

} // namespace parvis::tests
