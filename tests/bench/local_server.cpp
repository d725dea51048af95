#include "bench/local_server.h"

namespace parvis::bench {

using namespace server;

namespace {

class Pipe final : public Connection {
public:
    explicit Pipe(LocalServer::Link::Receive receive) : m_receive(std::move(receive)) { }
    void send(const QByteArray &head, const QByteArray &tail) override
    {
        m_receive(tail.isEmpty() ? head : head + tail);
    }
    qsizetype queuedBytes() const override { return 0; }
    void close() override { }

private:
    LocalServer::Link::Receive m_receive;
};

} // namespace

struct LocalServer::Link::State {
    std::shared_ptr<Session> session; // touched on the shard's thread only
};

Post LocalServer::post(std::unique_ptr<TaskQueue> &queue)
{
    if (m_mode == Mode::Turned)
        return [this](Task task) { m_tasks.push_back(std::move(task)); };
    queue = std::make_unique<TaskQueue>(1);
    return [&queue = *queue](Task task) { queue.post(std::move(task)); };
}

LocalServer::LocalServer(RowStore &store, Mode mode) : m_mode(mode)
{
    const Post writer = post(m_writer);
    const Post reader = post(m_reader);
    m_onShard = post(m_io);
    const auto authenticate = [](const QString &token) -> base::Result<AuthStore::Session> {
        const auto person = base::Uuid::fromString(token);
        if (!person)
            return base::fail(base::ErrorKind::Refused, QStringLiteral("bench"), QStringLiteral("no such person"));
        return AuthStore::Session{model::PersonId(*person), model::DeviceId(*person), {}};
    };
    m_engine = std::make_unique<Engine>(Engine::Parts{store, m_clock, m_random, writer, reader, authenticate});
    m_shard = &m_engine->addShard(m_onShard);
}

LocalServer::~LocalServer()
{
    for (auto *queue : {&m_writer, &m_reader, &m_io}) {
        if (*queue)
            (*queue)->finish();
    }
}

bool LocalServer::turn()
{
    if (m_tasks.empty())
        return false;
    const Task task = std::move(m_tasks.front());
    m_tasks.pop_front();
    task();
    return true;
}

LocalServer::Link::Link(LocalServer &server, Receive receive) : m_server(server), m_state(std::make_shared<State>())
{
    m_server.m_onShard([state = m_state, shard = m_server.m_shard, receive = std::move(receive)] {
        state->session = shard->connect(std::make_shared<Pipe>(receive));
    });
}

LocalServer::Link::~Link()
{
    m_server.m_onShard([state = m_state] { state->session->disconnected(); });
}

void LocalServer::Link::send(const QByteArray &frame)
{
    m_server.m_onShard([state = m_state, frame] { state->session->received(frame); });
}

} // namespace parvis::bench
