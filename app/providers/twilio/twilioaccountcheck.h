// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/providerfactory.h"

namespace textback {

class TwilioAccess;

/// Asks what the login is worth: the account's state, its numbers and what they can do. With an API key of the usual kind ("Standard") Twilio
/// refuses the account's own page with 401 although the key is good for everything else; then the numbers alone decide, and name, state and
/// trial are not known (active is assumed). `api` must outlive the check.
void checkTwilioAccount(TwilioAccess &api, Completion<AccountCheck> done);

} // namespace textback
