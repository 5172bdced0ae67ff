// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace textback {

/// The bytes that begin a CSV file (the UTF-8 mark): without them Excel reads another encoding.
QByteArray csvBegin();

/// One row after RFC 4180: every cell in quotes, quotes doubled, CR LF at the end, UTF-8. A cell that a spreadsheet would take for a formula
/// (it begins with = + - @, their full-width twins, a tab or a line end) gets a ' in front, so that "+13135550131" stays a number to be
/// read and "=HYPERLINK(...)" a text (faults.md F55). NUL, which no CSV reader takes, becomes U+FFFD.
QByteArray csvRow(const QStringList &cells);

} // namespace textback
