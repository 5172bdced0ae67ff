// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace textback {

/// Tells this computer from others: 64 hexadecimal digits that stay until its system is installed anew; empty where the system has no such mark.
/// Derived, as machine-id(5) asks: the system's own mark is secret and stands nowhere.
QString computerId();

} // namespace textback
