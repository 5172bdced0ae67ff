// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/evidencereader.h"

namespace textback::test {

/// Knows every number as Maria's; one can be told to be busy.
class FakeEvidenceReader final : public EvidenceReader {
public:
    Result<QString> homeRegion() override { return QStringLiteral("US"); }
    Result<Evidence> evidence(const PhoneNumber &number) override
    {
        if (number == busyAt)
            return tl::unexpected(Error{ErrorKind::Storage, QStringLiteral("locked"), {}, 0, {}});
        Evidence evidence;
        evidence.number = number;
        evidence.name = QStringLiteral("Maria Garcia");
        return evidence;
    }

    PhoneNumber busyAt;
};

} // namespace textback::test
