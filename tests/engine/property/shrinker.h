// SPDX-License-Identifier: MIT
#pragma once

#include "engine/property/schedule.h"

#include <functional>

namespace textback::test {

/// Leaves out steps for as long as it still goes wrong: at first half of them at a time, in the end one by one, then the waits between them
/// (delta debugging). `fails` plays a schedule; it is asked at most `plays` times. The result fails, too.
Schedule shrunk(const Schedule &schedule, const std::function<bool(const Schedule &)> &fails, int plays = 300);

} // namespace textback::test
