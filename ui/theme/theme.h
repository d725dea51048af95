#pragma once

#include "ui/models/preferences.h"

#include <QColor>
#include <QFont>
#include <QObject>

namespace parvis::ui {

// The colours of docs and pictures by their use; every pair of text and ground has a contrast of at least 4.5.
struct Tokens {
    QColor background, panel, rail, line;
    QColor ink, second, third;
    QColor accent, wash, onAccent;
    QColor good, wait, bad;
    QColor waitWash;
    bool dark = false;

    static Tokens light();
    static Tokens darkOnes();
};

enum class TextRole {
    Reading, // 15/23
    List,    // 14/20
    ListBold,
    Detail,  // 12/16
    Section, // 11/16, capitals over a list
    Badge,   // 11/16 semibold
    Title,   // 17/24 semibold
    Code     // 13/20 fixed width
};

// Colours, fonts and measures of the whole window.
class Theme : public QObject {
    Q_OBJECT

public:
    Theme();
    const Tokens &tokens() const { return m_tokens; }
    const QFont &font(TextRole role) const { return m_fonts[int(role)]; }
    int lineHeight(TextRole role) const;
    int px(int at100) const; // a measure that grows with the text
    const QString &emojiFamily() const { return m_emojiFamily; }
    QColor personColor(quint32 seed) const; // of an avatar; white is readable on it

    // Sets palette, style and font of the application, too.
    void apply(const Preferences &preferences);

Q_SIGNALS:
    void changed();

private:
    void makeFonts();

    Tokens m_tokens;
    QFont m_fonts[8];
    QString m_emojiFamily;
    QString m_family;
    int m_percent = 100;
    bool m_systemIsDark = false;
};

} // namespace parvis::ui
