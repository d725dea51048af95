#pragma once

#include "ui/theme/theme.h"

#include <QIcon>
#include <QPainter>

#include <functional>

namespace parvis::ui {

enum class Icon {
    Feed,
    Groups,
    Documents,
    Folder,
    Search,
    Outbox,
    Settings,
    Back,
    More,
    Plus,
    Wall,
    Smile,
    Reply,
    Bell,
    Action,
    Close,
    Folded,
    Unfolded,
    Muted,
    Clock,
    Bookmark,
    Letters,
    Pencil,
    Eye,
    Clip,
    Picture,
    File,
    Minus,
    Forward,
    Save
};

// Drawn as lines in a square, crisp at every size: no picture file is read to start. Those that point somewhere are
// mirrored where one reads from the right.
void drawIcon(QPainter &painter, Icon icon, const QRectF &rect, const QColor &color);

// The same for buttons and menus: drawn when it is needed, in the size, scale and colours of that moment.
QIcon makeIcon(Icon icon, std::function<QColor()> color);
QIcon makeIcon(Icon icon, const Theme &theme, QColor Tokens::*color);

// The program's own sign, as in resources/icons/parvis.svg.
void drawProgramSign(QPainter &painter, const QRectF &rect);
QIcon programIcon();

} // namespace parvis::ui
