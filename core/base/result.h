#pragma once

#include "base/error.h"

#include <tl/expected.hpp>

namespace parvis::base {

template<class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(ErrorKind kind, QString where, QString detail)
{
    return tl::make_unexpected(Error{kind, std::move(where), std::move(detail)});
}

inline tl::unexpected<Error> fail(Error error)
{
    return tl::make_unexpected(std::move(error));
}

} // namespace parvis::base
