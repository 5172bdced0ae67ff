// SPDX-License-Identifier: MIT
#include "domain/media/mediatype.h"

#include <algorithm>
#include <array>

namespace textback {

namespace {

struct TypeText {
    MediaType type;
    MediaKind kind;
    QLatin1StringView suffix;
};

constexpr std::array types{
    TypeText{MediaType::Unknown, MediaKind::Other, QLatin1StringView("bin")},
    TypeText{MediaType::Jpeg, MediaKind::Picture, QLatin1StringView("jpg")},
    TypeText{MediaType::Png, MediaKind::Picture, QLatin1StringView("png")},
    TypeText{MediaType::Gif, MediaKind::Picture, QLatin1StringView("gif")},
    TypeText{MediaType::Webp, MediaKind::Picture, QLatin1StringView("webp")},
    TypeText{MediaType::Mp3, MediaKind::Sound, QLatin1StringView("mp3")},
    TypeText{MediaType::Wav, MediaKind::Sound, QLatin1StringView("wav")},
    TypeText{MediaType::Ogg, MediaKind::Sound, QLatin1StringView("ogg")},
    TypeText{MediaType::Amr, MediaKind::Sound, QLatin1StringView("amr")},
    TypeText{MediaType::M4a, MediaKind::Sound, QLatin1StringView("m4a")},
    TypeText{MediaType::Mp4, MediaKind::Video, QLatin1StringView("mp4")},
    TypeText{MediaType::ThreeGp, MediaKind::Video, QLatin1StringView("3gp")},
    TypeText{MediaType::Pdf, MediaKind::Other, QLatin1StringView("pdf")},
    TypeText{MediaType::VCard, MediaKind::Other, QLatin1StringView("vcf")},
};

const TypeText &textOf(MediaType type)
{
    return *std::find_if(types.begin(), types.end(), [type](const TypeText &text) { return text.type == type; });
}

/// An MPEG audio frame's first two bytes: eleven set bits, layer III (ISO/IEC 11172-3).
bool isMp3Frame(QByteArrayView bytes)
{
    return bytes.size() > 2 && uchar(bytes[0]) == 0xFF && (uchar(bytes[1]) & 0xE6) == 0xE2 && (uchar(bytes[2]) & 0xF0) != 0xF0;
}

/// The brand of an ISO base media file (ISO/IEC 14496-12): "ftyp" at 4, its brand at 8.
MediaType isoType(QByteArrayView brand)
{
    if (brand.startsWith("M4A") || brand.startsWith("M4B"))
        return MediaType::M4a;
    if (brand.startsWith("3g"))
        return MediaType::ThreeGp;
    static constexpr std::array films{"isom", "iso2", "mp41", "mp42", "avc1", "M4V ", "qt  ", "iso5", "iso6", "MSNV"};
    const bool film = std::any_of(films.begin(), films.end(), [brand](const char *known) { return brand == QByteArrayView(known); });
    return film ? MediaType::Mp4 : MediaType::Unknown;
}

} // namespace

MediaType mediaTypeOf(QByteArrayView bytes)
{
    if (bytes.startsWith("\xFF\xD8\xFF"))
        return MediaType::Jpeg;
    if (bytes.startsWith("\x89PNG\r\n\x1A\n"))
        return MediaType::Png;
    if (bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a"))
        return MediaType::Gif;
    if (bytes.size() >= 12 && bytes.startsWith("RIFF")) {
        if (bytes.sliced(8, 4) == QByteArrayView("WEBP"))
            return MediaType::Webp;
        return bytes.sliced(8, 4) == QByteArrayView("WAVE") ? MediaType::Wav : MediaType::Unknown;
    }
    if (bytes.startsWith("ID3") || isMp3Frame(bytes))
        return MediaType::Mp3;
    if (bytes.startsWith("OggS"))
        return MediaType::Ogg;
    if (bytes.startsWith("#!AMR"))
        return MediaType::Amr;
    if (bytes.size() >= 12 && bytes.sliced(4, 4) == QByteArrayView("ftyp"))
        return isoType(bytes.sliced(8, 4));
    if (bytes.startsWith("%PDF-"))
        return MediaType::Pdf;
    if (bytes.startsWith("BEGIN:VCARD"))
        return MediaType::VCard;
    return MediaType::Unknown;
}

MediaKind mediaKindOf(MediaType type)
{
    return textOf(type).kind;
}

QString mediaSuffix(MediaType type)
{
    return textOf(type).suffix;
}

std::optional<MediaType> mediaTypeFromSuffix(QStringView suffix)
{
    const auto found = std::find_if(types.begin(), types.end(), [suffix](const TypeText &text) { return text.suffix == suffix; });
    return found == types.end() ? std::nullopt : std::optional(found->type);
}

} // namespace textback
