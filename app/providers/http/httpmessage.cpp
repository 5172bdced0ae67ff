// SPDX-License-Identifier: MIT
#include "providers/http/httpmessage.h"

using namespace Qt::StringLiterals;

namespace textback {

QString toString(HttpEnd end)
{
    switch (end) {
    case HttpEnd::Answered:
        return u"answered"_s;
    case HttpEnd::NotAllowed:
        return u"not allowed"_s;
    case HttpEnd::Unreachable:
        return u"unreachable"_s;
    case HttpEnd::TlsRefused:
        return u"TLS refused"_s;
    case HttpEnd::ConnectionLost:
        return u"connection lost"_s;
    case HttpEnd::DeadlinePassed:
        return u"deadline passed"_s;
    case HttpEnd::TooLarge:
        return u"answer too large"_s;
    case HttpEnd::Unreadable:
        return u"answer unreadable"_s;
    }
    return {};
}

} // namespace textback
