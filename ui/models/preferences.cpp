#include "ui/models/preferences.h"

#include <algorithm>

namespace parvis::ui {

Preferences Preferences::of(const QVariantMap &settings)
{
    Preferences out;
    const QString language = settings.value("language").toString();
    if (language == "fr" || language == "en")
        out.language = language;
    const QString appearance = settings.value("appearance").toString();
    out.appearance = appearance == "light" ? Light : appearance == "dark" ? Dark : System;
    const QString contrast = settings.value("contrast").toString();
    out.contrast = contrast == "normal" ? Normal : contrast == "high" ? High : SystemContrast;
    out.textPercent = std::clamp(settings.value("text_percent", 100).toInt(), 80, 160);
    out.stayOffline = settings.value("stay_offline", false).toBool();
    out.contextPanel = settings.value("context_panel", true).toBool();
    out.notify = settings.value("notify", true).toBool();
    out.notifyMentionsOnly = settings.value("notify_mentions_only", false).toBool();
    out.closeToTray = settings.value("close_to_tray", false).toBool();
    out.trayTold = settings.value("tray_told", false).toBool();
    out.autostart = settings.value("autostart", false).toBool();
    out.recentSearches = settings.value("recent_searches").toStringList();
    out.companyColor = settings.value("company_color").toString();
    out.systemDark = settings.value("system_dark", false).toBool();
    out.systemContrast = settings.value("system_contrast", false).toBool();
    out.foldedSections = settings.value("folded_sections").toStringList();
    out.unreadOnly = settings.value("unread_only", false).toBool();
    out.positions.setLines(settings.value("positions").toStringList());
    out.spellCheck = settings.value("spell_check", true).toBool();
    out.skinTone = std::clamp(settings.value("skin_tone", 0).toInt(), 0, 5);
    out.recentEmoji = settings.value("recent_emoji").toStringList().mid(0, 32);
    return out;
}

QVariantMap Preferences::values() const
{
    QVariantMap settings;
    settings.insert("language", language);
    settings.insert("appearance", appearance == Light ? "light" : appearance == Dark ? "dark" : "system");
    settings.insert("contrast", contrast == Normal ? "normal" : contrast == High ? "high" : "system");
    settings.insert("text_percent", textPercent);
    settings.insert("stay_offline", stayOffline);
    settings.insert("context_panel", contextPanel);
    settings.insert("notify", notify);
    settings.insert("notify_mentions_only", notifyMentionsOnly);
    settings.insert("close_to_tray", closeToTray);
    settings.insert("tray_told", trayTold);
    settings.insert("autostart", autostart);
    settings.insert("recent_searches", recentSearches);
    settings.insert("company_color", companyColor);
    settings.insert("system_dark", systemDark);
    settings.insert("system_contrast", systemContrast);
    settings.insert("folded_sections", foldedSections);
    settings.insert("unread_only", unreadOnly);
    settings.insert("positions", positions.lines());
    settings.insert("spell_check", spellCheck);
    settings.insert("skin_tone", skinTone);
    settings.insert("recent_emoji", recentEmoji);
    return settings;
}

} // namespace parvis::ui
