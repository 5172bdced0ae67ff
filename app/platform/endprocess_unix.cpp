// SPDX-License-Identifier: MIT
#include "platform/endprocess.h"

#include <csignal>
#include <limits>

namespace textback {

bool endProcess(qint64 pid)
{
    // 0, 1 and negative numbers would mean somebody else: a group, init, everybody.
    if (pid <= 1 || pid > std::numeric_limits<pid_t>::max())
        return false;
    // A stopped process would keep any other signal for later.
    return ::kill(static_cast<pid_t>(pid), SIGKILL) == 0;
}

} // namespace textback
