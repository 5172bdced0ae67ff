// SPDX-License-Identifier: MIT
#pragma once

#include "domain/error.h"

#include <tl/expected.hpp>

#include <functional>

namespace textback {

/// A value or the Error that stands in its place. No exception crosses a layer.
template <typename T>
using Result = tl::expected<T, Error>;

/// How an asynchronous call of a port ends: called exactly once, on the thread that made the call, and never from inside that call.
/// Guard what it captures with Lifetime: the caller may be gone by then.
template <typename T>
using Completion = std::function<void(Result<T>)>;

} // namespace textback
