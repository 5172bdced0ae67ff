// SPDX-License-Identifier: MIT
#include "platform/datafolder.h"

#include <QDir>

#include <aclapi.h>
#include <memory>
#include <qt_windows.h>
#include <sddl.h>

namespace textback::datafolder {

namespace {

struct LocalFreer {
    void operator()(void *memory) const { LocalFree(memory); }
};

} // namespace

bool isOwnedByUser(const QString &)
{
    return true; // the access list decides, not the owner: makePrivate and the write test show whether it lets us in
}

bool makePrivate(const QString &path, bool folder)
{
    if (!folder)
        return true; // files inherit from the folder
    // Protected list: full access for the owner, the system and the administrators, inherited by everything below; nobody else.
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    if (!ConvertStringSecurityDescriptorToSecurityDescriptorW(L"D:P(A;OICI;FA;;;OW)(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)", SDDL_REVISION_1,
                                                              &descriptor, nullptr))
        return false;
    const std::unique_ptr<void, LocalFreer> keeper(descriptor);
    const QString native = QDir::toNativeSeparators(path);
    return SetFileSecurityW(reinterpret_cast<const wchar_t *>(native.utf16()),
                            DACL_SECURITY_INFORMATION | PROTECTED_DACL_SECURITY_INFORMATION, descriptor) != 0;
}

bool isOpenToOthers(const QString &path)
{
    // The folder under the user's profile is private by inheritance; one of somebody's own choice is made so when it is made.
    static_cast<void>(path);
    return false;
}

} // namespace textback::datafolder
