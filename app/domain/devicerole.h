// SPDX-License-Identifier: MIT
#pragma once

#include "domain/time.h"

#include <QMetaType>
#include <QString>

#include <optional>

namespace textback {

/// Of several PCs on one account exactly one sends automatic texts; the others show, and send what a person writes (faults.md 5.4).
enum class DeviceRole { Sender, Viewer };

QString toString(DeviceRole role);
std::optional<DeviceRole> deviceRoleFromString(const QString &text);

/// The role of this PC as it is in force: what a person chose is in the settings, and the store follows it.
struct StoredRole {
    DeviceRole role = DeviceRole::Sender;
    qint64 token = 1; ///< one more at each change: what was queued under an older one is not sent any more
    UtcTime since{};  ///< begin of the role; of a Sender that took over: end of the takeover. Provider's clock
    /// A Sender that still waits until the other PC's last text can be seen; provider's clock. The epoch: the count has not begun.
    std::optional<UtcTime> takeoverUntil;
    QString computer; ///< on which the role was taken (EnginePorts::computerId); empty: not known

    /// Whether automatic texts may leave.
    bool sends() const { return role == DeviceRole::Sender && !takeoverUntil; }
    bool operator==(const StoredRole &) const = default;
};

} // namespace textback

Q_DECLARE_METATYPE(textback::DeviceRole)
