// SPDX-License-Identifier: MIT
#include "simulator/simulatedcustomers.h"

#include "domain/ports/random.h"
#include "simulator/samplemedia.h"

#include <algorithm>
#include <cmath>

namespace textback {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

SimulatedCustomers::SimulatedCustomers(Scheduler &scheduler, Random &random, SimulatedCalls &calls, SimulatedTexts &texts,
                                       const SimulatorOptions &options, QObject *parent)
    : QObject(parent)
    , m_scheduler(scheduler)
    , m_random(random)
    , m_calls(calls)
    , m_texts(texts)
    , m_options(options)
{
    for (const CastMember &member : cast())
        m_texts.setFate(member.number, member.fate);
    connect(&m_texts, &SimulatedTexts::textDelivered, this, &SimulatedCustomers::scheduleReply);
}

void SimulatedCustomers::startRinging()
{
    if (m_options.callsPerMinute <= 0) {
        m_nextRing.cancel();
        return;
    }
    // Gaps as of independent callers (exponential), but neither a burst nor a long silence: 0.25 to 2.5 times the mean. The first caller
    // rings soon, so that somebody who starts the demo sees something.
    const Millis mean(static_cast<qint64>(60000.0 / m_options.callsPerMinute));
    const double chance = std::clamp(-std::log(1.0 - m_random.uniform()), 0.25, 2.5);
    const Millis gap =
        m_rangBefore ? Millis(static_cast<qint64>(static_cast<double>(mean.count()) * chance)) : std::min(mean, Millis(1500));
    m_nextRing = m_scheduler.callAfter(std::max(gap, Millis(10)), [this] {
        m_rangBefore = true;
        ringOnce();
        startRinging();
    });
}

QStringList SimulatedCustomers::repliesFor(const QString &number) const
{
    if (number == withheldCaller)
        return {};
    QStringList replies;
    if (const CastMember *member = castMember(number)) {
        const auto talk = m_talks.find(number);
        replies = member->replies.mid(talk == m_talks.end() ? 0 : talk->second.said);
    }
    if (replies.isEmpty())
        replies = {u"Yes, I still need help. Can you come?"_s, u"No thanks, I found somebody else."_s};
    if (!replies.contains(u"STOP"_s))
        replies.append(u"STOP"_s);
    return replies;
}

void SimulatedCustomers::noteReply(const QString &number, const QString &text)
{
    const CastMember *member = castMember(number);
    if (!member)
        return;
    Talk &talk = m_talks[number];
    talk.next.cancel(); // they have just spoken
    const qsizetype index = member->replies.indexOf(text, talk.said);
    if (index >= 0)
        talk.said = index + 1;
}

void SimulatedCustomers::ringOnce()
{
    const CastMember *member = nextCaller();
    if (member && !m_calls.isBusy(member->number))
        m_calls.begin(usualCall(*member));
}

const CastMember *SimulatedCustomers::nextCaller()
{
    if (m_queue.empty()) {
        for (const CastMember &member : cast())
            m_queue.push_back(&member);
        for (size_t i = m_queue.size() - 1; i > 0; --i)
            std::swap(m_queue[i], m_queue[m_random.below(static_cast<quint32>(i + 1))]);
    }
    const CastMember *member = m_queue.back();
    m_queue.pop_back();
    return member;
}

/// One business, one set-up: calls are forwarded to the owner's cell phone (A of providers.md 3.2).
CallOrder SimulatedCustomers::usualCall(const CastMember &member)
{
    CallOrder order;
    order.from = member.number;
    order.to = m_options.businessNumber;
    const double chance = m_random.uniform();
    if (member.leavesVoicemail) {
        order.scenario = Scenario::A1;
        order.variant.voicemail = true;
        return order;
    }
    if (chance < m_options.answeredShare) {
        order.scenario = Scenario::A2;
        return order;
    }
    const quint32 die = m_random.below(20);
    if (die == 0) { // hangs up after one ring
        order.scenario = Scenario::A4;
        order.variant.ring = 3s + Millis(m_random.below(2000));
    } else {
        order.scenario = die < 9 ? Scenario::A4 : Scenario::A1;
    }
    return order;
}

void SimulatedCustomers::scheduleReply(const QString &textSid)
{
    const SimulatedTextRow *row = m_texts.rows().find(textSid);
    if (!m_options.customersReply || !row || row->direction != "outbound-api"_L1)
        return;
    const CastMember *member = castMember(row->to);
    if (!member || m_texts.isOptedOut(row->to, row->from))
        return;
    Talk &talk = m_talks[member->number];
    if (talk.said >= member->replies.size() || talk.next.isActive())
        return;
    const Millis thinking = 8s + Millis(m_random.below(16000));
    talk.next = m_scheduler.callAfter(scaled(thinking), [this, number = row->to, ours = row->from] { reply(number, ours); });
}

void SimulatedCustomers::reply(const QString &number, const QString &ours)
{
    const CastMember *member = castMember(number);
    Talk &talk = m_talks[number];
    if (!member || talk.said >= member->replies.size() || m_texts.isOptedOut(number, ours))
        return;
    std::vector<SimulatedMedia> files;
    if (talk.said == 0 && member->sendsPicture)
        files.push_back({{}, {}, "image/jpeg", samplePicture()});
    const QString text = member->replies.at(talk.said++);
    const bool last = talk.said == member->replies.size();
    m_texts.receive(number, ours, text, std::move(files));
    if (last && member->callsAgain) {
        m_talks[number].next = m_scheduler.callAfter(scaled(10s), [this, member, ours] {
            if (!m_calls.isBusy(member->number))
                m_calls.begin({Scenario::A4, member->number, ours, {}});
        });
    }
}

Millis SimulatedCustomers::scaled(Millis time) const
{
    return Millis(static_cast<qint64>(static_cast<double>(time.count()) / m_options.timeScale));
}

} // namespace textback
