#pragma once

#include "ui/models/reading_positions.h"

#include <QStringList>
#include <QVariantMap>

namespace parvis::ui {

// What one person chose for the window on this computer. The composition root keeps it in HOME/window.ini.
struct Preferences {
    enum Appearance { System, Light, Dark };
    enum Contrast { SystemContrast, Normal, High };

    QString language; // "fr", "en"; empty: the system's
    Appearance appearance = System;
    Contrast contrast = SystemContrast;
    int textPercent = 100; // 90, 100, 115, 130
    bool stayOffline = false;
    bool contextPanel = true;
    bool notify = true;              // by the desktop; the list in the window has everything in any case
    bool notifyMentionsOnly = false; // else replies, too
    bool closeToTray = false;
    bool trayTold = false;  // the first time that the window was closed into the tray
    bool autostart = false; // with the system, without a window
    QStringList recentSearches; // as typed, the last first
    // As last seen, so that already the first paint is right.
    QString companyColor;
    bool systemDark = false;
    bool systemContrast = false;
    QStringList foldedSections; // of the side list, by GroupModel::sectionKey()
    bool unreadOnly = false;    // there
    ReadingPositions positions; // noted as one reads, written when the window closes
    bool spellCheck = true;
    int skinTone = 0;          // of emoji: 0 none, 1 light to 5 dark
    QStringList recentEmoji{}; // the latest first

    bool operator==(const Preferences &) const = default;

    // By the names in that file. What is missing or cannot be read is as it is at first.
    static Preferences of(const QVariantMap &settings);
    QVariantMap values() const;
};

} // namespace parvis::ui
