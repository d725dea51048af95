#include "ui/views/documents/transfer_list.h"

#include "base/deliver.h"
#include "ui/delegates/document_delegate.h"
#include "ui/shell/navigator.h"
#include "ui/text/document_words.h"
#include "ui/text/words.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QProgressBar>
#include <QVBoxLayout>

#include <algorithm>

namespace parvis::ui {

namespace {

constexpr qint64 againMs = 1000; // while something moves: progress is not told, it is looked at
constexpr int mostRows = 100;

class FileSign : public QWidget {
public:
    FileSign(const Theme &theme, const QString &name, QWidget *parent) : QWidget(parent), m_theme(theme), m_name(name)
    {
        theme.follow(this, [this] { setFixedSize(m_theme.px(24), m_theme.px(24)); });
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        drawFileSign(painter, QRectF(rect()).adjusted(2, 2, -2, -2), m_name, false, m_theme);
    }

private:
    const Theme &m_theme;
    QString m_name;
};

} // namespace

TransferList::TransferList(const Context &context, QWidget *parent)
    : Column(tr("Files under way"), parent), m_context(context)
{ }

TransferList::~TransferList()
{
    m_context.scheduler.cancel(m_timer);
}

void TransferList::hideEvent(QHideEvent *)
{
    m_context.scheduler.cancel(std::exchange(m_timer, 0));
}

void TransferList::read()
{
    m_context.scheduler.cancel(std::exchange(m_timer, 0));
    base::deliver(m_context.backend.transfers(), this, [this](const base::Result<QList<client::Transfer>> &transfers) {
        if (!transfers)
            return Q_EMIT m_context.navigator.said(words::documentError(transfers.error()));
        measure(*transfers);
        show(*transfers);
        const bool moves =
            std::any_of(transfers->begin(), transfers->end(), [](const auto &each) { return each.active; });
        if (moves && isVisible())
            m_timer = m_context.scheduler.after(againMs, [this] {
                m_timer = 0;
                read();
            });
    });
}

void TransferList::measure(const QList<client::Transfer> &transfers)
{
    const qint64 now = m_context.clock.monotonicMs();
    QHash<Uuid, Measure> measures;
    for (const client::Transfer &each : transfers) {
        Measure measure = m_measures.value(each.id, {each.done, now, 0});
        const qint64 passed = now - measure.atMs;
        if (passed >= againMs / 2) {
            const double rate = double(std::max<qint64>(0, each.done - measure.done)) / double(passed);
            measure = {each.done, now, measure.bytesPerMs > 0 ? 0.7 * measure.bytesPerMs + 0.3 * rate : rate};
        }
        measures.insert(each.id, measure);
    }
    m_measures = measures;
}

QString TransferList::speed(const client::Transfer &transfer) const
{
    const double rate = m_measures.value(transfer.id).bytesPerMs;
    if (!transfer.active || rate <= 0)
        return {};
    const qint64 seconds = qint64(double(transfer.size - transfer.done) / rate / 1000);
    const QString left =
        seconds < 60 ? tr("less than a minute left") : tr("%n minute(s) left", nullptr, int((seconds + 59) / 60));
    return QStringLiteral(" · ") + tr("%1 per second").arg(words::dataSize(qint64(rate * 1000))) + QStringLiteral(" · ")
           + left;
}

void TransferList::show(const QList<client::Transfer> &transfers)
{
    clear();
    if (transfers.isEmpty()) {
        auto *words = makeLabel(tr("Nothing is under way: all files are where they belong."), m_context.theme,
                                TextRole::List, Ink::Second);
        words->setWordWrap(true);
        list()->addWidget(words);
    } else {
        qint64 done = 0, size = 0;
        for (const client::Transfer &each : transfers) {
            if (!each.why.isEmpty())
                continue;
            done += each.done;
            size += each.size;
        }
        list()->addWidget(makeLabel(tr("%1 of %2").arg(words::dataSize(done), words::dataSize(size)), m_context.theme,
                                    TextRole::Detail, Ink::Second));
    }
    for (const client::Transfer &each : transfers.mid(0, mostRows))
        list()->addWidget(row(each));
    if (transfers.size() > mostRows)
        list()->addWidget(makeLabel(tr("and %n more", nullptr, int(transfers.size()) - mostRows), m_context.theme,
                                    TextRole::Detail, Ink::Second));
    list()->addStretch();
}

QWidget *TransferList::row(const client::Transfer &transfer)
{
    const Theme &theme = m_context.theme;
    auto *card = new CardFrame(theme);
    auto *layout = new QHBoxLayout(card);
    layout->setContentsMargins(16, 10, 16, 10);
    layout->setSpacing(12);
    layout->addWidget(new FileSign(theme, transfer.name, card));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(4);
    auto *name = makeElidedLabel(theme, TextRole::ListBold, Ink::First, card);
    name->setText(transfer.name);
    texts->addWidget(name);
    const QString state = (transfer.up ? tr("↑ to the server") : tr("↓ to this computer")) + QStringLiteral(" · ")
                          + words::transferState(transfer) + speed(transfer);
    auto *detail = makeLabel(state, theme, TextRole::Detail, transfer.why.isEmpty() ? Ink::Second : Ink::Bad, card);
    detail->setWordWrap(true);
    texts->addWidget(detail);
    if (transfer.why.isEmpty()) {
        auto *bar = new QProgressBar(card);
        bar->setRange(0, 1000);
        bar->setValue(transfer.size > 0 ? int(transfer.done * 1000 / transfer.size) : 0);
        bar->setTextVisible(false);
        bar->setFixedHeight(4);
        bar->setAccessibleName(tr("Progress of %1").arg(transfer.name));
        texts->addWidget(bar);
    }
    layout->addLayout(texts, 1);
    if (!transfer.why.isEmpty()) {
        auto *again = makeButton(tr("Try again"), theme, false, card);
        again->setAccessibleName(tr("Try again: %1").arg(transfer.name));
        // Asked once, its failure is told and forgotten; asked twice, it begins anew.
        connect(again, &QPushButton::clicked, this, [this, id = transfer.id] {
            base::deliver(m_context.backend.fetch(id), this, [this, id](const base::Result<client::Fetched> &) {
                base::deliver(m_context.backend.fetch(id), this,
                              [this](const base::Result<client::Fetched> &) { read(); });
            });
        });
        layout->addWidget(again);
    }
    auto *end = makeButton(tr("Cancel"), theme, false, card);
    end->setAccessibleName(tr("Cancel: %1").arg(transfer.name));
    connect(end, &QPushButton::clicked, this, [this, transfer] {
        const auto done = [this](const base::Result<void> &result) {
            if (!result)
                Q_EMIT m_context.navigator.said(words::documentError(result.error()));
            read();
        };
        base::deliver(m_context.backend.cancelDownload(transfer.id), this, done);
    });
    layout->addWidget(end);
    return card;
}

} // namespace parvis::ui
