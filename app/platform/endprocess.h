// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

namespace textback {

/// Ends another process of this user at once, also one that is frozen. One file per operating system. False if it could not be done.
bool endProcess(qint64 pid);

} // namespace textback
