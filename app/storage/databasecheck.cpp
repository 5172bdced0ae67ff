// SPDX-License-Identifier: MIT
#include "storage/databasecheck.h"

#include "storage/storagenames.h"

using namespace Qt::StringLiterals;

namespace textback {

Result<void> checkDatabase(SqlConnection &connection)
{
    const QString finding = connection.value(u"PRAGMA quick_check(1)"_s).toString();
    if (const std::optional<Error> failure = connection.takeFailure())
        return tl::unexpected(*failure);
    if (finding != u"ok"_s)
        return storage::refused(u"the database is damaged: "_s + finding.simplified().left(200), u"corrupt"_s);
    return {};
}

} // namespace textback
