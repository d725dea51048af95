#include "support/gallery.h"

#include "ui/models/document_model.h"
#include "ui/shell/shell.h"
#include "ui/views/documents/document_list.h"
#include "ui/views/documents/documents_page.h"
#include "ui/views/documents/preview.h"
#include "ui/views/documents/versions_dialog.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDialog>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

namespace parvis::tests {

using client::DocumentState;
using ui::Place;

using Dialog = std::unique_ptr<QWidget>;

namespace {

QByteArray pictureBytes()
{
    QImage image(900, 600, QImage::Format_RGB32);
    image.fill(QColor("#cfe3f2"));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(0, 420, 900, 180, QColor("#8a9a5b"));
    painter.setPen(QPen(QColor("#d98e04"), 14));
    painter.drawLine(240, 560, 240, 90);
    painter.drawLine(120, 120, 700, 120);
    painter.drawLine(620, 120, 620, 300);
    painter.end();
    QBuffer buffer;
    image.save(&buffer, "PNG");
    return buffer.data();
}

QByteArray pdfBytes()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setResolution(72);
    QPainter painter(&writer);
    for (int page = 1; page <= 3; ++page) {
        if (page > 1)
            writer.newPage();
        painter.setFont(QFont("Inter", 26));
        painter.drawText(40, 80, QString("Plan de coffrage B2 — %1/3").arg(page));
        for (int line = 0; line < 8; ++line)
            painter.drawRect(QRect(60 + line * 40, 160 + line * 50, 90, 40));
    }
    painter.end();
    return buffer.data();
}

// A folder in each state that a document can be in.
void fillShelf(UiWorld &world)
{
    auto &backend = world.backend;
    if (bridge(world).isNull() || !backend.documents.isEmpty())
        return;
    const model::GroupId group(bridge(world));
    const auto of = [](const char *text) { return QString::fromUtf8(text); };
    backend.addFolder(group, {}, of("Logistique"), "thomas.berger");
    backend.addFolder(group, {}, of("Plans"), "ines.garnier");
    const auto plan = backend.addDocument(group, {}, of("Plan-coffrage-B2.pdf"), "ines.garnier", 2'400'000, 12,
                                          DocumentState::Here, 7);
    const auto minutes = backend.addDocument(group, {}, of("Compte rendu 19-11.md"), "camille.morel", 86'000, 60,
                                             DocumentState::Sending, 3);
    const auto planning = backend.addDocument(group, {}, of("Planning S47.xlsx"), "thomas.berger", 212'000, 300,
                                              DocumentState::Conflict, 4);
    backend.addDocument(group, {}, of("Photos grue.zip"), "thomas.berger", 38'000'000, 9'000, DocumentState::Server, 1);
    const auto photo =
        backend.addDocument(group, {}, of("Grue nord.png"), "camille.morel", 1'200'000, 10'000, DocumentState::Here, 1);
    const auto prices =
        backend.addDocument(group, {}, of("Prix du béton.csv"), "ines.garnier", 6'400, 12'000, DocumentState::Here, 2);
    backend.addDocument(group, {}, of("Note béton XF3.txt"), "ines.garnier", 640'000, 14'000, DocumentState::Changed,
                        2);
    backend.addDocument(group, {}, of("Relevé à venir.odt"), "thomas.berger", 0, 15'000, DocumentState::Missing, 0);
    backend.entry(plan)->item.pinned = true;
    auto *locked = backend.entry(planning);
    locked->item.lockedBy = backend.people_.value("thomas.berger").card.id;
    locked->item.lockedByName = backend.people_.value("thomas.berger").card.fullName;
    locked->item.lockedUntil = world.clock.now().plusMs(3 * 3'600'000);
    auto &versions = backend.versionLists[planning];
    versions[1].version.author = backend.people_.value("ines.garnier").card.id;
    versions[1].authorName = backend.people_.value("ines.garnier").card.fullName;
    backend.versionLists[plan][1].version.comment = of("cotes revues");
    backend.contents.insert(backend.versionLists[plan].first().id, pdfBytes());
    backend.contents.insert(backend.versionLists[photo].first().id, pictureBytes());
    backend.contents.insert(
        backend.versionLists[prices].first().id,
        QByteArray("Béton;Classe;€/m³\nC25/30;XF1;112,50\nC30/37;XF3;128,00\nC35/45;XF4;\"141,20\"\n"));
    const QByteArray before = "# Compte rendu\n\n- La grue nord est arrêtée jeudi.\n- Le béton XF3 arrive lundi.\n";
    const QByteArray after =
        "# Compte rendu du 19 novembre\n\n- La grue nord est arrêtée **vendredi**.\n- Le béton XF3 arrive lundi.\n";
    backend.contents.insert(backend.versionLists[minutes].at(0).id, after);
    backend.contents.insert(backend.versionLists[minutes].at(1).id, before);
    const auto scope = model::ScopeId::group(group);
    backend.transferList = {
        {true, minutes, scope, minutes, of("Compte rendu 19-11.md"), 86'000, 55'000, true, {}, {}},
        {false, photo, scope, plan, of("Plan-coffrage-B2.pdf"), 2'400'000, 0, false, {}, {}},
        {false, plan, scope, {}, of("Vidéo du levage.mp4"), 380'000'000, 0, false, QStringLiteral("no_such_file"), {}},
    };
}

model::Uuid named(UiWorld &world, const char *name)
{
    for (const auto &entry : std::as_const(world.backend.documents)) {
        if (entry.item.name == QString::fromUtf8(name))
            return entry.item.id;
    }
    return {};
}

// Pictures and pages are decoded on a thread of their own.
void awaitPreview(QWidget *in)
{
    OpenView::settle();
    auto *preview = in->findChild<ui::Preview *>();
    const QDeadlineTimer patience(3'000);
    while (preview && preview->isVisibleTo(in) && preview->said().isEmpty() && !preview->isShown() && !patience.hasExpired())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
}

View::Open chosen(const char *name)
{
    return place([name](UiWorld &world, ui::MainWindow &window) {
        fillShelf(world);
        world.navigator.openDocument(model::GroupId(bridge(world)), named(world, name));
        awaitPreview(&window);
    });
}

View::Open overview(ui::DocumentsPage::Tab tab)
{
    return place([tab](UiWorld &world, ui::MainWindow &window) {
        fillShelf(world);
        world.navigator.go({.kind = Place::Documents});
        OpenView::settle();
        window.shell()->documentsPage()->showTab(tab);
    });
}

Dialog openComparison(UiWorld &world, ui::MainWindow &window)
{
    fillShelf(world);
    const auto *entry = world.backend.entry(named(world, "Compte rendu 19-11.md"));
    if (!entry)
        return {};
    const auto versions = world.backend.versionLists.value(entry->item.id);
    return std::make_unique<ui::CompareDialog>(world.context, entry->item, versions.at(1), versions.at(0), &window);
}

Dialog openLarge(UiWorld &world, ui::MainWindow &window)
{
    fillShelf(world);
    const auto *entry = world.backend.entry(named(world, "Grue nord.png"));
    if (!entry)
        return {};
    auto dialog = std::make_unique<ui::PreviewDialog>(world.context, entry->item, entry->item.version, &window);
    dialog->show();
    awaitPreview(dialog.get());
    return dialog;
}

} // namespace

QList<View> documentViews()
{
    return {
        {"documents", chosen("Plan-coffrage-B2.pdf")},
        {"documents-picture", chosen("Grue nord.png")},
        {"documents-table", chosen("Prix du béton.csv")},
        {"documents-conflict", chosen("Planning S47.xlsx")},
        {"documents-several", place([](UiWorld &world, ui::MainWindow &window) {
             fillShelf(world);
             world.navigator.openDocument(model::GroupId(bridge(world)), {});
             OpenView::settle();
             window.shell()->documentsPage()->list()->selectAll();
         })},
        {"documents-recent", overview(ui::DocumentsPage::Recent)},
        {"documents-kept", overview(ui::DocumentsPage::Pinned)},
        {"documents-under-way", overview(ui::DocumentsPage::Transfers)},
        {"documents-compare", openComparison},
        {"documents-large", openLarge},
    };
}

} // namespace parvis::tests
