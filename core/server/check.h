#pragma once

#include "server/row_store.h"

#include <QHash>

namespace parvis::server {

// What a view cannot list.
struct Registers {
    struct Answer {
        OpId op;
        LaneId lane;
        qint64 number = 0;
    };
    QList<std::pair<QString, Uuid>> handles;
    QHash<LaneId, qint64> lanes;
    QList<Answer> answers;
};

// Reads every row of the snapshot and adds what does not fit to the report: rules of rev, order and time, payloads that
// cannot be read, rows that name others that are not there, handles, lanes and answers. The registers are of the view's
// instant.
void checkView(ReadView &view, const Registers &registers, CheckReport &report);

} // namespace parvis::server
