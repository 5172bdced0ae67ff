// SPDX-License-Identifier: MIT
#include "simulator/simulatedids.h"

#include "domain/ports/random.h"

namespace textback {

QString makeHex32(Random &random)
{
    QString hex;
    hex.reserve(32);
    for (int i = 0; i < 8; ++i)
        hex += QString::number(random.below(0x10000), 16).rightJustified(4, u'0');
    return hex;
}

QString makeSid(QLatin1StringView prefix, Random &random)
{
    return prefix + makeHex32(random);
}

} // namespace textback
