// SPDX-License-Identifier: MIT
#pragma once

#include "engine/engineclient.h"
#include "fakeconversationreader.h"
#include "recordingnotifier.h"
#include "support/virtualtime.h"
#include "ui/tray/notificationcontroller.h"

namespace textback::test {

/// A notification controller with an engine that only listens, an inbox in memory and virtual time.
struct NotificationFixture {
    NotificationFixture()
        : controller(
              client, reader, notifier, time, [this](ConversationId id) { return id == open; }, [this] { return focused; })
    {
    }
    EngineClient client;
    FakeConversationReader reader;
    RecordingNotifier notifier;
    VirtualTime time;
    ConversationId open; ///< on the screen with the focus
    bool focused = false;
    NotificationController controller;

    void know(qint64 id, const QString &name, int unread = 1)
    {
        ConversationSummary summary;
        summary.id = ConversationId{id};
        summary.contactName = name;
        summary.number = *PhoneNumber::fromStored(QStringLiteral("+1313555010%1").arg(id));
        summary.unread = unread;
        summary.previewKind = PreviewKind::Customer;
        reader.summaries.insert(id, summary);
    }
    static EngineEvent event(EngineEvent::Kind kind, qint64 id, const QString &reason = {}, const QString &verdict = {})
    {
        EngineEvent result;
        result.kind = kind;
        result.conversation = ConversationId{id};
        result.reason = reason;
        result.verdict = verdict;
        return result;
    }
    static EngineEvent texted(qint64 id)
    {
        EngineEvent result = event(EngineEvent::Kind::Text, id);
        result.afterCallEnd = std::chrono::seconds(6);
        return result;
    }
    /// A customer wrote, and nobody has answered.
    void wrote(qint64 id, const QString &words)
    {
        reader.summaries[id].preview = words;
        reader.summaries[id].needsReply = true;
        happen(event(EngineEvent::Kind::Reply, id));
    }
    void choose(NotificationAmount amount, NotificationPrivacy privacy = NotificationPrivacy::NameAndText, int repeat = 0)
    {
        Settings settings;
        settings.notifications = {amount, privacy, repeat};
        emit client.settingsChanged(settings);
    }
    void happen(const EngineEvent &what) { emit client.eventOccurred(what); }
    void read(qint64 id)
    {
        reader.summaries[id].unread = 0;
        emit client.conversationsChanged({ConversationId{id}});
    }
};

} // namespace textback::test
