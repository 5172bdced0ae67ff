// SPDX-License-Identifier: MIT
#pragma once

#include "domain/media/mediareport.h"
#include "domain/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace textback {

/// Files from the provider that were looked at, kept on this PC for the next look. Bounded; what was not looked at for longest goes first.
/// Engine thread.
class MediaCache {
public:
    virtual ~MediaCache() = default;

    /// `name`: of our own making, letters and digits.
    virtual std::optional<KeptFile> find(const QString &name) = 0;
    /// Fails with Storage.
    virtual Result<KeptFile> keep(const QString &name, MediaType type, const QByteArray &bytes) = 0;
    /// Deletes all of them: somebody's data are to be gone from this PC, and nothing is lost that the provider does not have.
    virtual Result<void> clear() = 0;
};

} // namespace textback
