// SPDX-License-Identifier: MIT
#pragma once

#include "domain/conversation.h"
#include "domain/decision.h"
#include "domain/ports/notifier.h"
#include "engine/connectionstate.h"
#include "engine/engineevents.h"

#include <QString>

#include <optional>

namespace textback {

/// Whose news it is, in the words of a notification's title: the contact's name, else the number as people write it, else "Withheld
/// number". Plain text without the invisible characters that could turn a line around.
QString partyName(const ConversationSummary &summary, const QString &homeRegion);

/// The notification that one event is worth, or nothing: a quiet one where all went by itself, an urgent one where a person is needed.
/// `summary` is the conversation as it stands now (it may know more than the event: a text that was not confirmed).
std::optional<Notification> notificationFor(const EngineEvent &event, const ConversationSummary &summary, const QString &homeRegion);

/// The notification for a trouble that a person must end (signed out, refused, keychain, disk); nothing for those that pass.
std::optional<Notification> notificationFor(ConnectionState::Kind kind);

/// One notification in place of many.
Notification groupedNotification(const QList<EngineEvent> &events, const QStringList &names);

} // namespace textback
