// SPDX-License-Identifier: MIT
#include "domain/loopback.h"

#include <QString>
#include <QStringList>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace textback {

bool isLoopback(const QUrl &url)
{
    // QUrl gives hosts in lower case and IPv6 addresses without brackets in their shortest form.
    const QString host = url.host();
    if (host == "localhost"_L1 || host == "::1"_L1)
        return true;
    // A name like "127.0.0.1.example.com" is a foreign host: all four parts must be numbers.
    const QStringList parts = host.split(u'.');
    return parts.size() == 4 && parts.first() == "127"_L1 && std::all_of(parts.begin(), parts.end(), [](const QString &part) {
               bool isNumber = false;
               const int value = part.toInt(&isNumber);
               return isNumber && value >= 0 && value <= 255;
           });
}

} // namespace textback
