// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace textback {

/// A refusal in Twilio's form.
struct TwilioError {
    int status = 400; ///< HTTP
    int code = 0;     ///< Twilio's own
    QString message;

    bool operator==(const TwilioError &) const = default;
};

} // namespace textback
