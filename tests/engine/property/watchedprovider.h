// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/providerfactory.h"
#include "engine/property/ablation.h"

#include <functional>

namespace textback::test {

/// What is told about each text that leaves. Either may end the program there.
struct SendWatch {
    std::function<void(const SendRequest &)> leaving; ///< the last moment before it leaves
    std::function<void()> gone;                       ///< the provider has it (or not), and nobody here knows yet
};

/// A provider in front of another one, for one device: tells what leaves, and breaks a promise where an ablation wants that.
class WatchedProvider final : public ProviderFactory {
public:
    WatchedProvider(ProviderFactory &inner, SendWatch watch, Ablation ablation)
        : m_inner(inner)
        , m_watch(std::move(watch))
        , m_ablation(ablation)
    {
    }

    std::vector<ProviderDescriptor> descriptors() const override { return m_inner.descriptors(); }
    Result<std::unique_ptr<ProviderConnection>> connect(const AccountSettings &account, const AccountSecrets &secrets) override;

private:
    ProviderFactory &m_inner;
    SendWatch m_watch;
    Ablation m_ablation;
};

} // namespace textback::test
