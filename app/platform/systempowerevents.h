// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/powerevents.h"

#include <memory>

namespace textback {

/// What this system says about sleep, for the thread that makes it (which needs an event loop): logind on Linux, the power notifications of Windows
/// and of macOS. Where nobody tells anything it is silent: no error.
std::unique_ptr<PowerEvents> makeSystemPowerEvents();

} // namespace textback
