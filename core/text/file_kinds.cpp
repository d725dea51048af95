#include "text/file_kinds.h"

#include "text/file_names.h"

#include <QHash>
#include <QSet>

namespace parvis::text {

namespace {

// What a desktop runs, installs or follows when it is opened: programs, scripts, links, settings and packages of Windows, macOS and
// Linux (support.microsoft.com, "Blocked attachments in Outlook", and the types of freedesktop.org).
const QSet<QString> &programs()
{
    static const QSet<QString> endings{"action",
                                       "apk",
                                       "app",
                                       "appimage",
                                       "appref-ms",
                                       "application",
                                       "bas",
                                       "bash",
                                       "bat",
                                       "bin",
                                       "cmd",
                                       "com",
                                       "command",
                                       "cpl",
                                       "crx",
                                       "csh",
                                       "deb",
                                       "desktop",
                                       "diagcab",
                                       "dll",
                                       "dmg",
                                       "exe",
                                       "flatpakref",
                                       "gadget",
                                       "hlp",
                                       "hta",
                                       "img",
                                       "inf",
                                       "ins",
                                       "iso",
                                       "isp",
                                       "jar",
                                       "jnlp",
                                       "js",
                                       "jse",
                                       "ksh",
                                       "lnk",
                                       "mjs",
                                       "msc",
                                       "msh",
                                       "msi",
                                       "msix",
                                       "msp",
                                       "mst",
                                       "ocx",
                                       "osx",
                                       "out",
                                       "pif",
                                       "pkg",
                                       "pl",
                                       "prg",
                                       "ps1",
                                       "ps1xml",
                                       "psc1",
                                       "psd1",
                                       "psm1",
                                       "py",
                                       "pyc",
                                       "pyw",
                                       "pyz",
                                       "rb",
                                       "reg",
                                       "rgs",
                                       "rpm",
                                       "run",
                                       "scf",
                                       "scpt",
                                       "scr",
                                       "sct",
                                       "service",
                                       "settingcontent-ms",
                                       "sh",
                                       "shb",
                                       "shs",
                                       "snap",
                                       "so",
                                       "sys",
                                       "terminal",
                                       "tool",
                                       "url",
                                       "vb",
                                       "vbe",
                                       "vbs",
                                       "vbscript",
                                       "vhd",
                                       "vhdx",
                                       "webloc",
                                       "workflow",
                                       "ws",
                                       "wsc",
                                       "wsf",
                                       "wsh",
                                       "xll",
                                       "xpi",
                                       "zsh"};
    return endings;
}

const QHash<QString, FileKind> &kinds()
{
    using enum FileKind;
    static const QHash<QString, FileKind> byEnding{
        {"png", Picture}, {"jpg", Picture}, {"jpeg", Picture}, {"gif", Picture},   {"webp", Picture}, {"bmp", Picture},
        {"pdf", Pdf},     {"txt", Text},    {"md", Text},      {"markdown", Text}, {"log", Text},     {"rtf", Text},
        {"odt", Text},    {"doc", Text},    {"docx", Text},    {"html", Text},     {"htm", Text},     {"ods", Sheet},
        {"xls", Sheet},   {"xlsx", Sheet},  {"csv", Sheet},    {"tsv", Sheet},     {"odp", Slides},   {"ppt", Slides},
        {"pptx", Slides}, {"zip", Archive}, {"7z", Archive},   {"rar", Archive},   {"tar", Archive},  {"gz", Archive},
        {"xz", Archive},  {"zst", Archive}, {"bz2", Archive},  {"tgz", Archive},   {"mp3", Sound},    {"ogg", Sound},
        {"opus", Sound},  {"oga", Sound},   {"wav", Sound},    {"flac", Sound},    {"m4a", Sound},    {"mp4", Film},
        {"mov", Film},    {"webm", Film},   {"mkv", Film},     {"avi", Film},      {"m4v", Film},     {"ogv", Film}};
    return byEnding;
}

} // namespace

QString fileEnding(const QString &name)
{
    const QString safe = safeFileName(name);
    const qsizetype dot = safe.lastIndexOf(QLatin1Char('.'));
    return dot < 0 ? QString() : safe.mid(dot + 1).trimmed().toLower();
}

FileKind fileKind(const QString &name)
{
    const QString ending = fileEnding(name);
    return programs().contains(ending) ? FileKind::Program : kinds().value(ending, FileKind::Other);
}

} // namespace parvis::text
