// SPDX-License-Identifier: MIT
#pragma once

#include <QCryptographicHash>
#include <QFile>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace textback::test {

/// A sentence of a labelled set: what a person says it means, and whether the rules may be made to fit it ("tuning") or only measured ("test").
struct Labelled {
    QString sentence;
    QString label;
    QString language;
    QString split;
    QString batch; ///< when it was written; empty in a set of one batch
};

inline std::vector<Labelled> labelledSet(const char *path)
{
    std::vector<Labelled> all;
    QFile file(QString::fromUtf8(path));
    if (!file.open(QIODevice::ReadOnly))
        return all;
    file.readLine(); // names of the columns
    while (!file.atEnd()) {
        const QStringList fields = QString::fromUtf8(file.readLine()).remove(u'\n').split(u'\t');
        if (fields.size() >= 4)
            all.push_back({QString(fields[0]).replace(QLatin1StringView("\\n"), QLatin1StringView("\n")), fields[1], fields[2], fields[3],
                           fields.value(4)});
    }
    return all;
}

/// Of the test part alone. A changed sentence or label changes it: then what was measured is measured no more.
inline QString sealOfTestPart(const std::vector<Labelled> &set)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const Labelled &row : set) {
        if (row.split == QLatin1StringView("test"))
            hash.addData(QStringLiteral("%1\t%2\n").arg(row.sentence, row.label).toUtf8());
    }
    return QString::fromLatin1(hash.result().toHex().left(16));
}

/// Counted out of some, with Wilson's 95 % interval.
struct Share {
    int of = 0;
    int all = 0;

    void count(bool yes)
    {
        ++all;
        of += yes ? 1 : 0;
    }
    double value() const { return all == 0 ? 0 : double(of) / all; }
    std::pair<double, double> interval() const
    {
        if (all == 0)
            return {0, 1};
        constexpr double z = 1.959964;
        const double n = all;
        const double middle = (value() + z * z / (2 * n)) / (1 + z * z / n);
        const double half = z * std::sqrt(value() * (1 - value()) / n + z * z / (4 * n * n)) / (1 + z * z / n);
        return {std::max(0.0, middle - half), std::min(1.0, middle + half)};
    }
    /// "0.980 [0.963, 0.989] (448 of 457)"
    QString text() const
    {
        const auto [low, high] = interval();
        return QStringLiteral("%1 [%2, %3] (%4 of %5)").arg(value(), 0, 'f', 4).arg(low, 0, 'f', 4).arg(high, 0, 'f', 4).arg(of).arg(all);
    }
};

} // namespace textback::test
