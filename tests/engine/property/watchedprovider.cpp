// SPDX-License-Identifier: MIT
#include "engine/property/watchedprovider.h"

namespace textback::test {

namespace {

constexpr Millis productsOverlap = std::chrono::minutes(20);

class WatchedConnection final : public ProviderConnection, public CallLogSource, public MessageChannel {
public:
    WatchedConnection(std::unique_ptr<ProviderConnection> inner, const SendWatch &watch, Ablation ablation)
        : m_inner(std::move(inner))
        , m_watch(watch)
        , m_ablation(ablation)
    {
    }

    const ProviderDescriptor &descriptor() const override { return m_inner->descriptor(); }
    QString accountKey() const override { return m_inner->accountKey(); }
    CallLogSource &calls() override { return *this; }
    MessageChannel &messages() override { return *this; }
    void checkAccount(Completion<AccountCheck> done) override { m_inner->checkAccount(std::move(done)); }
    void dropConnections() override { m_inner->dropConnections(); }

    void fetchCalls(const CallLogQuery &query, Completion<CallLogAnswer> done) override
    {
        CallLogQuery asked = query;
        if (m_ablation == Ablation::NoOverlap)
            asked.since += productsOverlap;
        m_inner->calls().fetchCalls(asked, std::move(done));
    }
    void fetchDetails(const QString &providerCallId, Completion<CallDetails> done) override
    {
        m_inner->calls().fetchDetails(providerCallId, std::move(done));
    }
    void fetchMessages(const MessageQuery &query, Completion<MessageAnswer> done) override
    {
        m_inner->messages().fetchMessages(query, std::move(done));
    }
    void fetchSent(const SentQuery &query, Completion<MessageAnswer> done) override
    {
        m_inner->messages().fetchSent(query, std::move(done));
    }
    void lookUpLineType(const PhoneNumber &number, Completion<std::optional<NumberCapability>> done) override
    {
        m_inner->messages().lookUpLineType(number, std::move(done));
    }

    void send(const SendRequest &request, std::function<void(const SendReport &)> done) override
    {
        m_watch.leaving(request);
        m_inner->messages().send(request,
                                 [this, request, done = std::move(done)](const SendReport &report) { finish(request, report, done); });
        m_watch.gone();
    }

private:
    void finish(const SendRequest &request, const SendReport &report, const std::function<void(const SendReport &)> &done)
    {
        const bool unknown = report.end == SendEnd::Unknown;
        if (unknown && m_ablation == Ablation::ResendingTransport) {
            m_inner->messages().send(request, done);
            return;
        }
        SendReport told = report;
        if (unknown && m_ablation == Ablation::BlindRetry)
            told.end = SendEnd::NotAccepted;
        done(told);
    }

    std::unique_ptr<ProviderConnection> m_inner;
    const SendWatch &m_watch;
    Ablation m_ablation;
};

} // namespace

Result<std::unique_ptr<ProviderConnection>> WatchedProvider::connect(const AccountSettings &account, const AccountSecrets &secrets)
{
    auto connection = m_inner.connect(account, secrets);
    if (!connection)
        return connection;
    return std::make_unique<WatchedConnection>(*std::move(connection), m_watch, m_ablation);
}

} // namespace textback::test
