// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace textback {

/// What a file is by its own first bytes. What a header or a name says about it is a stranger's word and counts for nothing. Formats that can
/// carry a program or point elsewhere (SVG, HTML) are Unknown on purpose: they can be saved, never shown.
enum class MediaType { Unknown, Jpeg, Png, Gif, Webp, Mp3, Wav, Ogg, Amr, M4a, Mp4, ThreeGp, Pdf, VCard };

/// What can be done with it.
enum class MediaKind { Picture, Sound, Video, Other };

MediaType mediaTypeOf(QByteArrayView bytes);
MediaKind mediaKindOf(MediaType type);
/// The end of a file's name, without the dot: "jpg"; "bin" of Unknown.
QString mediaSuffix(MediaType type);
/// Nothing for a suffix that mediaSuffix() does not give.
std::optional<MediaType> mediaTypeFromSuffix(QStringView suffix);

} // namespace textback
