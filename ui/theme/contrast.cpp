#include "ui/theme/contrast.h"

#include <algorithm>
#include <cmath>

namespace parvis::ui {

namespace {

constexpr int steps = 100; // from the colour itself to black or white

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &c)
{
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

} // namespace

double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a), second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QColor standingOut(const QColor &color, const QList<QColor> &grounds, double ratio)
{
    double sum = 0;
    for (const QColor &ground : grounds)
        sum += luminance(ground);
    const bool lightGround = sum > 0.18 * double(grounds.size());
    float hue, saturation, lightness;
    color.getHslF(&hue, &saturation, &lightness);
    for (int step = 0; step <= steps; ++step) {
        const float part = float(step) / steps;
        const float moved = lightGround ? lightness * (1 - part) : lightness + (1 - lightness) * part;
        // Through eight bits a channel, as it will be painted.
        const QColor tried(step == 0 ? color.rgb() : QColor::fromHslF(std::max(hue, 0.F), saturation, moved).rgb());
        if (std::all_of(grounds.begin(), grounds.end(),
                        [&](const QColor &ground) { return contrast(tried, ground) >= ratio; }))
            return tried;
    }
    return lightGround ? Qt::black : Qt::white;
}

QColor mixed(const QColor &ground, const QColor &over, double part)
{
    auto channel = [part](int a, int b) { return int(std::lround(a + (b - a) * part)); };
    return {channel(ground.red(), over.red()), channel(ground.green(), over.green()),
            channel(ground.blue(), over.blue())};
}

} // namespace parvis::ui
