// SPDX-License-Identifier: MIT
#include "domain/messagebody.h"

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView cutMark(u"\n[\u2026]"); // needs no translation

} // namespace

QString keptBody(const QString &body)
{
    if (body.size() <= longestBody || isCutBody(body))
        return body;
    QString cut = body.left(longestBody);
    if (cut.back().isHighSurrogate())
        cut.chop(1);
    return cut.append(cutMark);
}

bool isCutBody(const QString &stored)
{
    // A person may write the mark, too, but not behind so many characters.
    return stored.size() >= longestBody - 1 + cutMark.size() && stored.size() <= longestBody + cutMark.size() && stored.endsWith(cutMark);
}

} // namespace textback
