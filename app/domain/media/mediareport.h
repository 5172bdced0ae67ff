// SPDX-License-Identifier: MIT
#pragma once

#include "domain/error.h"
#include "domain/ids.h"
#include "domain/media/mediatype.h"

#include <QString>

#include <optional>

namespace textback {

/// Of the files that came with a message so many are fetched and shown: providers take at most ten.
inline constexpr int mostFilesOfMessage = 10;

/// A file that came with a message, or the voicemail of a call. Exactly one of the two ids is set.
struct MediaKey {
    MessageId message;
    CallId call;
    int index = 0; ///< of a message's files, in a fixed order, from 0

    bool operator==(const MediaKey &) const = default;
    friend size_t qHash(const MediaKey &key, size_t seed = 0) { return qHashMulti(seed, key.message.value, key.call.value, key.index); }
};

/// A file that is kept on this PC.
struct KeptFile {
    QString path;
    MediaType type = MediaType::Unknown;
    qint64 size = 0; ///< bytes

    bool operator==(const KeptFile &) const = default;
};

/// Error::providerCode where a file came, but not one that can be what it should.
inline constexpr QLatin1StringView notSoundCode("not-sound");

/// How it stands with one file.
struct MediaReport {
    enum class State { Loading, Ready, Failed };

    MediaKey key;
    State state = State::Loading;
    KeptFile file;              ///< Ready
    std::optional<Error> error; ///< Failed

    bool operator==(const MediaReport &) const = default;
};

} // namespace textback

Q_DECLARE_METATYPE(textback::MediaReport)
