// SPDX-License-Identifier: MIT
#pragma once

class QUrl;

namespace textback {

/// Whether a URL's host is this very computer: "localhost", 127.0.0.0/8 or ::1. Only there may http be used, and only there do the
/// fictional numbers of a simulated line count as callers.
bool isLoopback(const QUrl &url);

} // namespace textback
