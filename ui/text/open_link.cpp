#include "ui/text/open_link.h"

#include "text/file_kinds.h"
#include "ui/widgets/ask.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QMimeData>

namespace parvis::ui {

namespace {

struct Links {
    Q_DECLARE_TR_FUNCTIONS(Links)
};

} // namespace

bool openLink(const QString &href, QWidget *parent)
{
    const text::LinkDecision link = text::judge(href);
    if (!link.allowed || link.kind == text::LinkKind::Parvis)
        return false;
    if (link.suspicious
        && !ask(parent, Links::tr("This link hides where it leads. It opens %1. Open it all the same?").arg(link.host),
                Links::tr("Open")))
        return false;
    return QDesktopServices::openUrl(link.url);
}

bool openFolder(const QString &path)
{
    return QDesktopServices::openUrl(QUrl::fromLocalFile(path));
}

bool openFile(const QString &path)
{
    return text::fileKind(path.section(u'/', -1)) != text::FileKind::Program
           && QDesktopServices::openUrl(QUrl::fromLocalFile(path));
}

QMimeData *linkData(const QString &href)
{
    const text::LinkDecision link = text::judge(href);
    if (!link.allowed)
        return nullptr;
    auto *data = new QMimeData;
    data->setUrls({link.url});
    data->setText(link.url.toString(QUrl::FullyEncoded));
    return data;
}

QString linkHint(const QString &href)
{
    const text::LinkDecision link = text::judge(href);
    if (!link.allowed)
        return Links::tr("This link cannot be opened: only web and mail addresses can.");
    return link.suspicious ? Links::tr("Careful: this leads to %1").arg(link.host)
                           : Links::tr("Leads to %1").arg(link.host);
}

} // namespace parvis::ui
