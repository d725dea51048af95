#pragma once

#include "model/entities.h"
#include "protocol/rows.h"
#include "protocol/value_codec.h"
#include "store/database.h"
#include "store/kind_sql.h"

namespace parvis::store {

// What the rest of an apply needs of a row that was bound without being decoded; views into the payload.
struct RowGist {
    QByteArrayView body;   // of a post or comment
    QByteArrayView author; // likewise
    QByteArrayView thread; // of a comment or reaction: the post's id; of an attachment: what it goes with
    // Of a post or comment, for its notice.
    QByteArrayView wall;
    QByteArrayView parent;
    QByteArrayView mentions; // a CBOR array
    bool blank = false;
    QByteArrayView tags; // of a post, packed; empty if there are none
};

template<class S>
inline constexpr bool hasBody = std::is_same_v<S, model::Post> || std::is_same_v<S, model::Comment>;
template<class S>
inline constexpr bool hasThread = std::is_same_v<S, model::Comment> || std::is_same_v<S, model::Reaction>;
template<class S>
inline constexpr bool hasTags = std::is_same_v<S, model::Post>;
template<class S>
inline constexpr bool hasName =
    std::is_same_v<S, model::Person> || std::is_same_v<S, model::Group> || std::is_same_v<S, model::GroupCard>;

template<class S>
inline constexpr bool hasFileWords =
    std::is_same_v<S, model::Folder> || std::is_same_v<S, model::Document> || std::is_same_v<S, model::DocumentText>;

namespace detail {

// One field straight from CBOR to the statement; a value of another type faults the reader.
template<class T>
QByteArrayView bindField(Statement &statement, int at, protocol::CborReader &in)
{
    using protocol::CborReader;
    constexpr model::FieldType type = model::fieldTypeOf<T>();
    QByteArrayView view;
    if constexpr (type == model::FieldType::Bool) {
        statement.bind(at, in.boolean());
    } else if constexpr (type == model::FieldType::Integer || type == model::FieldType::Time) {
        statement.bind(at, in.integer());
    } else if constexpr (type == model::FieldType::Text) {
        view = in.utf8();
        statement.bindUtf8(at, view);
    } else if constexpr (type == model::FieldType::Id) {
        if (in.peek() == CborReader::Type::Null) {
            in.null();
            statement.bindNull(at);
        } else {
            view = in.bytes();
            if (view.size() != 16)
                in.fault();
            statement.bindBlob(at, view);
        }
    } else {
        CborReader probe = in;
        const bool empty = probe.array() == 0;
        if (!empty) {
            probe = in;
            protocol::readValue(probe, type);
        }
        if (!probe.ok())
            in.fault();
        view = in.skip();
        if (empty) {
            view = {};
            statement.bindNull(at);
        } else {
            statement.bindBlob(at, view);
        }
    }
    return view;
}

} // namespace detail

// Binds the fields and `extra` of a payload in this build's own layout. False for any other (damaged, or of an older or
// newer build): the bindings are then of no use.
template<class S>
bool bindPayload(Statement &statement, QByteArrayView payload, RowGist &gist)
{
    protocol::CborReader in(payload);
    if (in.array() != model::fieldCount<S> + 1)
        return false;
    int at = firstFieldParameter;
    model::forEachField<S>([&](const auto &field) {
        using T = std::decay_t<decltype(std::declval<S>().*(field.member))>;
        if constexpr (hasBody<S> && std::is_same_v<T, bool>) {
            protocol::CborReader ahead = in;
            if (field.member == &S::blank)
                gist.blank = ahead.boolean();
        }
        [[maybe_unused]] const QByteArrayView view = detail::bindField<T>(statement, at++, in);
        if constexpr (hasBody<S> && std::is_same_v<T, QString>) {
            if (field.member == &S::body)
                gist.body = view;
        }
        if constexpr (hasTags<S> && std::is_same_v<T, QStringList>) {
            if (field.member == &S::tags)
                gist.tags = view;
        }
        if constexpr (hasThread<S> && std::is_same_v<T, model::PostId>) {
            if (field.member == &S::post)
                gist.thread = view;
        }
        if constexpr (std::is_same_v<S, model::Attachment> && std::is_same_v<T, model::Uuid>) {
            if (field.member == &S::target)
                gist.thread = view;
        }
        if constexpr (hasBody<S> && std::is_same_v<T, model::PersonId>) {
            if (field.member == &S::author)
                gist.author = view;
            else
                gist.wall = view;
        }
        if constexpr (std::is_same_v<S, model::Comment> && std::is_same_v<T, model::CommentId>)
            gist.parent = view;
        if constexpr (hasBody<S> && std::is_same_v<T, QList<model::Uuid>>)
            gist.mentions = view;
    });
    protocol::CborReader map = in;
    const QByteArrayView extra = in.skip();
    const qint64 pairs = map.map();
    for (qint64 i = 0; i < pairs && map.ok(); ++i) {
        if (map.integer() <= model::fieldCount<S>)
            return false;
        map.skip();
    }
    if (pairs > 0)
        statement.bindBlob(firstFieldParameter - 1, extra);
    else
        statement.bindNull(firstFieldParameter - 1);
    return in.ok() && in.atEnd() && map.ok();
}

// The entity of a row selected by KindSql's columns.
template<class S>
S readFields(const Statement &row, int column = firstFieldColumn)
{
    S entity;
    model::forEachField<S>([&](const auto &field) {
        auto &value = entity.*(field.member);
        using T = std::decay_t<decltype(value)>;
        constexpr model::FieldType type = model::fieldTypeOf<T>();
        if constexpr (type == model::FieldType::Bool)
            value = row.boolean(column);
        else if constexpr (type == model::FieldType::Integer || type == model::FieldType::Time)
            value = T{row.integer(column)};
        else if constexpr (type == model::FieldType::Text)
            value = row.text(column);
        else if constexpr (type == model::FieldType::Id)
            value = T(row.uuid(column));
        else if (!row.isNull(column)) {
            protocol::CborReader in(row.view(column));
            model::fromValue(protocol::readValue(in, type), value);
        }
        ++column;
    });
    return entity;
}

// A row as it is held.
struct HeldRow {
    qint64 scopeKey = 0;
    model::Uuid id;
    qint64 rev = 0;
    qint64 order = 0;
    model::Entity entity;
};

inline HeldRow readHeldRow(const Statement &row, model::Kind kind)
{
    return {row.integer(0), row.uuid(1), row.integer(2), row.integer(3),
            model::withKind(kind, [&](auto tag) -> model::Entity { return readFields<decltype(tag)>(row); })};
}

} // namespace parvis::store
