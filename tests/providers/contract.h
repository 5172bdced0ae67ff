// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/providerfactory.h"
#include "domain/settings.h"
#include "providers/registry.h"
#include "support/fakenetwork.h"
#include "support/virtualtime.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

namespace textback::test {

/// What the contract suite must know of a provider to talk to it: each registered one needs an entry (contractscripts.cpp), or the suite fails.
struct ContractScript {
    QString provider;
    AccountSettings account;
    AccountSecrets secrets;
    /// A correct answer to any request that the adapter makes.
    FakeNetwork::Handler healthy;
    /// An error answer in the provider's own format.
    std::function<FakeAnswer(int status)> refusal;
};

const std::vector<ContractScript> &contractScripts();

/// What every provider of the registry keeps to, whatever its API looks like.
class ContractTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void everyProviderHasAScript();
    void descriptorsAreComplete();
    void missingSignInIsRefused();

    void everythingEndsOnceAndNotFromInside_data();
    void everythingEndsOnceAndNotFromInside();
    void onlyItsHostsAreAskedAndNothingLeaks_data();
    void onlyItsHostsAreAskedAndNothingLeaks();
    void troubleIsAnErrorOfItsKind_data();
    void troubleIsAnErrorOfItsKind();
    void f18WhatIsNotTheProviderIsAnError_data();
    void f18WhatIsNotTheProviderIsAnError();
    void f24HalfAnAnswerIsNeverAShortList_data();
    void f24HalfAnAnswerIsNeverAShortList();
    void f05ATextIsPostedOnceAndItsEndIsTold_data();
    void f05ATextIsPostedOnceAndItsEndIsTold();
    void retryAfterIsPassedOn_data();
    void retryAfterIsPassedOn();
    void itsEndIsSilent_data();
    void itsEndIsSilent();

private:
    void addProviderRows();
    void addOperationRows();
    const ContractScript &script(const QString &provider) const;
    std::unique_ptr<ProviderConnection> connectTo(const ContractScript &script);
    /// Runs one operation by name; `done` gets the error, if any, and a count of what came.
    void run(const QString &operation, std::function<void(std::optional<Error>, int rows)> done);

    std::unique_ptr<VirtualTime> m_time;
    std::unique_ptr<SeededRandom> m_random;
    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<ProviderRegistry> m_registry;
    std::unique_ptr<ProviderConnection> m_connection;
};

} // namespace textback::test
