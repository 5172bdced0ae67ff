// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace textback {

/// Characters of a text that are read: what matters stands there, and nobody makes the program read a book.
constexpr qsizetype longestRead = 2000;

/// The words of each clause of a text as people type it, made plain: small letters without accents, apostrophes, invisible characters or
/// look-alikes of other alphabets ("don't" is "dont", Cyrillic "ЅТОР" is "stop", "S T O P" and "stoooop", too). A clause ends at a mark that
/// ends a sentence, at a comma, a dash, a line's end or a word for "but". Reads the first
/// `longestRead` characters.
std::vector<QStringList> clausesOf(const QString &body);

/// What a person wrote above the signature that a phone or mail program added.
QString withoutSignature(const QString &body);

} // namespace textback
