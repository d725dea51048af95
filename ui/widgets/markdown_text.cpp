#include "ui/widgets/markdown_text.h"

#include "base/deliver.h"
#include "text/markdown.h"
#include "ui/shell/navigator.h"
#include "ui/text/open_link.h"

#include <QMouseEvent>
#include <QPainter>

namespace parvis::ui {

MarkdownText::MarkdownText(const Context &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setMouseTracking(true);
    connect(&context.theme, &Theme::changed, this, [this] {
        m_layout.reset();
        updateGeometry();
        update();
    });
}

void MarkdownText::setText(const QString &markdown)
{
    if (markdown == m_text)
        return;
    m_text = markdown;
    m_document = text::parseMarkdown(markdown);
    setAccessibleName(text::plainText(m_document));
    m_layout.reset();
    updateGeometry();
    update();
}

const BodyLayout &MarkdownText::laidOut(int width) const
{
    if (!m_layout || m_width != width) {
        m_layout = std::make_unique<BodyLayout>(m_document, width, m_context.theme);
        m_width = width;
    }
    return *m_layout;
}

int MarkdownText::heightForWidth(int width) const
{
    return m_text.isEmpty() ? 0 : int(std::ceil(laidOut(width).height()));
}

QSize MarkdownText::sizeHint() const
{
    const int width = m_context.theme.px(480);
    return {width, heightForWidth(width)};
}

void MarkdownText::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const BodyLayout &layout = laidOut(width());
    layout.draw(painter, {0, 0}, layout.height());
}

void MarkdownText::mouseMoveEvent(QMouseEvent *event)
{
    const LinkSpan *link = laidOut(width()).linkAt(event->position());
    setCursor(link ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setToolTip(link && link->kind == LinkSpan::Link ? linkHint(link->href).toHtmlEscaped() : QString());
}

void MarkdownText::mouseReleaseEvent(QMouseEvent *event)
{
    const LinkSpan *link = laidOut(width()).linkAt(event->position());
    if (!link || event->button() != Qt::LeftButton)
        return;
    if (link->kind == LinkSpan::Link) {
        openLink(link->href, this);
    } else if (link->kind == LinkSpan::Tag) {
        m_context.navigator.search(QStringLiteral("#") + link->href);
    } else {
        base::deliver(m_context.backend.person(link->href), this,
                      [this](const base::Result<std::optional<store::PersonCard>> &person) {
                          if (person && *person)
                              m_context.navigator.go({.kind = Place::PersonWall, .id = (*person)->id.uuid()});
                      });
    }
}

} // namespace parvis::ui
