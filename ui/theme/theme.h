#pragma once

#include "text/code_spans.h"
#include "ui/models/preferences.h"
#include "ui/theme/tokens.h"

#include <QColor>
#include <QFont>
#include <QObject>

namespace parvis::ui {

enum class TextRole {
    Reading, // 15/23
    List,    // 14/20
    ListBold,
    Control, // 13/20 semibold, buttons
    Aside,   // 13/20, the context panel
    Detail,  // 12/16
    Section, // 11/16, capitals over a list
    Badge,   // 11/16 semibold
    Title,   // 17/24 semibold
    Code     // 13/20 fixed width
};

// Colours, fonts and measures of the whole window, which change while it is open: what is not looked up at each painting
// is set in follow().
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

    // Sets palette, style and font of the application, too. Nothing happens if the look stays the same.
    void apply(const Preferences &preferences);
    void setSystem(bool dark, bool highContrast); // what the desktop asks for
    void setCompanyColor(const QColor &color);    // invalid: the product's own accent

    // Runs `set` now, and again after each change as long as `receiver` lives.
    template<class Set>
    void follow(QObject *receiver, Set set) const
    {
        set();
        connect(this, &Theme::changed, receiver, std::move(set));
    }

Q_SIGNALS:
    void changed();

private:
    void refresh();
    void makeFonts();

    Tokens m_tokens;
    QFont m_fonts[10];
    QString m_emojiFamily;
    QString m_family;
    Preferences::Appearance m_appearance = Preferences::System;
    Preferences::Contrast m_contrast = Preferences::SystemContrast;
    int m_percent = 100;
    int m_madePercent = 0;
    QColor m_company;
    bool m_systemIsDark = false;
    bool m_systemIsSharp = false;
};

} // namespace parvis::ui
