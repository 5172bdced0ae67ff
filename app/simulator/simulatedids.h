// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace textback {

class Random;

/// A Twilio identifier: two letters that say what it names, and 32 hexadecimal digits.
QString makeSid(QLatin1StringView prefix, Random &random);

/// 32 hexadecimal digits.
QString makeHex32(Random &random);

} // namespace textback
