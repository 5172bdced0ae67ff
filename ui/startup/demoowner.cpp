// SPDX-License-Identifier: MIT
#include "ui/startup/demoowner.h"

#include "engine/engineclient.h"

#include <array>

namespace textback {

namespace {

constexpr Millis thinkingTime{4000};

constexpr std::array<const char16_t *, 3> answers = {
    u"On it. A truck can be with you in about 25 minutes. Does that work?",
    u"Thanks for getting back to us. We have someone free this afternoon, is 3 pm good?",
    u"Yes, we do that. Send us the address and we are on our way.",
};

} // namespace

DemoOwner::DemoOwner(EngineClient &engine, Scheduler &scheduler, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_scheduler(scheduler)
{
    connect(&engine, &EngineClient::eventOccurred, this, [this](const EngineEvent &event) {
        const bool optOut = event.kind == EngineEvent::Kind::OptOut && event.optedOut;
        if (optOut) {
            m_answers.insert_or_assign(event.conversation.value, ScheduledCall());
            return;
        }
        if (event.kind != EngineEvent::Kind::Reply || m_answers.contains(event.conversation.value))
            return;
        const char16_t *answer = answers.at(m_answers.size() % answers.size());
        m_answers.insert_or_assign(event.conversation.value,
                                   m_scheduler.callAfter(thinkingTime, [this, conversation = event.conversation, answer] {
                                       emit m_engine.markReadRequested(conversation);
                                       emit m_engine.sendMessageRequested(conversation, QString::fromUtf16(answer));
                                   }));
    });
}

} // namespace textback
