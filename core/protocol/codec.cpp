#include "protocol/codec.h"

#include "base/thread_guard.h"
#include "protocol/cbor.h"
#include "protocol/limits.h"

namespace parvis::protocol {

namespace {

template<class T>
concept Part = requires(T &t) { T::fields(t, [](int, const char *, auto &) {}); };

template<class T>
struct IsId : std::false_type { };
template<class Tag>
struct IsId<base::Id<Tag>> : std::true_type { };

class Encoder {
public:
    explicit Encoder(CborWriter &out) : m_out(out) { }

    void put(qint64 value) { m_out.integer(value); }
    void put(bool value) { m_out.boolean(value); }
    void put(const QString &value) { m_out.text(value); }
    void put(const QByteArray &value) { m_out.bytes(value); }
    void put(const Uuid &value) { m_out.bytes(value.view()); }
    void put(const ScopeId &value) { m_out.text(value.toString()); }
    template<class Tag>
    void put(const base::Id<Tag> &value)
    {
        put(value.uuid());
    }
    template<class T>
    void put(const QList<T> &list)
    {
        m_out.array(list.size());
        for (const T &each : list)
            put(each);
    }
    template<Part T>
    void put(const T &part)
    {
        record(part, -1);
    }

    // type < 0: a part without a type of its own.
    template<class T>
    void record(const T &message, int type)
    {
        qint64 pairs = type < 0 ? 0 : 1;
        T::fields(message, [&](int, const char *, const auto &value) { pairs += isDefault(value) ? 0 : 1; });
        m_out.map(pairs);
        if (type >= 0) {
            m_out.integer(0);
            m_out.integer(type);
        }
        T::fields(message, [&](int number, const char *, const auto &value) {
            if (isDefault(value))
                return;
            m_out.integer(number);
            put(value);
        });
    }

    template<class T>
    static bool isDefault(const T &value)
    {
        return value == T{};
    }

private:

    CborWriter &m_out;
};

class Decoder {
public:
    explicit Decoder(CborReader &in) : m_in(in) { }

    void get(qint64 &value) { value = m_in.integer(); }
    void get(bool &value) { value = m_in.boolean(); }
    void get(QString &value) { value = m_in.text(); }
    void get(QByteArray &value) { value = m_in.bytes().toByteArray(); }
    void get(Uuid &value)
    {
        const QByteArrayView bytes = m_in.bytes();
        if (bytes.size() != 16)
            m_in.fault();
        value = Uuid::fromBytes(bytes);
    }
    void get(ScopeId &value)
    {
        const auto scope = ScopeId::fromString(m_in.text());
        if (scope)
            value = *scope;
        else
            m_in.fault();
    }
    template<class Tag>
    void get(base::Id<Tag> &value)
    {
        Uuid uuid;
        get(uuid);
        value = base::Id<Tag>(uuid);
    }
    template<class T>
    void get(QList<T> &list)
    {
        const qint64 count = m_in.array();
        if (count > maxListItems)
            m_in.fault();
        for (qint64 i = 0; i < count && m_in.ok(); ++i) {
            T each{};
            get(each);
            list.append(each);
        }
    }
    template<Part T>
    void get(T &part)
    {
        for (qint64 pairs = m_in.map(); pairs > 0 && m_in.ok(); --pairs)
            field(part, m_in.integer());
    }

    template<class T>
    void field(T &message, qint64 wanted)
    {
        bool known = false;
        T::fields(message, [&](int number, const char *, auto &value) {
            if (number != wanted)
                return;
            known = true;
            get(value);
        });
        if (!known)
            m_in.skip();
    }

private:
    CborReader &m_in;
};

constexpr int viewField = 4; // of Rows

// Makes an empty message of that type; nothing for a type of a newer build.
template<size_t At = 0>
std::optional<Message> emptyOf(qint64 type)
{
    if constexpr (At == std::variant_size_v<Message>) {
        return std::nullopt;
    } else {
        using M = std::variant_alternative_t<At, Message>;
        return M::type == type ? std::optional<Message>(M{}) : emptyOf<At + 1>(type);
    }
}

} // namespace

QByteArray encode(const Message &message)
{
    CborWriter out;
    std::visit([&](const auto &m) { Encoder(out).record(m, std::decay_t<decltype(m)>::type); }, message);
    return out.take();
}

void append(QByteArray &frame, const Message &message)
{
    frame.append(encode(message));
}

base::Result<std::vector<Message>> decode(QByteArrayView frame)
{
    base::offUiThread("decoding: frame");
    std::vector<Message> messages;
    CborReader in(frame);
    if (frame.size() > maxFrameBytes)
        in.fault();
    while (in.ok() && !in.atEnd()) {
        const qint64 pairs = in.map();
        if (pairs < 1 || in.integer() != 0) {
            in.fault();
            break;
        }
        auto message = emptyOf(in.integer());
        Decoder decoder(in);
        for (qint64 i = 1; i < pairs && in.ok(); ++i) {
            const qint64 key = in.integer();
            if (message)
                std::visit([&](auto &m) { decoder.field(m, key); }, *message);
            else
                in.skip();
        }
        if (messages.size() >= maxRecords)
            in.fault();
        if (message && in.ok())
            messages.push_back(std::move(*message));
    }
    if (!in.ok())
        return base::fail(base::ErrorKind::Protocol, QStringLiteral("frame"),
                          QStringLiteral("The other side sent something that is not this protocol."));
    return messages;
}

SharedRows share(const Rows &rows)
{
    Q_ASSERT(rows.req == 0);
    SharedRows shared;
    CborWriter out;
    Encoder encoder(out);
    Rows::fields(rows, [&](int number, const char *, const auto &value) {
        if (number == viewField || Encoder::isDefault(value))
            return;
        out.integer(number);
        encoder.put(value);
        ++shared.pairs;
    });
    shared.tail = out.take();
    return shared;
}

QByteArray headFor(const SharedRows &shared, ViewId view)
{
    CborWriter out;
    out.map(shared.pairs + 2);
    out.integer(0);
    out.integer(Rows::type);
    out.integer(viewField);
    out.bytes(view.uuid().view());
    return out.take();
}

QString nameOf(const Message &message)
{
    return std::visit([](const auto &m) { return QString::fromLatin1(std::decay_t<decltype(m)>::name); }, message);
}

} // namespace parvis::protocol
