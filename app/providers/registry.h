// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/providerfactory.h"

class QNetworkAccessManager;

namespace textback {

class Clock;
class Random;
class Scheduler;

/// Every provider of the program: the one list that a new one is entered in. Engine thread.
class ProviderRegistry final : public ProviderFactory {
public:
    /// All must outlive the registry and its connections; the networks live on the thread that they are used on. Files are fetched over one of their
    /// own: Qt keeps at most six connections to a host, and no text must wait behind a download.
    ProviderRegistry(QNetworkAccessManager &network, QNetworkAccessManager &fileNetwork, Clock &clock, Scheduler &scheduler,
                     Random &random);

    std::vector<ProviderDescriptor> descriptors() const override;
    Result<std::unique_ptr<ProviderConnection>> connect(const AccountSettings &account, const AccountSecrets &secrets) override;

private:
    /// What an adapter may be built on.
    struct Ports {
        QNetworkAccessManager &network;
        QNetworkAccessManager &fileNetwork;
        Clock &clock;
        Scheduler &scheduler;
        Random &random;
    };

    using Make = Result<std::unique_ptr<ProviderConnection>> (*)(const Ports &, const AccountSettings &, const AccountSecrets &,
                                                                 const QUrl &base);
    struct Entry {
        const ProviderDescriptor &(*descriptor)();
        Make make;
    };

    static const std::vector<Entry> &entries();
    static Result<std::unique_ptr<ProviderConnection>> makeTwilio(const Ports &ports, const AccountSettings &account,
                                                                  const AccountSecrets &secrets, const QUrl &base);

    Ports m_ports;
};

} // namespace textback
