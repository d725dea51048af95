#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "server/auth_store.h"
#include "server/row_store.h"

#include <QJsonObject>

namespace parvis::server {

class BlobStore;

struct DemoOptions {
    qint64 items =
        0; // about so many posts and comments in all, the missing ones with generated text; 0: written ones only
    base::Time until; // when the last thing happened; null: now
    BlobStore *blobs = nullptr; // for the contents of its documents; none: there are no documents
};

struct DemoReport {
    qint64 people = 0;
    qint64 groups = 0;
    qint64 posts = 0;
    qint64 comments = 0;
    qint64 reactions = 0;
    qint64 documents = 0; // versions of them
    QJsonObject toJson() const;
};

inline constexpr char demoPassword[] = "parvis-demo"; // of every demo person

// Fills a store that has nothing in it with the demo company: the same people, texts, ids and intervals each time. It
// writes in transactions of 10 000 rows; memory does not grow with `items`. Error Conflict: there is a company already,
// or a demo that was cut short (a mark in the store tells; such a folder is to be thrown away).
base::Result<DemoReport> makeDemo(RowStore &store, AuthStore *accounts, const DemoOptions &options, base::Clock &clock,
                                  base::Random &random);

} // namespace parvis::server
