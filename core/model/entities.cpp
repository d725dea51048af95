#include "model/entities.h"

namespace parvis::model {

namespace {

template<class S>
constexpr bool numbersAreContiguous()
{
    int expected = 1;
    bool good = true;
    forEachField<S>([&](const auto &f) { good = good && f.number == expected++; });
    return good;
}

template<class... S>
constexpr bool descriptionsAreSound(std::variant<S...> *)
{
    return (numbersAreContiguous<S>() && ...);
}

template<class... S>
constexpr bool kindsFollowTheVariant(std::variant<S...> *)
{
    int expected = 1;
    return ((int(S::kind) == expected++) && ...);
}

static_assert(descriptionsAreSound(static_cast<Entity *>(nullptr)), "a row's array has one place per field, from 1");
static_assert(kindsFollowTheVariant(static_cast<Entity *>(nullptr)), "kindOf() counts on the variant's order");
static_assert(std::variant_size_v<Entity> == allKinds.size());

} // namespace

Entity emptyEntity(Kind kind)
{
    return withKind(kind, [](auto empty) -> Entity { return empty; });
}

std::optional<FieldValue> fieldValue(const Entity &entity, int number)
{
    std::optional<FieldValue> found;
    std::visit(
        [&](const auto &e) {
            forEachField<std::decay_t<decltype(e)>>([&](const auto &f) {
                if (f.number == number)
                    found = toValue(e.*(f.member));
            });
        },
        entity);
    return found;
}

bool setField(Entity &entity, int number, const FieldValue &value)
{
    bool done = false;
    std::visit(
        [&](auto &e) {
            forEachField<std::decay_t<decltype(e)>>([&](const auto &f) {
                if (f.number == number)
                    done = fromValue(value, e.*(f.member));
            });
        },
        entity);
    return done;
}

namespace {

template<class F>
void visitField(Kind kind, int number, F &&visit)
{
    withKind(kind, [&](auto tag) {
        using S = decltype(tag);
        forEachField<S>([&](const auto &f) {
            if (f.number == number)
                visit(f, tag);
        });
    });
}

} // namespace

std::optional<FieldType> fieldType(Kind kind, int number)
{
    std::optional<FieldType> type;
    visitField(kind, number, [&](const auto &f, const auto &tag) {
        type = fieldTypeOf<std::decay_t<decltype(tag.*(f.member))>>();
    });
    return type;
}

std::optional<Rule> fieldRule(Kind kind, int number)
{
    std::optional<Rule> rule;
    visitField(kind, number, [&](const auto &f, const auto &) { rule = f.rule; });
    return rule;
}

int numberOfFields(Kind kind)
{
    return withKind(kind, [](auto tag) { return fieldCount<decltype(tag)>; });
}

quint64 changedFields(const Entity &before, const Entity &after)
{
    Q_ASSERT(before.index() == after.index());
    quint64 bits = 0;
    std::visit(
        [&](const auto &a) {
            using S = std::decay_t<decltype(a)>;
            const S &b = std::get<S>(after);
            forEachField<S>([&](const auto &f) {
                if (!(a.*(f.member) == b.*(f.member)))
                    bits |= quint64(1) << (f.number - 1);
            });
        },
        before);
    return bits;
}

} // namespace parvis::model
