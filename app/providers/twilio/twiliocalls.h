// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/calllogsource.h"

#include <QString>

#include <memory>

namespace textback {

class TwilioAccess;

/// Twilio's call log. One request at a time; see TwilioPages for how a list is read. The start-time filter of the list works by whole UTC days
/// (what the documentation promises), so the window itself is cut here, generously: a row stays when anything about it happened in the window.
class TwilioCalls final : public CallLogSource {
public:
    /// `api` must outlive it.
    explicit TwilioCalls(TwilioAccess &api);
    ~TwilioCalls() override;
    Q_DISABLE_COPY_MOVE(TwilioCalls)

    void fetchCalls(const CallLogQuery &query, Completion<CallLogAnswer> done) override;
    void fetchDetails(const QString &providerCallId, Completion<CallDetails> done) override;

private:
    struct Fetch;
    struct BrokenOff;
    void readOpenCalls(const std::shared_ptr<Fetch> &fetch);
    void readChildren(const std::shared_ptr<Fetch> &fetch, const QString &parentId);

    TwilioAccess &m_api;
    std::unique_ptr<BrokenOff> m_brokenOff; // a long log that waits to be read on
    qsizetype m_openOffset = 0;             // where the next round of open calls begins, should there be very many
};

} // namespace textback
