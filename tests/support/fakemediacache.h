// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/mediacache.h"

#include <QMap>

namespace textback::test {

/// Keeps files in memory; their "paths" are their names.
class FakeMediaCache final : public MediaCache {
public:
    std::optional<KeptFile> find(const QString &name) override
    {
        const auto found = files.constFind(name);
        return found == files.constEnd() ? std::nullopt : std::optional(*found);
    }
    Result<KeptFile> keep(const QString &name, MediaType type, const QByteArray &bytes) override
    {
        if (full)
            return tl::unexpected(Error{ErrorKind::Storage, QStringLiteral("full"), {}, 0, {}});
        return *files.insert(name, {name + u'.' + mediaSuffix(type), type, bytes.size()});
    }

    Result<void> clear() override
    {
        files.clear();
        return {};
    }

    QMap<QString, KeptFile> files;
    bool full = false;
};

} // namespace textback::test
