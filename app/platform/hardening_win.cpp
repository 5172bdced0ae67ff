// SPDX-License-Identifier: MIT
#include "platform/hardening.h"

#include <qt_windows.h>
#include <werapi.h>

namespace textback {

void hardenProcess()
{
    // New files inherit the access list of the data folder, which the folder's owner alone has (datafolder_win.cpp).
#ifdef NDEBUG
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
    WerSetFlags(WER_FAULT_REPORTING_NOHEAP);
#endif
}

} // namespace textback
