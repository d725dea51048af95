#pragma once

#include "support/fake_backend.h"
#include "transport/timer_scheduler.h"
#include "ui/context.h"
#include "ui/pictures/picture_room.h"
#include "ui/shell/companies.h"
#include "ui/shell/languages.h"
#include "ui/shell/navigator.h"
#include "ui/theme/theme.h"

namespace parvis::tests {

// What a view is built with, over a company in memory.
struct UiWorld {
    base::ManualClock clock{base::Time{1795098720'000'000}};
    FakeBackend backend{clock};
    transport::TimerScheduler scheduler;
    ui::Preferences preferences;
    ui::Theme theme;
    ui::Navigator navigator;
    ui::Languages languages;
    ui::Companies companies;
    ui::PictureRoom pictures{backend};
    ui::Context context{.backend = backend,
                        .theme = theme,
                        .navigator = navigator,
                        .clock = clock,
                        .scheduler = scheduler,
                        .preferences = preferences,
                        .companies = companies,
                        .pictures = &pictures};

    UiWorld()
    {
        backend.addPerson("camille.morel", "Camille Morel", "Site engineer");
        backend.addPerson("thomas.berger", "Thomas Berger", "Crane operator");
        backend.me("camille.morel");
        companies.set({{.key = "one", .name = "Ardelune", .id = backend.identity()->company}}, "one");
        theme.apply(preferences);
    }
    model::ScopeId group()
    {
        if (backend.groupList.isEmpty())
            backend.addGroup("bridge", "The bridge", model::GroupKind::Project);
        return model::ScopeId::group(backend.groupList.first().id);
    }
    // `count` posts of Thomas in the group, the newest first in the list.
    QList<model::Uuid> posts(int count)
    {
        QList<model::Uuid> ids;
        for (int i = 0; i < count; ++i)
            ids.append(backend.addPost(
                group(), "thomas.berger",
                QString("Post number %1\n\n").arg(i) + QString("word ").repeated(8 + 40 * (i % 5)), 10 + i));
        return ids;
    }
};

} // namespace parvis::tests
