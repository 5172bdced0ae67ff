// SPDX-License-Identifier: MIT
#include "support/fakeprovider.h"

#include <algorithm>

namespace textback::test {

using namespace Qt::StringLiterals;

/// The engine's end: answers come later, and none comes after it is gone.
class FakeConnection final : public ProviderConnection, public CallLogSource, public MessageChannel, public MediaSource {
public:
    FakeConnection(FakeProvider &provider, VirtualTime &time)
        : m_provider(provider)
        , m_time(time)
    {
    }

    const ProviderDescriptor &descriptor() const override { return m_provider.providerDescriptor; }
    QString accountKey() const override { return m_provider.accountKeyText; }
    CallLogSource &calls() override { return *this; }
    MessageChannel &messages() override { return *this; }
    MediaSource *media() override { return this; }
    void dropConnections() override { ++m_provider.dropped; }

    void checkAccount(Completion<AccountCheck> done) override
    {
        ++m_provider.checks;
        later([this, done] {
            if (m_provider.checkError) {
                done(tl::make_unexpected(*m_provider.checkError));
                return;
            }
            AccountCheck check;
            check.active = m_provider.active;
            check.lines = m_provider.lines;
            check.warnings = m_provider.warnings;
            check.providerTime = time();
            done(check);
        });
    }

    void listFiles(const QString &message, Completion<QStringList> done) override
    {
        answerMedia<QStringList>(u"list "_s + message, std::move(done), [this, message] {
            QStringList ids;
            for (size_t i = 0; i < m_provider.files[message].size(); ++i)
                ids.append(QString::number(i));
            return ids;
        });
    }

    void fetchFile(const QString &message, const QString &id, Completion<QByteArray> done) override
    {
        answerMedia<QByteArray>(u"file %1 %2"_s.arg(message, id), std::move(done),
                                [this, message, id] { return m_provider.files[message].at(id.toUInt()); });
    }

    void fetchRecording(const QString &id, Completion<QByteArray> done) override
    {
        answerMedia<QByteArray>(u"recording "_s + id, std::move(done), [this, id] { return m_provider.recordings[id]; });
    }

    void fetchCalls(const CallLogQuery &query, Completion<CallLogAnswer> done) override
    {
        ++m_provider.callPolls;
        m_provider.callPollTimes.push_back(m_provider.now());
        m_provider.lastCallQuery = query;
        later([this, query, done] {
            if (m_provider.callsError) {
                done(tl::make_unexpected(*m_provider.callsError));
                return;
            }
            CallLogAnswer answer;
            answer.providerTime = time();
            answer.quarantined = m_provider.unreadableCalls;
            for (const FakeProvider::Row &row : m_provider.rows) {
                const QString root = row.leg.parentCallId.isEmpty() ? row.leg.providerCallId : row.leg.parentCallId;
                const bool inWindow = row.leg.startTime() && *row.leg.startTime() >= query.since;
                if (row.visibleAt <= m_provider.now() && (inWindow || query.openCallIds.contains(root)))
                    answer.legs.push_back(row.leg);
            }
            if (m_provider.shuffle)
                m_provider.shuffle(answer.legs);
            done(answer);
        });
    }

    void fetchDetails(const QString &providerCallId, Completion<CallDetails> done) override
    {
        ++m_provider.detailLooks;
        later([this, providerCallId, done] {
            if (m_provider.detailsError)
                done(tl::make_unexpected(*m_provider.detailsError));
            else
                done(m_provider.details[providerCallId]);
        });
    }

    void fetchMessages(const MessageQuery &query, Completion<MessageAnswer> done) override
    {
        ++m_provider.messagePolls;
        m_provider.lastMessageQuery = query;
        later([this, query, done] {
            done(list(m_provider.messagesError, [&](const ProviderMessage &message) {
                return *message.created >= query.since || query.watchIds.contains(message.providerMessageId);
            }));
        });
    }

    void fetchSent(const SentQuery &query, Completion<MessageAnswer> done) override
    {
        ++m_provider.sentLooks;
        later([this, query, done] {
            done(list(m_provider.sentError, [&](const ProviderMessage &message) {
                return message.direction == MessageDirection::Outgoing && message.to == query.to.e164() && *message.created >= query.since;
            }));
        });
    }

    void send(const SendRequest &request, std::function<void(const SendReport &)> done) override
    {
        m_provider.sends.push_back(request);
        if (m_provider.onSend)
            m_provider.onSend(request);
        FakeProvider::SendScript script;
        if (!m_provider.scripts.empty()) {
            script = m_provider.scripts.front();
            m_provider.scripts.pop_front();
        } else if (m_provider.sendScript) {
            script = m_provider.sendScript(request);
        }
        const SendReport report = m_provider.takeSend(request, script);
        if (!script.hangs)
            later([done, report] { done(report); }, script.delay);
    }

    void lookUpLineType(const PhoneNumber &number, Completion<std::optional<NumberCapability>> done) override
    {
        ++m_provider.lookUps;
        later([this, number, done] {
            const auto found = m_provider.lineTypes.find(number.e164());
            if (m_provider.lookUpError)
                done(tl::make_unexpected(*m_provider.lookUpError));
            else
                done(found == m_provider.lineTypes.end() ? std::nullopt : std::optional(found->second));
        });
    }

private:
    template <typename T, typename Make>
    void answerMedia(const QString &what, Completion<T> done, Make make)
    {
        m_provider.mediaAsked.append(what);
        later([this, done = std::move(done), make] {
            if (m_provider.mediaError)
                done(tl::make_unexpected(*m_provider.mediaError));
            else
                done(make());
        });
    }

    std::optional<UtcTime> time() const
    {
        if (!m_provider.givesTime)
            return std::nullopt;
        return std::chrono::floor<std::chrono::seconds>(m_provider.now()); // as a Date header
    }

    Result<MessageAnswer> list(const std::optional<Error> &error, const std::function<bool(const ProviderMessage &)> &wanted)
    {
        if (error)
            return tl::make_unexpected(*error);
        MessageAnswer answer;
        answer.providerTime = time();
        answer.quarantined = m_provider.unreadableMessages;
        for (const FakeProvider::Text &text : m_provider.allTexts) {
            if (text.visibleAt <= m_provider.now() && wanted(text.message))
                answer.messages.push_back(text.message);
        }
        return answer;
    }

    void later(std::function<void()> function, std::optional<Millis> delay = std::nullopt)
    {
        const int key = ++m_keys;
        m_pending[key] = m_time.callAfter(delay.value_or(m_provider.latency), [this, key, function = std::move(function)] {
            const ScheduledCall own = std::move(m_pending[key]);
            m_pending.erase(key);
            function();
        });
    }

    FakeProvider &m_provider;
    VirtualTime &m_time;
    std::map<int, ScheduledCall> m_pending;
    int m_keys = 0;
};

FakeProvider::SendScript FakeProvider::SendScript::refused(ErrorKind kind, int status, const QString &code)
{
    SendScript script;
    script.accepts = false;
    script.answer = SendEnd::Refused;
    script.error = {kind, u"refused by the provider"_s, {}, status, code};
    return script;
}

FakeProvider::SendScript FakeProvider::SendScript::notAccepted(ErrorKind kind, int status)
{
    SendScript script;
    script.accepts = false;
    script.answer = SendEnd::NotAccepted;
    script.error = {kind, u"not taken"_s, {}, status, {}};
    return script;
}

FakeProvider::SendScript FakeProvider::SendScript::unknown(bool accepts, UnknownCause cause)
{
    SendScript script;
    script.accepts = accepts;
    script.answer = SendEnd::Unknown;
    script.cause = cause;
    script.error = {cause == UnknownCause::GaveUpWaiting ? ErrorKind::Timeout : ErrorKind::Network, u"no answer"_s, {}, 0, {}};
    if (cause == UnknownCause::GaveUpWaiting)
        script.delay = std::chrono::seconds(30);
    return script;
}

FakeProvider::SendScript FakeProvider::SendScript::hanging(bool accepts)
{
    SendScript script;
    script.accepts = accepts;
    script.hangs = true;
    return script;
}

FakeProvider::SendScript FakeProvider::SendScript::slow(Millis delay)
{
    SendScript script;
    script.delay = delay;
    return script;
}

FakeProvider::FakeProvider(VirtualTime &time)
    : m_time(time)
    , m_start(time.utcNow() - time.monotonicNow())
{
    Line line;
    line.number = *PhoneNumber::parse(u"+13132230100"_s);
    line.label = u"Main"_s;
    lines = {line};
    providerDescriptor.id = u"twilio"_s;
    providerDescriptor.name = u"Fake"_s;
    providerDescriptor.answersStopItself = true;
    providerDescriptor.resendsOnceWhenAbsent = true;
}

Result<std::unique_ptr<ProviderConnection>> FakeProvider::connect(const AccountSettings &, const AccountSecrets &)
{
    if (!takesSecrets)
        return tl::make_unexpected(Error{ErrorKind::Rejected, u"a field is missing"_s, {}, 0, {}});
    return std::make_unique<FakeConnection>(*this, m_time);
}

QString FakeProvider::addCall(const QString &from, const QString &to, CallDirection direction, LegStatus root, LegStatus child,
                              Millis length, Millis logDelay)
{
    CallLeg leg;
    leg.providerCallId = newId(u"CA"_s);
    leg.direction = direction;
    leg.from = from;
    leg.to = to;
    leg.status = root;
    leg.created = leg.started = now() - length;
    leg.ended = leg.updated = now();
    leg.duration = root == LegStatus::Completed ? length : Millis(0);
    addLeg(leg, logDelay);
    if (direction == CallDirection::Outbound)
        return leg.providerCallId;
    CallLeg phone = leg;
    phone.providerCallId = newId(u"CA"_s);
    phone.parentCallId = leg.providerCallId;
    phone.direction = CallDirection::Outbound;
    phone.to = u"+13132230199"_s;
    phone.status = child;
    phone.duration = child == LegStatus::Completed ? length : Millis(0);
    addLeg(phone, logDelay);
    return leg.providerCallId;
}

QString FakeProvider::addMissedCall(const QString &from, Millis rang, Millis logDelay)
{
    return addCall(from, lines.front().number.e164(), CallDirection::Inbound, LegStatus::NoAnswer, LegStatus::NoAnswer, rang, logDelay);
}

QString FakeProvider::addAnsweredCall(const QString &from, Millis logDelay)
{
    return addCall(from, lines.front().number.e164(), CallDirection::Inbound, LegStatus::Completed, LegStatus::Completed,
                   std::chrono::seconds(40), logDelay);
}

QString FakeProvider::addCallTo(const QString &to)
{
    return addCall(lines.front().number.e164(), to, CallDirection::Outbound, LegStatus::Completed, LegStatus::Completed,
                   std::chrono::seconds(30), Millis(0));
}

void FakeProvider::addLeg(const CallLeg &leg, Millis logDelay)
{
    rows.push_back({leg, now() + logDelay});
}

CallLeg *FakeProvider::leg(const QString &id)
{
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row &row) { return row.leg.providerCallId == id; });
    return found == rows.end() ? nullptr : &found->leg;
}

QString FakeProvider::addReply(const QString &from, const QString &body)
{
    ProviderMessage message;
    message.providerMessageId = newId(u"SM"_s);
    message.from = from;
    message.to = lines.front().number.e164();
    message.body = body;
    message.created = now();
    allTexts.push_back({message, now(), false});
    return message.providerMessageId;
}

QString FakeProvider::addForeignText(const QString &to, const QString &body)
{
    ProviderMessage message;
    message.providerMessageId = newId(u"SM"_s);
    message.direction = MessageDirection::Outgoing;
    message.from = lines.front().number.e164();
    message.to = to;
    message.body = body;
    message.status = DeliveryStatus::Delivered;
    message.created = now();
    allTexts.push_back({message, now(), false});
    return message.providerMessageId;
}

void FakeProvider::setDelivery(const QString &id, DeliveryStatus status, const QString &errorCode,
                               std::optional<NumberCapability> recipient)
{
    for (Text &text : allTexts) {
        if (text.message.providerMessageId != id)
            continue;
        text.message.status = status;
        text.message.errorCode = errorCode;
        text.message.recipient = recipient;
        text.message.senderRefused = errorCode == QLatin1String("30034");
    }
}

SendReport FakeProvider::takeSend(const SendRequest &request, SendScript &script)
{
    SendReport report;
    report.end = script.answer;
    if (script.accepts) {
        ProviderMessage message;
        message.providerMessageId = newId(u"SM"_s);
        message.direction = MessageDirection::Outgoing;
        message.from = request.from.e164();
        message.to = request.to.e164();
        message.body = request.body;
        message.status = DeliveryStatus::Sent;
        const UtcTime taken = now() + (script.takenAtItsEnd ? script.delay : Millis(0));
        message.created = taken;
        allTexts.push_back({message, taken + listingDelay, true});
        if (script.answer == SendEnd::Accepted)
            report.providerMessageId = message.providerMessageId;
    }
    report.status = DeliveryStatus::Sent;
    if (script.answer != SendEnd::Unknown)
        report.providerTime = std::chrono::floor<std::chrono::seconds>(now() + script.delay);
    if (script.answer != SendEnd::Accepted)
        report.error = script.error;
    if (script.answer == SendEnd::Unknown)
        report.unknownCause = script.cause;
    report.recipient = script.recipient;
    return report;
}

int FakeProvider::textsTo(const QString &number) const
{
    return static_cast<int>(
        std::count_if(allTexts.begin(), allTexts.end(), [&](const Text &text) { return text.byApi && text.message.to == number; }));
}

int FakeProvider::texts() const
{
    return static_cast<int>(std::count_if(allTexts.begin(), allTexts.end(), [](const Text &text) { return text.byApi; }));
}

const FakeProvider::Text *FakeProvider::lastText() const
{
    const auto found = std::find_if(allTexts.rbegin(), allTexts.rend(), [](const Text &text) { return text.byApi; });
    return found == allTexts.rend() ? nullptr : &*found;
}

} // namespace textback::test
