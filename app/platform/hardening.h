// SPDX-License-Identifier: MIT
#pragma once

namespace textback {

/// What has to be done before anything else in main(): new files are the user's alone, a vanished reader of our output is no reason to
/// die, and in release builds no memory image (with secrets in it) is ever written by a crash.
void hardenProcess();

} // namespace textback
