#pragma once

#include "server/engine.h"
#include "server/hub.h"
#include "server/range_reader.h"

#include <QSet>

namespace parvis::server {

class ShardImpl;
struct EngineCore;

// See engine.h, Session.
class SessionImpl : public Session {
public:
    SessionImpl(EngineCore &core, ShardImpl &shard, std::shared_ptr<Connection> connection);
    ~SessionImpl() override;

    void received(QByteArrayView frame) override;
    void drained() override;
    void disconnected() override;
    bool isAuthenticated() const override { return m_state == State::Ready; }

    void pushed(const Push &push);
    void answered(const protocol::Message &message);
    void end(const char *kind, const QString &detail);
    void goaway(qint64 windowMs);
    PersonId person() const { return m_person; }
    DeviceId device() const { return m_device; }

private:
    enum class State { Hello, Auth, Authenticating, Ready, Closed };

    // One scope that this session listens to.
    struct Subscription {
        model::ViewId view;
        EpochId epoch;
        qint64 memberRev = 0;  // membership known as of this rev (rule 34)
        qint64 minRootRev = 0; // rule 33
        qint64 head = 0;       // last head heard of
        qint64 told = 0;       // head that the client has been told of, by rows or pokes
        bool stale = false;    // told less than there is: owes a poke
    };

    void handle(const protocol::Hello &hello);
    void handle(const protocol::Auth &auth);
    void handle(const protocol::Resume &resume);
    void handle(const protocol::Op &op);
    void handle(const protocol::Done &done);
    void handle(const protocol::Pull &pull);
    void handle(const protocol::Window &window);
    void handle(const protocol::SnapIds &request);
    void handle(const protocol::Ping &ping);
    void handle(const protocol::Bye &bye);
    template<class M>
    void handle(const M &) // a server's message: never from a client
    {
        end("protocol", QStringLiteral("A client may not send this message."));
    }

    struct Found { // what a look at the memberships gave
        QList<QPair<ScopeId, Access>> scopes;
        std::vector<protocol::Rows> fronts;
        bool failed = false;
    };
    void refreshScopes(const QSet<ScopeId> &wantFronts, bool resuming, const QList<protocol::ScopeCoverage> &known);
    void adopt(const Found &found, bool resuming, const QList<protocol::ScopeCoverage> &known);
    void rereadMemberships();
    void pokeStale();
    void send(const protocol::Message &message);
    void unsubscribeAll();
    template<class R, class F>
    void answerLater(const R &request, F answer);

    EngineCore &m_core;
    ShardImpl &m_shard;
    std::shared_ptr<Connection> m_connection;
    State m_state = State::Hello;
    PersonId m_person;
    DeviceId m_device;
    QHash<ScopeId, Subscription> m_scopes;
    bool m_wantsTexts = false;
    int m_requestsUnderWay = 0;
};

} // namespace parvis::server
