#pragma once

#include "ui/theme/theme.h"

#include <QFocusFrame>
#include <QPointer>
#include <QProxyStyle>

namespace parvis::ui {

// Fusion with our lines, corners and focus ring: no shadows, no gradients. A push button with the dynamic property
// "primary" is filled with the accent, with "pill" it has round ends, with "tight" no padding; one that is flat has no frame.
class Style : public QProxyStyle {
    Q_OBJECT

public:
    Style();
    void setTokens(const Tokens &tokens) { m_tokens = tokens; }

    using QProxyStyle::polish;
    void polish(QWidget *widget) override;
    void unpolish(QWidget *widget) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override;
    QIcon standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;

private:
    Tokens m_tokens;
    QPointer<QFocusFrame> m_ring; // round a list or a page that has the keys and does not show it itself
};

} // namespace parvis::ui
