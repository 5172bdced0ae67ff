// SPDX-License-Identifier: MIT
#include "fuzz/fuzz.h"

#include <QDir>
#include <QFile>

#include <algorithm>

// Runs a target without libFuzzer, with any compiler: every file of the folders or files named, and what cutting and changing it by one
// byte makes of it. Ends as the target ends; without a file to run it fails.

namespace {

/// The longest seed of which every cut is tried; longer ones are cut at as many places.
constexpr qsizetype mostCuts = 400;

qint64 runs = 0;

void run(const QByteArray &input)
{
    // A buffer of exactly that size, so that the address sanitizer sees one byte too many.
    const auto *data = reinterpret_cast<const uint8_t *>(input.constData());
    auto *copy = static_cast<uint8_t *>(std::malloc(static_cast<size_t>(std::max<qsizetype>(input.size(), 1))));
    std::copy(data, data + input.size(), copy);
    LLVMFuzzerTestOneInput(copy, static_cast<size_t>(input.size()));
    std::free(copy);
    ++runs;
}

void runVariants(const QByteArray &seed)
{
    run(seed);
    const qsizetype step = std::max<qsizetype>(1, seed.size() / mostCuts);
    for (qsizetype at = 0; at < seed.size(); at += step) {
        run(seed.left(at));
        run(seed.left(at) + seed.mid(at + 1));
        QByteArray changed = seed;
        changed[at] = static_cast<char>(changed[at] ^ (1 << (at % 8)));
        run(changed);
    }
}

bool runPath(const QString &path)
{
    const QDir folder(path);
    if (folder.exists()) {
        const QStringList names = folder.entryList(QDir::Files, QDir::Name);
        return std::all_of(names.begin(), names.end(), [&folder](const QString &name) { return runPath(folder.filePath(name)); });
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "%s: %s\n", qPrintable(path), qPrintable(file.errorString()));
        return false;
    }
    runVariants(file.readAll());
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        if (!runPath(QFile::decodeName(argv[i])))
            return 1;
    }
    std::printf("%lld inputs\n", runs);
    return runs > 0 ? 0 : 1;
}
