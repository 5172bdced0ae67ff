// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QString>

namespace textback {

/// The text of a file that does not say how it is written: by its byte order mark, else as UTF-8 where it is valid, else as Windows-1252, in which
/// Outlook writes. Any bytes give a text.
QString decodeText(QByteArrayView bytes);

/// Bytes whose charset was named ("ISO-8859-1"). An unknown or empty name: as above, but without a byte order mark.
QString decodeText(QByteArrayView bytes, QByteArrayView charset);

} // namespace textback
