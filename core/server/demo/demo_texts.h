#pragma once

#include "base/result.h"
#include "model/entities.h"

#include <QHash>

namespace parvis::server {

// The demo company as it is written down in resources/demo. People are named by handle, posts and comments by key;
// times are minutes before the end.
struct DemoMember {
    QString handle;
    model::Role role = model::Role::Member;
};

struct DemoGroup {
    model::Group group;
    QList<DemoMember> members;
};

struct DemoItem {
    QString key;
    QString post;   // of a comment: the key of its thread's root
    QString parent; // of a comment: the key of the comment that it answers
    QString group;  // handle; of a post on a wall empty
    QString wall;   // "company" or a handle
    QString author;
    qint64 before = 0;
    QString body;
    QString earlierBody;     // before the edit
    qint64 editedBefore = 0; // 0: never edited
    bool pinned = false;
    QList<std::pair<QString, QString>> reactions; // emoji, handle

    bool isComment() const { return !post.isEmpty(); }
};

// How somebody wants to hear of a group.
struct DemoPlace {
    QString person;
    QString group;
    bool followed = true;
    bool muted = false;
    bool pinned = false;
};

struct DemoRequest {
    QString person;
    QString group;
    QString note;
};

// A post that waits for its time, minutes after the end.
struct DemoScheduled {
    QString person;
    QString group;
    QString body;
    qint64 after = 0;
};

struct DemoTexts {
    model::Company company;
    QList<model::Person> people;
    QList<DemoGroup> groups;
    QList<DemoItem> items; // posts before their comments
    QList<DemoPlace> places;
    QList<DemoRequest> requests;
    QList<DemoScheduled> scheduled;
};

// From the program's resources. Error Storage names what does not fit.
base::Result<DemoTexts> readDemoTexts();

} // namespace parvis::server
