#include "protocol/value_codec.h"

#include "protocol/limits.h"

namespace parvis::protocol {

using model::FieldType;
using model::FieldValue;
using model::Uuid;
using model::Version;

namespace {

void writeOne(CborWriter &out, std::monostate) { out.null(); }
void writeOne(CborWriter &out, bool value) { out.boolean(value); }
void writeOne(CborWriter &out, qint64 value) { out.integer(value); }
void writeOne(CborWriter &out, const QString &value) { out.text(value); }

void writeOne(CborWriter &out, const Uuid &value)
{
    if (value.isNull())
        out.null();
    else
        out.bytes(value.view());
}

void writeOne(CborWriter &out, const QStringList &value)
{
    out.array(value.size());
    for (const QString &each : value)
        out.text(each);
}

void writeOne(CborWriter &out, const QList<Uuid> &value)
{
    out.array(value.size());
    for (const Uuid &each : value)
        out.bytes(each.view());
}

void writeOne(CborWriter &out, const QList<Version> &value)
{
    out.array(value.size());
    for (const Version &each : value) {
        out.array(2);
        out.text(each.body);
        out.integer(each.until.us);
    }
}

Uuid readUuid(CborReader &in)
{
    if (in.peek() == CborReader::Type::Null) {
        in.null();
        return {};
    }
    const QByteArrayView bytes = in.bytes();
    if (bytes.size() != 16)
        in.fault();
    return Uuid::fromBytes(bytes);
}

} // namespace

void writeValue(CborWriter &out, const FieldValue &value)
{
    std::visit([&](const auto &each) { writeOne(out, each); }, value);
}

FieldValue readValue(CborReader &in, FieldType type)
{
    switch (type) {
    case FieldType::Bool:
        return in.boolean();
    case FieldType::Integer:
    case FieldType::Time:
        return in.integer();
    case FieldType::Text:
        return in.text();
    case FieldType::Id:
        return readUuid(in);
    case FieldType::TextList: {
        QStringList list;
        for (qint64 i = in.array(); i > 0 && in.ok(); --i)
            list.append(in.text());
        return list;
    }
    case FieldType::IdList: {
        QList<Uuid> list;
        for (qint64 i = in.array(); i > 0 && in.ok(); --i)
            list.append(readUuid(in));
        return list;
    }
    case FieldType::Versions: {
        QList<Version> list;
        for (qint64 i = in.array(); i > 0 && in.ok(); --i) {
            if (in.array() != 2)
                in.fault();
            Version version;
            version.body = in.text();
            version.until.us = in.integer();
            list.append(version);
        }
        return list;
    }
    }
    in.fault();
    return {};
}

} // namespace parvis::protocol
