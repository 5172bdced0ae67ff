// SPDX-License-Identifier: MIT
#pragma once

#include "domain/conversation.h"
#include "domain/ids.h"
#include "domain/media/mediareport.h"
#include "domain/ports/providerfactory.h"
#include "domain/settings.h"
#include "engine/connectionstate.h"
#include "engine/contacttaker.h"
#include "engine/engineevents.h"
#include "engine/notice.h"

#include <QList>
#include <QObject>

namespace textback {

class Engine;

/// The window's end of the wire to the engine. Lives on the GUI thread; what it is asked to do is sent to the engine by queued signals,
/// what the engine reports comes out of its signals on the GUI thread. Without an engine (tests of widgets) it only emits.
class EngineClient : public QObject {
    Q_OBJECT

public:
    explicit EngineClient(QObject *parent = nullptr);

    /// Connects both directions by queued connections (direct when both live on one thread). Once for each engine.
    void attach(Engine *engine);

    /// The latest state that the engine reported.
    const ConnectionState &connection() const { return m_connection; }
    const Settings &settings() const { return m_settings; }
    const QList<Notice> &notices() const { return m_notices; }
    /// What accountChecked said last; empty before.
    const QList<PhoneNumber> &accountNumbers() const { return m_accountNumbers; }
    const QStringList &accountWarnings() const { return m_accountWarnings; }

signals:
    // Requests: emit them to ask.
    void applySettingsRequested(const textback::Settings &settings, const textback::AccountSecrets &secrets);
    void checkNowRequested();
    void sendMessageRequested(textback::ConversationId conversation, const QString &body);
    void sendMessageToRequested(const textback::PhoneNumber &number, const QString &body);
    void sendAgainRequested(textback::MessageId message);
    void cancelWaitingRequested(textback::MessageId message);
    void sendNowRequested(textback::MessageId message);
    void recordConsentRequested(textback::ConversationId conversation, bool optedOut, const QString &channel);
    void noteJobRequested(textback::ConversationId conversation, std::optional<textback::UtcTime> bookedFor,
                          std::optional<qint64> amountCents);
    void finishJobRequested(textback::ConversationId conversation);
    void pauseTextsRequested(textback::UtcTime until);
    void resumeTextsRequested();
    void changeInboxRequested(const textback::InboxSettings &inbox);
    void changeNotificationsRequested(const textback::NotificationSettings &notifications);
    void changeWindowRequested(const textback::WindowSettings &window);
    void changePeopleRequested(const textback::People &people);
    void setDoneRequested(textback::ConversationId conversation, bool done);
    void setSnoozedRequested(textback::ConversationId conversation, std::optional<textback::UtcTime> until);
    void undoPutAwayRequested(textback::ConversationId conversation);
    void markUnreadRequested(textback::ConversationId conversation);
    void saveDraftRequested(textback::ConversationId conversation, const QString &body);
    void saveNotesRequested(textback::ConversationId conversation, const QString &body);
    void saveThreadNoteRequested(textback::ConversationId conversation, const textback::ThreadNote &note);
    void removeThreadNoteRequested(textback::ConversationId conversation, textback::NoteId note);
    void setTagsRequested(textback::ConversationId conversation, const QStringList &names);
    void renameTagRequested(const QString &name, const QString &newName);
    void renameContactRequested(textback::ConversationId conversation, const QString &name);
    void linkNumbersRequested(textback::ConversationId shown, textback::ConversationId other);
    void refuseLinkRequested(textback::ConversationId shown, textback::ConversationId other);
    void withdrawRefusalRequested(textback::ConversationId shown, textback::ConversationId other);
    void separateNumberRequested(textback::ConversationId shown, textback::ConversationId other);
    void importContactsRequested(const QList<textback::ImportedContact> &contacts, bool replaceNames);
    void stopImportRequested();
    void erasePersonRequested(textback::ConversationId conversation);
    void markReadRequested(textback::ConversationId conversation);
    void answerDoubtRequested(textback::ConversationId conversation, bool wantsNoTexts);
    void takeAlertRequested(textback::ConversationId conversation);
    /// `again`: also what failed before.
    void showFilesRequested(textback::MessageId message, bool again);
    void showVoicemailRequested(textback::CallId call, bool again);
    void leaveSafeModeRequested();
    void takeOverRequested();
    void useTimeZoneRequested(const QString &ianaId);
    void dismissNoticeRequested(textback::Notice::Kind kind);

    // Reports: connect to them.
    void eventOccurred(const textback::EngineEvent &event);
    void conversationsChanged(const QList<textback::ConversationId> &conversations);
    void connectionChanged(const textback::ConnectionState &state);
    void noticesChanged(const QList<textback::Notice> &notices);
    void settingsChanged(const textback::Settings &settings);
    void actionFailed(textback::ConversationId conversation, const textback::Error &error);
    void noteNotKept(textback::ConversationId conversation, const textback::ThreadNote &note);
    void contactsTaken(const textback::ContactsTaken &taken);
    void mediaChanged(const textback::MediaReport &report);
    void contactsProgressed(int looked, int all);
    void personErased(textback::ConversationId conversation);
    void accountChecked(const QList<textback::PhoneNumber> &numbers, const QStringList &warnings);

private:
    ConnectionState m_connection;
    Settings m_settings;
    QList<Notice> m_notices;
    QList<PhoneNumber> m_accountNumbers;
    QStringList m_accountWarnings;
};

} // namespace textback
