#include "ui/widgets/body_view.h"

#include "text/markdown.h"
#include "ui/text/body_layout.h"

#include <QPaintEvent>
#include <QScrollBar>

namespace parvis::ui {

namespace {

constexpr int margin = 4;
// What is laid out at most, so that no text, however long, holds the window up; posts are folded long before.
constexpr int maxUnits = 16'000;

} // namespace

class BodyView::Page : public QWidget {
public:
    explicit Page(const Theme &theme) : m_theme(theme) { }

    void setBody(const QString &body)
    {
        const bool cut = body.size() > maxUnits;
        m_document = text::parseMarkdown(cut ? body.left(body.lastIndexOf(u'\n', maxUnits)).left(maxUnits) : body);
        if (cut) {
            text::Node end;
            end.children.push_back(
                {.type = text::NodeType::Text, .text = BodyView::tr("Only the beginning is shown here.")});
            m_document.blocks.push_back({.type = text::NodeType::Rule});
            m_document.blocks.push_back(end);
        }
        setAccessibleName(text::plainText(m_document));
        m_laidWidth = 0;
    }
    void layFor(int width)
    {
        if (std::exchange(m_laidWidth, width) == width)
            return;
        m_layout = std::make_unique<BodyLayout>(m_document, width - 2 * margin, m_theme);
        setFixedSize(width, int(m_layout->height()) + 2 * margin);
        update();
    }
    void layAnew()
    {
        if (m_laidWidth > 0)
            layFor(std::exchange(m_laidWidth, 0));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        if (!m_layout)
            return;
        QPainter painter(this);
        m_layout->draw(painter, {margin, margin}, m_layout->height());
    }

private:
    const Theme &m_theme;
    text::Document m_document;
    std::unique_ptr<BodyLayout> m_layout;
    int m_laidWidth = 0;
};

BodyView::BodyView(const Theme &theme, QWidget *parent) : QScrollArea(parent), m_page(new Page(theme))
{
    setWidget(m_page);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Preview"));
    viewport()->setAutoFillBackground(false);
    m_page->setAutoFillBackground(false);
    theme.follow(this, [this] { m_page->layAnew(); });
    verticalScrollBar()->setAccessibleName(tr("Scroll position"));
    horizontalScrollBar()->setAccessibleName(tr("Scroll position"));
}

BodyView::~BodyView() = default;

void BodyView::setBody(const QString &body)
{
    m_page->setBody(body);
    setAccessibleDescription(m_page->accessibleName());
    m_page->layFor(viewport()->width());
    verticalScrollBar()->setValue(0);
}

int BodyView::bodyHeight() const
{
    return m_page->height();
}

void BodyView::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    m_page->layFor(viewport()->width());
}

} // namespace parvis::ui
