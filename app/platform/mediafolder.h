// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/mediacache.h"

namespace textback {

class Clock;

/// Pictures and voicemails in a folder of their own inside the data folder (0700, each file 0600), bounded. Files are named by who keeps them, and
/// end as their content says. One thread; its files may be read on any.
class MediaFolder final : public MediaCache {
public:
    static constexpr qint64 usualLimit = 256 * 1024 * 1024;

    /// `clock` outlives it. `limit`: bytes of all files together. The folder is made with the first file.
    MediaFolder(QString folder, const Clock &clock, qint64 limit = usualLimit);

    std::optional<KeptFile> find(const QString &name) override;
    Result<KeptFile> keep(const QString &name, MediaType type, const QByteArray &bytes) override;
    Result<void> clear() override;

private:
    void prune(const QString &spared) const;

    QString m_folder;
    const Clock &m_clock;
    qint64 m_limit;
};

} // namespace textback
