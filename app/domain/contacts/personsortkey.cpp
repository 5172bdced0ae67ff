// SPDX-License-Identifier: MIT
#include "domain/contacts/personsortkey.h"

namespace textback {

using namespace Qt::StringLiterals;

QString personSortKey(const QString &name, const QString &address)
{
    QString key;
    for (const QChar c : name.left(100).normalized(QString::NormalizationForm_KD).toCaseFolded()) {
        if (c.category() != QChar::Mark_NonSpacing && c.isPrint())
            key += c;
    }
    key = key.simplified();
    return key.isEmpty() ? u"1"_s + address : u"0"_s + key;
}

} // namespace textback
