// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace textback {

/// By what a person stands in the list of people: those with a name by its letters (accents and case folded), then the others by their address.
QString personSortKey(const QString &name, const QString &address);

} // namespace textback
