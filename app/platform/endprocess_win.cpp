// SPDX-License-Identifier: MIT
#include "platform/endprocess.h"

#include <qt_windows.h>

#include <limits>

namespace textback {

bool endProcess(qint64 pid)
{
    if (pid <= 0 || pid > std::numeric_limits<DWORD>::max())
        return false;
    const HANDLE process = ::OpenProcess(PROCESS_TERMINATE, FALSE, static_cast<DWORD>(pid));
    if (!process)
        return false;
    const bool ended = ::TerminateProcess(process, 137) != 0;
    ::CloseHandle(process);
    return ended;
}

} // namespace textback
