// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

namespace textback {

/// The only source of chance in app/: jitter and made-up data. Not for secrets.
class Random {
public:
    virtual ~Random() = default;

    /// Evenly in [0, 1).
    virtual double uniform() = 0;
    /// Evenly in [0, bound).
    virtual quint32 below(quint32 bound) = 0;
};

} // namespace textback
