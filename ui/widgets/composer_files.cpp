#include "ui/widgets/composer_files.h"

#include "base/deliver.h"
#include "text/file_names.h"
#include "ui/pictures/picture_room.h"
#include "ui/text/file_words.h"
#include "ui/text/words.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QImage>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace parvis::ui {

namespace {

constexpr int gap = 6;
constexpr int widestName = 260;

// One file: its sign, its name, its size, and the button.
class FileChip : public QWidget {
public:
    FileChip(const QString &name, qint64 size, const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
    {
        auto *row = new QHBoxLayout(this);
        const int sign = theme.px(30); // room for it, where reading begins
        row->setContentsMargins(isRightToLeft() ? 2 : sign, 0, isRightToLeft() ? sign : 2, 0);
        row->setSpacing(6);
        const QString shown =
            QFontMetrics(theme.font(TextRole::Control)).elidedText(name, Qt::ElideMiddle, theme.px(widestName));
        row->addWidget(makeLabel(shown, theme, TextRole::Control, Ink::First, this));
        row->addWidget(makeLabel(words::dataSize(size), theme, TextRole::Detail, Ink::Third, this));
        m_remove = new IconButton(Icon::Close, ComposerFiles::tr("Remove %1").arg(name), theme, this);
        row->addWidget(m_remove);
        setToolTip(name.toHtmlEscaped());
    }
    IconButton *button() const { return m_remove; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Tokens &t = m_theme.tokens();
        painter.setPen(QPen(t.line, 1));
        painter.setBrush(t.background);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        const qreal side = m_theme.px(16);
        const QRectF sign(isRightToLeft() ? width() - 8 - side : 8, (height() - side) / 2, side, side);
        drawIcon(painter, Icon::File, sign, t.second);
    }

private:
    const Theme &m_theme;
    IconButton *m_remove;
};

} // namespace

ComposerFiles::ComposerFiles(const Context &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    setAccessibleName(tr("Files that go with it"));
    connect(&context.theme, &Theme::changed, this, &ComposerFiles::remake);
    hide();
}

void ComposerFiles::open(const QString &place)
{
    if (place == m_place && !place.isEmpty())
        return;
    if (!m_place.isEmpty() && !m_entries.isEmpty())
        m_others.insert(m_place, m_entries);
    m_place = place;
    m_entries = m_others.take(place);
    remake();
}

bool ComposerFiles::takes(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    const bool files =
        !urls.isEmpty() && std::all_of(urls.begin(), urls.end(), [](const QUrl &url) { return url.isLocalFile(); });
    return files || (data.hasImage() && !data.hasText());
}

void ComposerFiles::add(const QMimeData &data)
{
    QStringList paths;
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    if (!paths.isEmpty())
        return add(paths);
    const QByteArray png = data.data(QStringLiteral("image/png"));
    if (!png.isEmpty())
        return addPicture(png);
    const QImage image = qvariant_cast<QImage>(data.imageData());
    if (image.isNull() || !m_context.pictures)
        return;
    ++m_looking;
    base::deliver(m_context.pictures->png(image), this, [this, place = m_place](const base::Result<QByteArray> &bytes) {
        --m_looking;
        if (bytes && place == m_place)
            addPicture(*bytes);
    });
}

// "image.png", then "image-2.png".
void ComposerFiles::addPicture(const QByteArray &png)
{
    const auto isTaken = [this](const QString &name) {
        return std::any_of(m_entries.begin(), m_entries.end(),
                           [&](const Entry &each) { return each.file.name == name; });
    };
    QString name = QStringLiteral("image.png");
    for (int number = 2; isTaken(name); ++number)
        name = QStringLiteral("image-%1.png").arg(number);
    append({{.name = name, .bytes = png}, png.size()});
}

void ComposerFiles::add(const QStringList &paths)
{
    ++m_looking;
    base::deliver(m_context.backend.look(paths), this,
                  [this, place = m_place](const base::Result<QList<client::LocalFile>> &files) {
                      --m_looking;
                      if (!files || place != m_place)
                          return;
                      QStringList problems;
                      for (const client::LocalFile &file : *files) {
                          if (!file.why.isEmpty())
                              problems << tr("“%1”: %2").arg(file.name, words::localProblem(file.why));
                          else if (nameOf(file.path).isEmpty()) // twice is no use
                              append({{.name = text::safeFileName(file.name), .path = file.path}, file.size});
                      }
                      if (!problems.isEmpty())
                          Q_EMIT refused(tr("Not attached: %1.").arg(problems.join(QStringLiteral("; "))));
                  });
}

void ComposerFiles::append(const Entry &entry)
{
    m_entries.append(entry);
    remake();
    Q_EMIT changed();
}

void ComposerFiles::remove(qsizetype index)
{
    m_entries.removeAt(index);
    remake();
    if (const qsizetype next = std::min(index, m_chips.size() - 1); next >= 0)
        static_cast<FileChip *>(m_chips.at(next))->button()->setFocus();
    Q_EMIT changed();
}

void ComposerFiles::clear()
{
    m_entries.clear();
    remake();
    Q_EMIT changed();
}

void ComposerFiles::forget(const QString &place)
{
    m_others.remove(place);
    if (place == m_place && !place.isEmpty())
        clear();
}

Backend::Files ComposerFiles::files() const
{
    Backend::Files files;
    for (const Entry &each : m_entries)
        files.append(each.file);
    return files;
}

QString ComposerFiles::nameOf(const QString &path) const
{
    for (const Entry &each : m_entries) {
        if (!each.file.path.isEmpty() && each.file.path == path)
            return each.file.name;
    }
    return {};
}

void ComposerFiles::remake()
{
    for (QWidget *chip : std::exchange(m_chips, {})) {
        chip->hide();
        chip->deleteLater(); // its button may be what was pressed
    }
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        auto *chip = new FileChip(m_entries[i].file.name, m_entries[i].size, m_context.theme, this);
        connect(chip->button(), &QToolButton::clicked, this, [this, i] { remove(i); });
        chip->show();
        m_chips.append(chip);
    }
    setVisible(!m_entries.isEmpty());
    placeChips();
}

void ComposerFiles::resizeEvent(QResizeEvent *)
{
    placeChips();
}

// In lines, as words are.
void ComposerFiles::placeChips()
{
    const int height = m_context.theme.px(32);
    int x = 0, y = 0;
    for (QWidget *chip : std::as_const(m_chips)) {
        const int wide = std::min(chip->sizeHint().width(), std::max(width(), 1));
        if (x > 0 && x + wide > width()) {
            x = 0;
            y += height + gap;
        }
        chip->setGeometry(isRightToLeft() ? width() - x - wide : x, y, wide, height);
        x += wide + gap;
    }
    setFixedHeight(m_chips.isEmpty() ? 0 : y + height + gap);
}

} // namespace parvis::ui
