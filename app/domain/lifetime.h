// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <utility>

namespace textback {

/// Lets a class hand out callbacks that do nothing once it is destroyed.
/// Keep it as the last member, so that it dies first. One thread only.
class Lifetime {
public:
    Lifetime() = default;
    Lifetime(const Lifetime &) = delete;
    Lifetime &operator=(const Lifetime &) = delete;

    /// Wraps `function` so that a call after this object's end is silently dropped.
    template <typename Function>
    auto guard(Function function) const
    {
        return [alive = std::weak_ptr<char>(m_alive), function = std::move(function)](auto &&...arguments) mutable {
            if (!alive.expired())
                function(std::forward<decltype(arguments)>(arguments)...);
        };
    }

private:
    std::shared_ptr<char> m_alive = std::make_shared<char>();
};

} // namespace textback
