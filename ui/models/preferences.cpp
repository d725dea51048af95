#include "ui/models/preferences.h"

#include <QSettings>

#include <algorithm>

namespace parvis::ui {

Preferences Preferences::load(const QString &file)
{
    const QSettings settings(file, QSettings::IniFormat);
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
    out.positions.load(settings);
    out.spellCheck = settings.value("spell_check", true).toBool();
    out.skinTone = std::clamp(settings.value("skin_tone", 0).toInt(), 0, 5);
    out.recentEmoji = settings.value("recent_emoji").toStringList().mid(0, 32);
    return out;
}

void Preferences::save(const QString &file) const
{
    QSettings settings(file, QSettings::IniFormat);
    settings.setValue("language", language);
    settings.setValue("appearance", appearance == Light ? "light" : appearance == Dark ? "dark" : "system");
    settings.setValue("contrast", contrast == Normal ? "normal" : contrast == High ? "high" : "system");
    settings.setValue("text_percent", textPercent);
    settings.setValue("stay_offline", stayOffline);
    settings.setValue("context_panel", contextPanel);
    settings.setValue("notify", notify);
    settings.setValue("notify_mentions_only", notifyMentionsOnly);
    settings.setValue("close_to_tray", closeToTray);
    settings.setValue("tray_told", trayTold);
    settings.setValue("autostart", autostart);
    settings.setValue("recent_searches", recentSearches);
    settings.setValue("company_color", companyColor);
    settings.setValue("system_dark", systemDark);
    settings.setValue("system_contrast", systemContrast);
    settings.setValue("folded_sections", foldedSections);
    settings.setValue("unread_only", unreadOnly);
    positions.save(settings);
    settings.setValue("spell_check", spellCheck);
    settings.setValue("skin_tone", skinTone);
    settings.setValue("recent_emoji", recentEmoji);
}

} // namespace parvis::ui
