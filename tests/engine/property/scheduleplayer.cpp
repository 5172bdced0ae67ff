// SPDX-License-Identifier: MIT
#include "engine/property/scheduleplayer.h"
#include "engine/messagedesk.h"

#include <algorithm>

namespace textback::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString ourNumber = u"+13132230100"_s;
const Error down{ErrorKind::Server, u"not now"_s, {}, 503, {}};

QString numberOf(int who)
{
    return u"+1313223%1"_s.arg(4000 + who);
}

} // namespace

SchedulePlayer::SchedulePlayer(const PreparedFiles &files, const Schedule &schedule, Ablation ablation)
    : m_files(files)
    , m_schedule(schedule)
    , m_ablation(ablation)
    , m_provider(m_time)
    , m_engineChance(schedule.seed)
    , m_rowChance(schedule.seed + 1)
{
}

Outcome SchedulePlayer::play()
{
    setUp();
    run(4s);
    for (const Step &next : m_schedule.steps) {
        step(next);
        run(next.wait);
    }
    comeToRest();
    if (m_schedule.plan.rereads && m_outcome.violations.empty())
        readAgain();
    std::vector<Ledger> ledgers;
    for (const auto &device : m_devices)
        ledgers.push_back(ledger(*device));
    for (const Ledger &each : ledgers) {
        for (const AttemptRow &row : each.attempts)
            m_outcome.unknown += row.event == "unknown"_L1;
        for (const OutboxRow &row : each.outbox) {
            m_outcome.resent += row.resent;
            m_outcome.unconfirmed += row.state == "unconfirmed"_L1;
        }
    }
    const std::vector<Violation> found = checkInvariants(truth(), ledgers);
    m_outcome.violations.insert(m_outcome.violations.end(), found.begin(), found.end());
    m_outcome.calls = static_cast<int>(m_calls.size());
    m_outcome.texts = m_provider.texts();
    m_outcome.requests = m_provider.requests();
    return m_outcome;
}

void SchedulePlayer::setUp()
{
    const Plan &plan = m_schedule.plan;
    m_provider.latency = plan.latency;
    m_provider.clockSkew = plan.clockSkew;
    m_provider.listingDelay = plan.listingDelay;
    m_provider.providerDescriptor.resendsOnceWhenAbsent = plan.trustworthyList;
    m_provider.sendScript = [this](const SendRequest &request) { return endOf(request); };
    if (plan.repeatsRows || plan.shufflesRows) {
        m_provider.shuffle = [this](std::vector<CallLeg> &legs) {
            const size_t count = m_schedule.plan.repeatsRows ? legs.size() : 0;
            for (size_t i = 0; i < count; ++i)
                legs.push_back(legs[i]);
            for (size_t i = legs.size(); i > 1 && m_schedule.plan.shufflesRows; --i)
                std::swap(legs[i - 1], legs[m_rowChance.below(static_cast<quint32>(i))]);
        };
    }
    if (plan.firstRun) {
        for (int who = 0; who < 3; ++who) {
            addRoot(leg(numberOf(who), LegStatus::NoAnswer, 20s), 0s, true);
            m_calls.back().isNews = false;
        }
        m_time.sleep(5s);
    }
    for (int number = 0; number < plan.devices; ++number) {
        auto device = std::make_unique<Device>(number, Device::World{m_time, m_engineChance, m_provider, m_ablation},
                                               m_files.folder().filePath(u"device%1.db"_s.arg(number)),
                                               plan.firstRun ? m_files.empty() : m_files.watching(),
                                               [this](Device &sender, const SendRequest &request) { posted(sender, request); });
        device->settings = towingSettings();
        device->settings.account.pollSeconds = plan.pollSeconds;
        device->settings.rules.sendDelaySeconds = plan.sendDelaySeconds;
        device->settings.rules.maxAgeMinutes = plan.maxAgeMinutes;
        device->isSender = number == 0;
        device->applyRole();
        m_devices.push_back(std::move(device));
    }
    for (const auto &device : m_devices)
        startUp(*device);
}

// What happens

void SchedulePlayer::step(const Step &step)
{
    using Kind = Step::Kind;
    Device &device = of(step);
    const QString from = numberOf(step.who);
    switch (step.kind) {
    case Kind::MissedCall:
    case Kind::VoicemailCall:
    case Kind::AnsweredCall:
    case Kind::WithheldCall:
        call(step);
        break;
    case Kind::RingingCall:
        ringingCall(step);
        break;
    case Kind::GroupAnswered:
        groupCall(step);
        break;
    case Kind::LateAnswer:
        lateAnswer(step);
        break;
    case Kind::CallBack:
        m_provider.addCallTo(from);
        break;
    case Kind::Stop:
        m_consents[from][m_provider.addReply(from, u"STOP"_s)] = true;
        break;
    case Kind::Start:
        m_consents[from][m_provider.addReply(from, u"START"_s)] = false;
        break;
    case Kind::Chat:
        m_provider.addReply(from, u"Can you stop by at 5"_s);
        break;
    case Kind::StaffText:
        m_provider.addForeignText(from, u"On our way"_s);
        break;
    case Kind::PersonSends:
        personSends(step);
        break;
    case Kind::Delivery:
        reportDeliveries();
        break;
    case Kind::Kill:
        if (device.isRunning())
            beDown(device, step.span);
        break;
    case Kind::CrashSoon:
        m_down = step.span;
        device.crashes.arm(step.count);
        break;
    case Kind::Sleep:
        m_time.sleep(step.span);
        break;
    case Kind::WallJump:
        m_time.jumpWall(step.span);
        break;
    case Kind::LongAway:
        beDown(device, step.span);
        run(step.span);
        break;
    case Kind::CallsFail:
        failing(true, false, false);
        break;
    case Kind::MessagesFail:
        failing(false, true, false);
        break;
    case Kind::SentFail:
        failing(false, false, true);
        break;
    case Kind::Outage:
        failing(true, true, true);
        break;
    case Kind::Heal:
        failing(false, false, false);
        break;
    case Kind::LockDatabase:
        device.lockDatabase();
        run(step.span);
        device.unlockDatabase();
        break;
    case Kind::DiskFull:
        device.diskFull = true;
        run(step.span);
        device.diskFull = false;
        break;
    case Kind::ListSlower:
        m_provider.listingDelay = step.span;
        break;
    case Kind::Backup:
        device.backUp();
        break;
    case Kind::Restore:
        restore(device, step);
        break;
    case Kind::TakeOver:
        takeOver();
        break;
    }
}

CallLeg SchedulePlayer::leg(const QString &from, LegStatus status, Millis length)
{
    CallLeg leg;
    leg.providerCallId = u"CX%1"_s.arg(++m_bodies);
    leg.from = from;
    leg.to = ourNumber;
    leg.status = status;
    leg.created = leg.started = m_provider.now() - length;
    if (leg.isFinal())
        leg.ended = leg.updated = m_provider.now();
    leg.duration = status == LegStatus::Completed ? length : 0ms;
    return leg;
}

void SchedulePlayer::addRoot(const CallLeg &root, Millis shownAfter, bool mayBeTexted)
{
    m_provider.addLeg(root, shownAfter);
    m_calls.push_back({root.providerCallId, root.from, m_provider.now(), m_provider.now() + shownAfter, mayBeTexted, true});
}

void SchedulePlayer::call(const Step &step)
{
    using Kind = Step::Kind;
    const bool answered = step.kind == Kind::AnsweredCall;
    const bool rootStays = answered || step.kind == Kind::VoicemailCall;
    const QString from = step.kind == Kind::WithheldCall ? u"+266696687"_s : numberOf(step.who);
    const CallLeg root = leg(from, rootStays ? LegStatus::Completed : LegStatus::NoAnswer, step.span + (rootStays ? 15s : 0s));
    CallLeg phone = root;
    phone.providerCallId = u"CX%1"_s.arg(++m_bodies);
    phone.parentCallId = root.providerCallId;
    phone.direction = CallDirection::Outbound;
    phone.to = u"+13132230199"_s;
    if (step.kind == Kind::VoicemailCall) {
        phone.status = LegStatus::NoAnswer;
        phone.ended = phone.updated = *root.started + step.span;
        phone.duration = 0ms;
        m_provider.details[root.providerCallId].recordings = 1;
    }
    addRoot(root, step.other, !answered && step.kind != Kind::WithheldCall);
    m_provider.addLeg(phone, step.other);
}

void SchedulePlayer::ringingCall(const Step &step)
{
    const CallLeg root = leg(numberOf(step.who), LegStatus::Ringing, 1s);
    addRoot(root, 0s, true);
    const size_t index = m_calls.size() - 1;
    m_later.push_back(m_time.callAfter(step.span, [this, index] {
        CallTruth &call = m_calls[index];
        CallLeg *ended = m_provider.leg(call.id);
        ended->status = LegStatus::NoAnswer;
        ended->ended = ended->updated = call.ended = call.visible = m_provider.now();
    }));
}

void SchedulePlayer::groupCall(const Step &step)
{
    const CallLeg root = leg(numberOf(step.who), LegStatus::Completed, 60s);
    // While the leg that was answered does not show, the call looks like one that ended at the business's voice menu.
    addRoot(root, 0s, step.other > 0s);
    CallLeg phone = root;
    phone.parentCallId = root.providerCallId;
    phone.direction = CallDirection::Outbound;
    for (const bool answers : {false, true}) {
        phone.providerCallId = u"CX%1"_s.arg(++m_bodies);
        phone.to = answers ? u"+13132230198"_s : u"+13132230199"_s;
        phone.status = answers ? LegStatus::Completed : LegStatus::NoAnswer;
        phone.ended = phone.updated = answers ? root.ended : std::optional(*root.started + 20s);
        phone.duration = answers ? 40s : 0s;
        m_provider.addLeg(phone, answers ? step.other : 0s);
    }
}

void SchedulePlayer::lateAnswer(const Step &step)
{
    const CallLeg root = leg(numberOf(step.who), LegStatus::NoAnswer, 20s);
    addRoot(root, 0s, true);
    CallLeg phone = root;
    phone.providerCallId = u"CX%1"_s.arg(++m_bodies);
    phone.parentCallId = root.providerCallId;
    phone.direction = CallDirection::Outbound;
    phone.status = LegStatus::Completed;
    phone.duration = 10s;
    m_provider.addLeg(phone, step.other);
}

void SchedulePlayer::personSends(const Step &step)
{
    Device &device = of(step);
    if (!device.isRunning())
        return;
    const auto to = PhoneNumber::parse(numberOf(step.who));
    const QString body = u"Message %1"_s.arg(++m_bodies);
    guarded([&] { device.engine().messages()->sendTo(*to, body); });
}

/// Each text gets its last word, and later one that is older.
void SchedulePlayer::reportDeliveries()
{
    for (const FakeProvider::Text &text : m_provider.allTexts) {
        if (!text.byApi)
            continue;
        const ProviderMessage message = text.message;
        const bool spoken = message.status != DeliveryStatus::Sent;
        const bool arrives = (qHash(message.providerMessageId) ^ m_schedule.seed) % 4 != 0;
        m_provider.setDelivery(message.providerMessageId, spoken    ? DeliveryStatus::Sent
                                                          : arrives ? DeliveryStatus::Delivered
                                                                    : DeliveryStatus::Undelivered);
    }
}

void SchedulePlayer::failing(bool calls, bool messages, bool sent)
{
    m_provider.callsError = calls ? std::optional(down) : std::nullopt;
    m_provider.detailsError = m_provider.callsError;
    m_provider.messagesError = messages ? std::optional(down) : std::nullopt;
    m_provider.sentError = sent ? std::optional(down) : std::nullopt;
    m_provider.checkError = calls && messages ? std::optional(down) : std::nullopt;
}

/// As a person does it: the one that sent only shows from now on, and another one takes over; how long that one waits is its own matter.
void SchedulePlayer::takeOver()
{
    for (const auto &device : m_devices) {
        const bool wasSender = device->isSender;
        device->isSender = false;
        if (wasSender)
            guarded([&] { device->applyRole(); });
    }
    Device &next = *m_devices[static_cast<size_t>(++m_bodies) % m_devices.size()];
    next.isSender = true;
    guarded([&] { next.applyRole(); });
}

void SchedulePlayer::restore(Device &device, const Step &step)
{
    if (!device.hasBackup())
        return;
    device.kill();
    device.restore();
    m_restored = true;
    m_attempts.clear(); // the copy counts its attempts anew
    beDown(device, step.span);
}

// Time, life and death

void SchedulePlayer::run(Millis span)
{
    const Millis end = m_time.monotonicNow() + span;
    while (true) {
        Millis next = end;
        for (const auto &device : m_devices)
            next = std::min(next, device->restartAt.value_or(end));
        guarded([&] { m_time.advance(std::max(next - m_time.monotonicNow(), 0ms)); });
        for (const auto &device : m_devices) {
            if (device->restartAt && *device->restartAt <= m_time.monotonicNow())
                startUp(*device);
        }
        const bool due = std::any_of(m_devices.begin(), m_devices.end(),
                                     [&](const auto &device) { return device->restartAt && *device->restartAt <= m_time.monotonicNow(); });
        if (m_time.monotonicNow() >= end && !due)
            return;
    }
}

void SchedulePlayer::guarded(const std::function<void()> &function)
{
    try {
        function();
    } catch (const Crash &crash) {
        fall(crash.device);
    }
}

void SchedulePlayer::fall(int device)
{
    ++m_outcome.crashes;
    beDown(*m_devices[static_cast<size_t>(device)], m_down);
}

void SchedulePlayer::beDown(Device &device, Millis span)
{
    device.kill();
    device.restartAt = m_time.monotonicNow() + std::max(span, 1ms);
}

void SchedulePlayer::startUp(Device &device)
{
    device.restartAt.reset();
    bool started = true;
    guarded([&] { started = device.start(); });
    if (!started)
        device.restartAt = m_time.monotonicNow() + 2s; // the database cannot be had: a person tries again
}

// What leaves

FakeProvider::SendScript SchedulePlayer::endOf(const SendRequest &request)
{
    // By recipient and turn alone, so that steps left out elsewhere change nothing here.
    const QString to = request.to.e164();
    const int turn = ++m_sends[to];
    SeededRandom chance(m_schedule.seed * 31 + static_cast<quint32>(to.right(1).toInt()) * 7 + static_cast<quint32>(turn));
    if (!m_faulty || chance.uniform() >= m_schedule.plan.sendFaults)
        return {};
    switch (chance.below(12)) {
    case 0:
    case 1:
        return Script::unknown(true);
    case 2: {
        Script late = Script::unknown(true);
        late.delay = 5s + std::chrono::seconds(chance.below(23));
        late.takenAtItsEnd = true;
        return late;
    }
    case 3:
        return Script::unknown(false);
    case 4:
    case 5:
        return Script::unknown(chance.below(2) == 0, UnknownCause::GaveUpWaiting);
    case 6:
        return Script::notAccepted(ErrorKind::Network);
    case 7:
    case 8: {
        Script limited = Script::notAccepted(ErrorKind::RateLimited, 429);
        if (chance.below(2) == 0)
            limited.error.retryAfter = std::chrono::seconds(chance.below(60));
        return limited;
    }
    case 9:
        if (chance.below(3) != 0)
            return Script::refused(ErrorKind::InvalidRecipient, 400, u"21614"_s);
        return chance.below(2) == 0 ? Script::refused(ErrorKind::OptedOut, 400, u"21610"_s)
                                    : Script::refused(ErrorKind::Unauthorized, 401, u"20003"_s);
    default:
        return Script::slow(std::chrono::seconds(chance.below(28)));
    }
}

void SchedulePlayer::posted(Device &device, const SendRequest &request)
{
    const QString to = request.to.e164();
    if (!device.isSender && m_ablation != Ablation::NoRole && !request.body.startsWith("Message"_L1))
        violated(u"I11"_s, u"device %1 sends to %2, and is no sender"_s.arg(device.number()).arg(to));
    checkConsent(device, request);
    if (m_ablation == Ablation::NoMark)
        return;
    const auto marked =
        device.rows(u"SELECT id, attempt FROM outbox WHERE state = 'inflight' AND to_number = ? AND body = ?"_s, {to, request.body});
    if (marked.size() != 1) {
        violated(u"I8"_s, u"%1 items to %2 are marked when its text leaves"_s.arg(marked.size()).arg(to));
        return;
    }
    const QString attempt = u"%1/%2/%3"_s.arg(device.number()).arg(marked[0][0].toLongLong()).arg(marked[0][1].toInt());
    if (m_attempts.contains(attempt))
        violated(u"I9"_s, u"attempt %1 leaves twice"_s.arg(attempt));
    m_attempts.insert(attempt);
}

/// I4, without the engine's own idea of it: the newest word of the recipient among those that are stored.
void SchedulePlayer::checkConsent(Device &device, const SendRequest &request)
{
    const auto words = m_consents.constFind(request.to.e164());
    if (words == m_consents.constEnd())
        return;
    const auto stored = device.rows(u"SELECT provider_message_id FROM messages m JOIN conversations c ON c.id = m.conversation "
                                    "WHERE m.incoming = 1 AND c.number = ? ORDER BY m.at DESC, m.id DESC"_s,
                                    {request.to.e164()});
    for (const QVariantList &row : stored) {
        const auto word = words->constFind(row[0].toString());
        if (word == words->constEnd())
            continue;
        if (*word)
            violated(u"I4"_s, u"a text leaves to %1, who said STOP"_s.arg(request.to.e164()));
        return;
    }
}

} // namespace textback::test
