#pragma once

#include "base/clock.h"
#include "base/scheduler.h"
#include "ui/models/backend.h"
#include "ui/models/preferences.h"

namespace parvis::spelling {
class Speller;
}

namespace parvis::ui {

class Theme;
class Navigator;
class Companies;
class PictureRoom;

// What every view is built with; made once in the composition root, outlives the window.
struct Context {
    Backend &backend;
    Theme &theme;
    Navigator &navigator;
    const base::Clock &clock;
    base::Scheduler &scheduler;
    Preferences &preferences;
    Companies &companies;
    spelling::Speller *speller = nullptr; // none: spelling is not checked
    PictureRoom *pictures = nullptr;      // none: pictures are files as others are
};

} // namespace parvis::ui
