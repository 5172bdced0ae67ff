// SPDX-License-Identifier: MIT
#include "platform/hardening.h"

#include <qt_windows.h>

// werapi.h of the Windows SDK; that of mingw-w64 10 does not compile.
extern "C" HRESULT WINAPI WerSetFlags(DWORD flags);

namespace textback {

void hardenProcess()
{
    // New files inherit the access list of the data folder, which the folder's owner alone has (datafolder_win.cpp).
#ifdef NDEBUG
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
    constexpr DWORD withoutTheHeap = 1; // WER_FAULT_REPORTING_FLAG_NOHEAP
    WerSetFlags(withoutTheHeap);
#endif
}

} // namespace textback
