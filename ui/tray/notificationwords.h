// SPDX-License-Identifier: MIT
#pragma once

#include "domain/conversation.h"
#include "domain/decision.h"
#include "domain/inbox.h"
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
/// `summary` is the conversation as it stands now (it may know more than the event: a text that was not confirmed). Of the customer it shows
/// what `privacy` allows; an answer can be typed into it only where their words are shown and a text may go to them.
std::optional<Notification> notificationFor(const EngineEvent &event, const ConversationSummary &summary, const QString &homeRegion,
                                            NotificationPrivacy privacy = NotificationPrivacy::NameAndText);

/// The notification for a trouble that a person must end (signed out, refused, keychain, disk); nothing for those that pass.
std::optional<Notification> notificationFor(ConnectionState::Kind kind);

/// One notification in place of many. `names` may be empty: nobody is named then.
Notification groupedNotification(const QList<EngineEvent> &events, const QStringList &names);

/// An answer that was typed into a notification did not go out; `name` is empty where nobody may be named, `reason` a sentence.
Notification notSentNotification(ConversationId conversation, const QString &name, const QString &reason);

} // namespace textback
