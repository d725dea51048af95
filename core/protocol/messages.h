#pragma once

#include "model/ids.h"
#include "model/scope.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <variant>

// Every message of the sync protocol, described once: type number, name, and fields by number. The codec, the golden
// frames and the tables of docs/protocol.md come from here. A frame is a sequence of records; a record is a CBOR map
// whose key 0 is the type. Fields of their default value are left out; unknown keys and types are skipped.

namespace parvis::protocol {

using model::DeviceId;
using model::EpochId;
using model::LaneId;
using model::OpId;
using model::PersonId;
using model::ScopeId;
using model::Uuid;
using model::ViewId;

// ---- parts ----------------------------------------------------------------------------------------------------------

struct LaneState {
    LaneId lane;
    qint64 last = 0; // highest number that the server has used
    template<class M, class V>
    static void fields(M &m, V &&v)
    {
        v(1, "lane", m.lane);
        v(2, "last", m.last);
    }
    bool operator==(const LaneState &) const = default;
};

struct ScopeHead {
    ScopeId scope;
    EpochId epoch;
    qint64 head = 0;
    template<class M, class V>
    static void fields(M &m, V &&v)
    {
        v(1, "scope", m.scope);
        v(2, "epoch", m.epoch);
        v(3, "head", m.head);
    }
    bool operator==(const ScopeHead &) const = default;
};

// What a client has of a scope, at resume.
struct ScopeCoverage {
    ScopeId scope;
    EpochId epoch; // null: nothing yet
    ViewId view;
    qint64 cursor = 0; // upper end of the highest covered interval
    template<class M, class V>
    static void fields(M &m, V &&v)
    {
        v(1, "scope", m.scope);
        v(2, "epoch", m.epoch);
        v(3, "view", m.view);
        v(4, "cursor", m.cursor);
    }
    bool operator==(const ScopeCoverage &) const = default;
};

// A row that an operation touched (rule 26).
struct Touched {
    ScopeId scope;
    EpochId epoch;
    qint64 rev = 0;
    Uuid entity;
    template<class M, class V>
    static void fields(M &m, V &&v)
    {
        v(1, "scope", m.scope);
        v(2, "epoch", m.epoch);
        v(3, "rev", m.rev);
        v(4, "entity", m.entity);
    }
    bool operator==(const Touched &) const = default;
};

// ---- client to server -----------------------------------------------------------------------------------------------

struct Hello {
    static constexpr int type = 1;
    static constexpr char name[] = "hello";
    qint64 version = 0;
    QString agent; // "parvis/0.1.0"
    template<class M, class V>
    static void fields(M &m, V &&v)
    {
        v(1, "version", m.version);
        v(2, "agent", m.agent);
    }
    bool operator==(const Hello &) const = default;
};

struct Auth {
    static constexpr int type = 2;
    static constexpr char name[] = "auth";
    QString token; // access token
    QList<LaneId> lanes;
    template<class M, class V>
    static void fields(M &m, V &&v)
    {
        v(1, "token", m.token);
        v(2, "lanes", m.lanes);
    }
    bool operator==(const Auth &) const = default;
};

// Subscribes to every scope that the person may hold; `scopes` tells what is covered already. Replaces the last one.
struct Resume {
    static constexpr int type = 3;
    static constexpr char name[] = "resume";
    QList<ScopeCoverage> scopes;
    bool texts = false; // it knows the scopes of texts: without this it hears nothing of them
    template<class M, class V>
    static void fields(M &m, V &&v)
    {
        v(1, "scopes", m.scopes);
        v(2, "texts", m.texts);
    }
    bool operator==(const Resume &) const = default;
};

struct Op {
    static constexpr int type = 4;
    static constexpr char name[] = "op";
    LaneId lane;
    qint64 number = 0; // gapless in its lane, from 1
    OpId id;
    QByteArray operation; // protocol/rows.h, encodeOperation; empty for a void one
    bool isVoid = false;  // the number and id of a discarded operation (rule 25)
    template<class M, class V>
    static void fields(M &m, V &&v)
    {
        v(1, "lane", m.lane);
        v(2, "number", m.number);
        v(3, "id", m.id);
        v(4, "operation", m.operation);
        v(5, "void", m.isVoid);
    }
    bool operator==(const Op &) const = default;
};

// The client has deleted its outbox rows up to `number`: answers may be trimmed (rule 22).
struct Done {
    static constexpr int type = 5;
    static constexpr char name[] = "done";
    LaneId lane;
    qint64 number = 0;
    template<class M, class V>
    static void fields(M &m, V &&v)
    {
        v(1, "lane", m.lane);
        v(2, "number", m.number);
    }
    bool operator==(const Done &) const = default;
};

// Rows with rev in (from, to], ascending, cut where the batch is full. `to` 0 is the head.
struct Pull {
    static constexpr int type = 6;
    static constexpr char name[] = "pull";
    qint64 req = 0; // chosen by the client, unique in its connection, > 0
    ScopeId scope;
    EpochId epoch;
    ViewId view;
    qint64 from = 0;
    qint64 to = 0;
    qint64 d = 0;
    qint64 cursor = 0; // the answer's read point may not lie below it (rule 7)
    template<class M, class V>
    static void fields(M &m, V &&v)
    {
        v(1, "req", m.req);
        v(2, "scope", m.scope);
        v(3, "epoch", m.epoch);
        v(4, "view", m.view);
        v(5, "from", m.from);
        v(6, "to", m.to);
        v(7, "d", m.d);
        v(8, "cursor", m.cursor);
    }
    bool operator==(const Pull &) const = default;
};

// Rows with rev in (from, to], from the newest downwards, cut where `limit` rows or the batch is full. `to` 0: the head.
struct Window {
    static constexpr int type = 7;
    static constexpr char name[] = "window";
    qint64 req = 0;
    ScopeId scope;
    EpochId epoch; // null: the client has nothing of this scope
    ViewId view;
    qint64 from = 0;
    qint64 to = 0;
    qint64 d = 0;
    qint64 limit = 0; // 0: as many as fit
    qint64 cursor = 0;
    template<class M, class V>
    static void fields(M &m, V &&v)
    {
        v(1, "req", m.req);
        v(2, "scope", m.scope);
        v(3, "epoch", m.epoch);
        v(4, "view", m.view);
        v(5, "from", m.from);
        v(6, "to", m.to);
        v(7, "d", m.d);
        v(8, "limit", m.limit);
        v(9, "cursor", m.cursor);
    }
    bool operator==(const Window &) const = default;
};

// The ids that live in the scope, in id order, from above `after` (rule 11).
struct SnapIds {
    static constexpr int type = 8;
    static constexpr char name[] = "snap_ids";
    qint64 req = 0;
    ScopeId scope;
    EpochId epoch;
    ViewId view;
    Uuid after;
    template<class M, class V>
    static void fields(M &m, V &&v)
    {
        v(1, "req", m.req);
        v(2, "scope", m.scope);
        v(3, "epoch", m.epoch);
        v(4, "view", m.view);
        v(5, "after", m.after);
    }
    bool operator==(const SnapIds &) const = default;
};

struct Ping {
    static constexpr int type = 9;
    static constexpr char name[] = "ping";
    template<class M, class V>
    static void fields(M &, V &&)
    {
    }
    bool operator==(const Ping &) const = default;
};

struct Bye {
    static constexpr int type = 10;
    static constexpr char name[] = "bye";
    template<class M, class V>
    static void fields(M &, V &&)
    {
    }
    bool operator==(const Bye &) const = default;
};

// ---- server to client -----------------------------------------------------------------------------------------------

struct Welcome {
    static constexpr int type = 32;
    static constexpr char name[] = "welcome";
    qint64 version = 0;
    QString agent;
    Uuid company;
    qint64 now = 0; // server's time, microseconds since 1970
    template<class M, class V>
    static void fields(M &m, V &&v)
    {
        v(1, "version", m.version);
        v(2, "agent", m.agent);
        v(3, "company", m.company);
        v(4, "now", m.now);
    }
    bool operator==(const Welcome &) const = default;
};

struct AuthOk {
    static constexpr int type = 33;
    static constexpr char name[] = "auth_ok";
    PersonId person;
    DeviceId device;
    QList<LaneState> lanes; // of each lane named in auth (rule 23)
    template<class M, class V>
    static void fields(M &m, V &&v)
    {
        v(1, "person", m.person);
        v(2, "device", m.device);
        v(3, "lanes", m.lanes);
    }
    bool operator==(const AuthOk &) const = default;
};

// Rows of one scope: a delta (ascending) or a window (descending), pushed (req 0) or asked for. Stands alone (rule 2).
struct Rows {
    static constexpr int type = 34;
    static constexpr char name[] = "rows";
    qint64 req = 0;
    ScopeId scope;
    EpochId epoch;
    ViewId view; // of this receiver; in a frame that is shared, the receiver's own is put in by its session
    qint64 lo = 0;
    qint64 hi = 0;
    qint64 asOf = 0;
    qint64 d = 0;
    qint64 floor = 0;
    qint64 timeLo = 0; // server's time of rev `lo`, microseconds (rule 37); 0 when lo is 0
    QByteArray batch;  // protocol/rows.h, packBatch
    template<class M, class V>
    static void fields(M &m, V &&v)
    {
        v(1, "req", m.req);
        v(2, "scope", m.scope);
        v(3, "epoch", m.epoch);
        v(4, "view", m.view);
        v(5, "lo", m.lo);
        v(6, "hi", m.hi);
        v(7, "as_of", m.asOf);
        v(8, "d", m.d);
        v(9, "floor", m.floor);
        v(10, "time_lo", m.timeLo);
        v(11, "batch", m.batch);
    }
    bool operator==(const Rows &) const = default;
};

// A page of live ids in (after, through]; `through` is all ones on the last page.
struct Ids {
    static constexpr int type = 35;
    static constexpr char name[] = "ids";
    qint64 req = 0;
    ScopeId scope;
    EpochId epoch;
    ViewId view;
    qint64 asOf = 0;
    Uuid after;
    Uuid through;
    QList<Uuid> ids;
    bool last = false;
    template<class M, class V>
    static void fields(M &m, V &&v)
    {
        v(1, "req", m.req);
        v(2, "scope", m.scope);
        v(3, "epoch", m.epoch);
        v(4, "view", m.view);
        v(5, "as_of", m.asOf);
        v(6, "after", m.after);
        v(7, "through", m.through);
        v(8, "ids", m.ids);
        v(9, "last", m.last);
    }
    bool operator==(const Ids &) const = default;
};

// Tombstones that the client needs are gone (floor > d): it must ask for the live ids first (rule 10).
struct NeedIds {
    static constexpr int type = 36;
    static constexpr char name[] = "need_ids";
    qint64 req = 0;
    ScopeId scope;
    EpochId epoch;
    ViewId view;
    template<class M, class V>
    static void fields(M &m, V &&v)
    {
        v(1, "req", m.req);
        v(2, "scope", m.scope);
        v(3, "epoch", m.epoch);
        v(4, "view", m.view);
    }
    bool operator==(const NeedIds &) const = default;
};

// The scope is numbered anew (rule 16), or the request named another epoch.
struct Reset {
    static constexpr int type = 37;
    static constexpr char name[] = "reset";
    qint64 req = 0;
    ScopeId scope;
    EpochId epoch;
    template<class M, class V>
    static void fields(M &m, V &&v)
    {
        v(1, "req", m.req);
        v(2, "scope", m.scope);
        v(3, "epoch", m.epoch);
    }
    bool operator==(const Reset &) const = default;
};

struct OpOk {
    static constexpr int type = 38;
    static constexpr char name[] = "op_ok";
    LaneId lane;
    qint64 number = 0;
    OpId id;
    QList<Touched> touched; // empty for a void operation that had not happened
    bool wasVoid = false;
    template<class M, class V>
    static void fields(M &m, V &&v)
    {
        v(1, "lane", m.lane);
        v(2, "number", m.number);
        v(3, "id", m.id);
        v(4, "touched", m.touched);
        v(5, "void", m.wasVoid);
    }
    bool operator==(const OpOk &) const = default;
};

// `why` is a fixed word: the refusals of model::judge and model::merged, depends_on, too_large, malformed, and
// outcome_unknown, number_reused; gap, too_many and busy are temporary: nothing was stored and the number is free.
struct OpNo {
    static constexpr int type = 39;
    static constexpr char name[] = "op_no";
    LaneId lane;
    qint64 number = 0;
    OpId id;
    QString why;
    bool temporary = false;
    EpochId personEpoch; // of the person's own scope, which the client pulls up to `personRev` (rule 31)
    qint64 personRev = 0;
    template<class M, class V>
    static void fields(M &m, V &&v)
    {
        v(1, "lane", m.lane);
        v(2, "number", m.number);
        v(3, "id", m.id);
        v(4, "why", m.why);
        v(5, "temporary", m.temporary);
        v(6, "person_epoch", m.personEpoch);
        v(7, "person_rev", m.personRev);
    }
    bool operator==(const OpNo &) const = default;
};

// Hints that the person's memberships have moved; also the answer (req) to a request for a scope not held (rule 31).
struct Grant {
    static constexpr int type = 40;
    static constexpr char name[] = "grant";
    ScopeId scope;
    EpochId personEpoch;
    qint64 personRev = 0;
    template<class M, class V>
    static void fields(M &m, V &&v)
    {
        v(1, "scope", m.scope);
        v(2, "person_epoch", m.personEpoch);
        v(3, "person_rev", m.personRev);
    }
    bool operator==(const Grant &) const = default;
};

struct Drop {
    static constexpr int type = 41;
    static constexpr char name[] = "drop";
    qint64 req = 0;
    ScopeId scope;
    EpochId personEpoch;
    qint64 personRev = 0;
    template<class M, class V>
    static void fields(M &m, V &&v)
    {
        v(1, "req", m.req);
        v(2, "scope", m.scope);
        v(3, "person_epoch", m.personEpoch);
        v(4, "person_rev", m.personRev);
    }
    bool operator==(const Drop &) const = default;
};

// Something moved: pull if the head is above the cursor.
struct Poke {
    static constexpr int type = 42;
    static constexpr char name[] = "poke";
    QList<ScopeHead> heads;
    template<class M, class V>
    static void fields(M &m, V &&v)
    {
        v(1, "heads", m.heads);
    }
    bool operator==(const Poke &) const = default;
};

struct Pong {
    static constexpr int type = 43;
    static constexpr char name[] = "pong";
    qint64 now = 0;
    QList<ScopeHead> heads; // of what moved since the last pong (rule 7)
    template<class M, class V>
    static void fields(M &m, V &&v)
    {
        v(1, "now", m.now);
        v(2, "heads", m.heads);
    }
    bool operator==(const Pong &) const = default;
};

// The server is about to stop: come back at a random moment within the window.
struct Goaway {
    static constexpr int type = 44;
    static constexpr char name[] = "goaway";
    qint64 windowMs = 0;
    template<class M, class V>
    static void fields(M &m, V &&v)
    {
        v(1, "window_ms", m.windowMs);
    }
    bool operator==(const Goaway &) const = default;
};

// Last word before the server closes. `kind`: unauthorized, version, revoked, disabled, protocol, too_slow, shutdown.
struct Err {
    static constexpr int type = 45;
    static constexpr char name[] = "err";
    qint64 req = 0;
    QString kind;
    QString detail;
    template<class M, class V>
    static void fields(M &m, V &&v)
    {
        v(1, "req", m.req);
        v(2, "kind", m.kind);
        v(3, "detail", m.detail);
    }
    bool operator==(const Err &) const = default;
};

using Message = std::variant<Hello, Auth, Resume, Op, Done, Pull, Window, SnapIds, Ping, Bye, Welcome, AuthOk, Rows, Ids,
                             NeedIds, Reset, OpOk, OpNo, Grant, Drop, Poke, Pong, Goaway, Err>;

} // namespace parvis::protocol
