// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

/// What every target has: libFuzzer calls it, and so does replay.cpp in the ordinary test run. Returns 0.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

namespace textback::fuzz {

/// The bytes of one input.
inline QByteArray bytesOf(const uint8_t *data, size_t size)
{
    return {reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)};
}

/// The input as text; broken UTF-8 becomes U+FFFD, as it does wherever bytes from outside become text.
inline QString textOf(const uint8_t *data, size_t size)
{
    return QString::fromUtf8(bytesOf(data, size));
}

/// Several texts in one input, apart by a line that is "---"; always `count` of them.
inline QStringList partsOf(const uint8_t *data, size_t size, qsizetype count)
{
    QStringList parts = textOf(data, size).split(QStringLiteral("\n---\n"));
    while (parts.size() < count)
        parts.append(QString());
    return parts;
}

/// A promise that did not hold: says which and ends the program, so that the fuzzer keeps the input.
[[noreturn]] inline void broken(const char *promise, const char *file, int line)
{
    std::fprintf(stderr, "%s:%d: broken promise: %s\n", file, line, promise);
    std::abort();
}

} // namespace textback::fuzz

/// Checked in every build, unlike an assertion.
#define FUZZ_PROMISE(condition)                                                                                                            \
    do {                                                                                                                                   \
        if (!(condition))                                                                                                                  \
            textback::fuzz::broken(#condition, __FILE__, __LINE__);                                                                        \
    } while (false)
