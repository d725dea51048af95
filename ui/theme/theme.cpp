#include "ui/theme/theme.h"

#include "ui/theme/contrast.h"
#include "ui/theme/style.h"

#include <QApplication>
#include <QPalette>

namespace parvis::ui {

namespace {

bool isBare(const QString &family)
{
    static const QStringList bare{"", "Sans", "Sans Serif", "DejaVu Sans", "Bitstream Vera Sans", "Helvetica"};
    return bare.contains(family);
}

QPalette paletteOf(const Tokens &t)
{
    QPalette p;
    p.setColor(QPalette::Window, t.background);
    p.setColor(QPalette::WindowText, t.ink);
    p.setColor(QPalette::Base, t.panel);
    p.setColor(QPalette::AlternateBase, t.background);
    p.setColor(QPalette::Text, t.ink);
    p.setColor(QPalette::PlaceholderText, t.third);
    p.setColor(QPalette::Button, t.panel);
    p.setColor(QPalette::ButtonText, t.ink);
    p.setColor(QPalette::BrightText, t.bad);
    p.setColor(QPalette::Highlight, t.accent);
    p.setColor(QPalette::HighlightedText, t.onAccent);
    p.setColor(QPalette::Link, t.accent);
    p.setColor(QPalette::ToolTipBase, t.panel);
    p.setColor(QPalette::ToolTipText, t.ink);
    p.setColor(QPalette::Light, t.panel);
    p.setColor(QPalette::Midlight, t.line);
    p.setColor(QPalette::Mid, t.line);
    p.setColor(QPalette::Dark, t.third);
    p.setColor(QPalette::Shadow, t.line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, t.third);
    return p;
}

} // namespace

Theme::Theme() : m_tokens(Tokens::of(false, false))
{
    m_family = QGuiApplication::font().family();
#if defined(Q_OS_MACOS)
    m_emojiFamily = QStringLiteral("Apple Color Emoji");
#elif defined(Q_OS_WIN)
    m_emojiFamily = QStringLiteral("Segoe UI Emoji");
#else
    m_emojiFamily = QStringLiteral("Noto Color Emoji");
#endif
    makeFonts();
}

int Theme::px(int at100) const
{
    return (at100 * m_percent + 50) / 100;
}

int Theme::lineHeight(TextRole role) const
{
    switch (role) {
    case TextRole::Reading: return px(23);
    case TextRole::List:
    case TextRole::ListBold:
    case TextRole::Control:
    case TextRole::Aside:
    case TextRole::Code: return px(20);
    case TextRole::Detail:
    case TextRole::Section:
    case TextRole::Badge: return px(16);
    case TextRole::Title: return px(24);
    }
    return px(20);
}

QColor Theme::personColor(quint32 seed) const
{
    static const char *const colors[] = {"#7a4f96", "#2f7d5c", "#b3560f", "#2f5bd0", "#b03f83",
                                         "#4e5a66", "#1f7a7a", "#8f5a10", "#5a55b8", "#a8433a"};
    return standingOut(QColor(colors[seed % std::size(colors)]), {Qt::white}, m_tokens.textContrast());
}

void Theme::makeFonts()
{
    auto make = [this](int pixels, QFont::Weight weight) {
        QFont font;
        if (isBare(m_family))
            font.setFamilies({QStringLiteral("Inter"), QStringLiteral("Noto Sans"), m_family});
        else
            font.setFamilies({m_family});
        font.setPixelSize(px(pixels));
        font.setWeight(weight);
        font.setHintingPreference(QFont::PreferNoHinting);
        return font;
    };
    m_fonts[int(TextRole::Reading)] = make(15, QFont::Normal);
    m_fonts[int(TextRole::List)] = make(14, QFont::Normal);
    m_fonts[int(TextRole::ListBold)] = make(14, QFont::DemiBold);
    m_fonts[int(TextRole::Control)] = make(13, QFont::DemiBold);
    m_fonts[int(TextRole::Aside)] = make(13, QFont::Normal);
    m_fonts[int(TextRole::Detail)] = make(12, QFont::Normal);
    m_fonts[int(TextRole::Section)] = make(11, QFont::DemiBold);
    m_fonts[int(TextRole::Section)].setLetterSpacing(QFont::AbsoluteSpacing, 0.3);
    m_fonts[int(TextRole::Badge)] = make(11, QFont::DemiBold);
    m_fonts[int(TextRole::Title)] = make(17, QFont::DemiBold);
    QFont code = make(13, QFont::Normal);
    code.setFamilies({QStringLiteral("JetBrains Mono"), QStringLiteral("DejaVu Sans Mono"), QStringLiteral("Consolas"),
                      QStringLiteral("Menlo"), QStringLiteral("monospace")});
    code.setStyleHint(QFont::Monospace);
    code.setFixedPitch(true);
    m_fonts[int(TextRole::Code)] = code;
}

void Theme::apply(const Preferences &preferences)
{
    m_appearance = preferences.appearance;
    m_contrast = preferences.contrast;
    m_percent = preferences.textPercent;
    refresh();
}

void Theme::setSystem(bool dark, bool highContrast)
{
    m_systemIsDark = dark;
    m_systemIsSharp = highContrast;
    refresh();
}

void Theme::setCompanyColor(const QColor &color)
{
    m_company = color;
    refresh();
}

void Theme::refresh()
{
    const bool dark = m_appearance == Preferences::Dark || (m_appearance == Preferences::System && m_systemIsDark);
    const bool sharp =
        m_contrast == Preferences::High || (m_contrast == Preferences::SystemContrast && m_systemIsSharp);
    const Tokens tokens = Tokens::of(dark, sharp, m_company);
    auto *style = qobject_cast<Style *>(QApplication::style());
    if (style && tokens == m_tokens && m_percent == m_madePercent)
        return;
    m_tokens = tokens;
    if (!style) {
        style = new Style; // the application owns it
        QApplication::setStyle(style);
    }
    style->setTokens(m_tokens);
    QApplication::setPalette(paletteOf(m_tokens));
    if (m_percent != m_madePercent) {
        m_madePercent = m_percent;
        makeFonts();
        QApplication::setFont(font(TextRole::List));
    }
    Q_EMIT changed();
}

} // namespace parvis::ui
