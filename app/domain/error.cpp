// SPDX-License-Identifier: MIT
#include "domain/error.h"

#include "domain/enumnames.h"

namespace textback {

namespace {

constexpr EnumName<ErrorKind> kindNames[] = {
    {ErrorKind::Network, QLatin1StringView("network")},
    {ErrorKind::Timeout, QLatin1StringView("timeout")},
    {ErrorKind::Unauthorized, QLatin1StringView("unauthorized")},
    {ErrorKind::RateLimited, QLatin1StringView("rate-limited")},
    {ErrorKind::InvalidRecipient, QLatin1StringView("invalid-recipient")},
    {ErrorKind::OptedOut, QLatin1StringView("opted-out")},
    {ErrorKind::Rejected, QLatin1StringView("rejected")},
    {ErrorKind::Server, QLatin1StringView("server")},
    {ErrorKind::BadResponse, QLatin1StringView("bad-response")},
    {ErrorKind::Storage, QLatin1StringView("storage")},
    {ErrorKind::Keychain, QLatin1StringView("keychain")},
    {ErrorKind::Cancelled, QLatin1StringView("cancelled")},
};

} // namespace

QString toString(ErrorKind kind)
{
    return enumToString(kindNames, kind);
}

} // namespace textback
