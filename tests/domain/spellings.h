// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>
#include <QTest>

#include <optional>

namespace textback::test {

/// Checks that the values 0, 1, 2 ... of an enumeration are spelled as in `spellings`, in that order, that each spelling reads back to
/// its value, and that neither another case nor another word is read.
template <typename Enum, typename FromString>
void compareSpellings(const QStringList &spellings, FromString fromString)
{
    for (qsizetype i = 0; i < spellings.size(); ++i) {
        const Enum value = static_cast<Enum>(i);
        QCOMPARE(toString(value), spellings[i]);
        const std::optional<Enum> read = fromString(spellings[i]);
        QVERIFY2(read.has_value(), qPrintable(spellings[i]));
        QVERIFY2(*read == value, qPrintable(spellings[i]));
        QVERIFY(!fromString(spellings[i].toUpper()));
        QVERIFY(!fromString(spellings[i] + QLatin1Char(' ')));
    }
    QVERIFY(!fromString(QString()));
    QVERIFY(toString(static_cast<Enum>(spellings.size())).isEmpty());
}

} // namespace textback::test
