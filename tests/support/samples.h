#pragma once

#include "protocol/messages.h"
#include "protocol/rows.h"

// A filled value of every message and every kind, made from their descriptions: one that is added has a sample at once.
namespace parvis::test {

inline base::Uuid sampleUuid(int n)
{
    QByteArray bytes(16, '\0');
    bytes[0] = char(n);
    bytes[6] = char(0x70);
    bytes[8] = char(0x80);
    bytes[15] = char(n + 1);
    return base::Uuid::fromBytes(bytes);
}

class Sampler {
public:
    void fill(qint64 &value) { value = next() * 1000; }
    void fill(bool &value) { value = true; }
    void fill(QString &value) { value = QStringLiteral("té %1").arg(next()); }
    void fill(QByteArray &value) { value = "bytes " + QByteArray::number(next()); }
    void fill(base::Uuid &value) { value = sampleUuid(next()); }
    void fill(base::Time &value) { value = {qint64(1'700'000'000'000'000) + next()}; }
    void fill(model::Version &value)
    {
        fill(value.body);
        fill(value.until);
    }
    void fill(model::ScopeId &value) { value = model::ScopeId::group(model::GroupId(sampleUuid(next()))); }
    template<class Tag>
    void fill(base::Id<Tag> &value)
    {
        value = base::Id<Tag>(sampleUuid(next()));
    }
    template<class E>
        requires std::is_enum_v<E>
    void fill(E &value)
    {
        value = E(1);
    }
    template<class T>
    void fill(QList<T> &list)
    {
        for (int i = 0; i < 2; ++i) {
            T each{};
            fill(each);
            list.append(each);
        }
    }
    template<class T>
        requires requires(T &t) { T::fields(t, [](int, const char *, auto &) {}); }
    void fill(T &part)
    {
        T::fields(part, [this](int, const char *, auto &value) { fill(value); });
    }
    template<class T>
        requires requires { model::Description<T>::fields; }
    void fill(T &entity)
    {
        model::forEachField<T>([&](const auto &f) { fill(entity.*(f.member)); });
    }

private:
    int next() { return ++m_count; }
    int m_count = 0;
};

template<class T>
T sampled()
{
    T value{};
    Sampler().fill(value);
    return value;
}

inline model::Entity sampleEntity(model::Kind kind)
{
    return model::withKind(kind, [](auto tag) -> model::Entity { return sampled<decltype(tag)>(); });
}

// One of each message, in the order of the variant.
template<size_t At = 0>
void sampleMessages(QList<protocol::Message> &list)
{
    if constexpr (At < std::variant_size_v<protocol::Message>) {
        list.append(sampled<std::variant_alternative_t<At, protocol::Message>>());
        sampleMessages<At + 1>(list);
    }
}

inline QList<protocol::Message> allMessages()
{
    QList<protocol::Message> list;
    sampleMessages(list);
    return list;
}

inline model::Operation sampleOperation(model::Kind kind, model::Action action = model::Action::Create)
{
    model::Operation op;
    op.id = model::OpId(sampleUuid(101));
    op.action = action;
    op.kind = kind;
    op.scope = model::ScopeId::group(model::GroupId(sampleUuid(102)));
    op.entity = sampleUuid(103);
    const model::Entity entity = sampleEntity(kind);
    for (int number = 1; number <= model::numberOfFields(kind); ++number)
        op.changes.append({number, *model::fieldValue(entity, number)});
    op.baseRev = 7;
    op.baseOp = model::OpId(sampleUuid(104));
    op.dependsOn = {model::OpId(sampleUuid(105))};
    op.at = {1'700'000'000'000'000};
    return op;
}

} // namespace parvis::test
