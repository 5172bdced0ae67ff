// SPDX-License-Identifier: MIT
#include "engine/connectionstate.h"

namespace textback {

using namespace Qt::StringLiterals;

QString toString(ConnectionState::Kind kind)
{
    switch (kind) {
    case ConnectionState::Kind::NotSetUp:
        return u"not-set-up"_s;
    case ConnectionState::Kind::Connecting:
        return u"connecting"_s;
    case ConnectionState::Kind::Online:
        return u"online"_s;
    case ConnectionState::Kind::Offline:
        return u"offline"_s;
    case ConnectionState::Kind::ProviderDown:
        return u"provider-down"_s;
    case ConnectionState::Kind::Untrusted:
        return u"untrusted"_s;
    case ConnectionState::Kind::RateLimited:
        return u"rate-limited"_s;
    case ConnectionState::Kind::SignedOut:
        return u"signed-out"_s;
    case ConnectionState::Kind::Refused:
        return u"refused"_s;
    case ConnectionState::Kind::KeychainLocked:
        return u"keychain-locked"_s;
    case ConnectionState::Kind::StorageTrouble:
        return u"storage-trouble"_s;
    }
    return {};
}

} // namespace textback
