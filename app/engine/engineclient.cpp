// SPDX-License-Identifier: MIT
#include "engine/engineclient.h"

#include "engine/engine.h"
#include "engine/inboxdesk.h"
#include "engine/mediadesk.h"
#include "engine/messagedesk.h"
#include "engine/settingsdesk.h"

namespace textback {

EngineClient::EngineClient(QObject *parent)
    : QObject(parent)
{
    connect(this, &EngineClient::accountChecked, this, [this](const QList<PhoneNumber> &numbers, const QStringList &warnings) {
        m_accountNumbers = numbers;
        m_accountWarnings = warnings;
    });
}

void EngineClient::attach(Engine *engine)
{
    // Ids and values cross threads by queued connections, which want their types known by name.
    qRegisterMetaType<textback::ConversationId>();
    qRegisterMetaType<textback::MessageId>();
    qRegisterMetaType<textback::NoteId>();
    qRegisterMetaType<textback::ThreadNote>();
    qRegisterMetaType<textback::CallId>();
    qRegisterMetaType<textback::MediaReport>();
    qRegisterMetaType<textback::UtcTime>();
    qRegisterMetaType<std::optional<textback::UtcTime>>();
    qRegisterMetaType<std::optional<qint64>>();
    qRegisterMetaType<textback::InboxSettings>();
    qRegisterMetaType<textback::NotificationSettings>();
    qRegisterMetaType<textback::WindowSettings>();
    qRegisterMetaType<textback::People>();
    qRegisterMetaType<textback::EngineEvent>();
    qRegisterMetaType<textback::ConnectionState>();
    qRegisterMetaType<textback::Settings>();
    qRegisterMetaType<textback::AccountSecrets>();
    qRegisterMetaType<textback::PhoneNumber>();
    qRegisterMetaType<textback::Error>();
    qRegisterMetaType<textback::Notice::Kind>();
    qRegisterMetaType<QList<textback::Notice>>();
    qRegisterMetaType<QList<textback::ConversationId>>();
    qRegisterMetaType<QList<textback::PhoneNumber>>();
    qRegisterMetaType<QList<textback::ImportedContact>>();
    qRegisterMetaType<textback::ContactsTaken>();

    // What an engine before this one said counts no more.
    m_connection = ConnectionState();
    m_notices.clear();
    m_accountNumbers.clear();
    m_accountWarnings.clear();

    InboxDesk *inbox = engine->inbox();
    MessageDesk *messages = engine->messages();
    MediaDesk *media = engine->media();
    SettingsDesk *desk = engine->settingsDesk();
    connect(this, &EngineClient::applySettingsRequested, engine, &Engine::applySettings);
    connect(this, &EngineClient::checkNowRequested, engine, &Engine::checkNow);
    connect(this, &EngineClient::sendMessageRequested, messages, &MessageDesk::send);
    connect(this, &EngineClient::sendMessageToRequested, messages, &MessageDesk::sendTo);
    connect(this, &EngineClient::sendAgainRequested, messages, &MessageDesk::sendAgain);
    connect(this, &EngineClient::cancelWaitingRequested, messages, &MessageDesk::cancelWaiting);
    connect(this, &EngineClient::sendNowRequested, messages, &MessageDesk::sendNow);
    connect(this, &EngineClient::recordConsentRequested, messages, &MessageDesk::recordConsent);
    connect(this, &EngineClient::noteJobRequested, messages, &MessageDesk::noteJob);
    connect(this, &EngineClient::finishJobRequested, messages, &MessageDesk::finishJob);
    connect(this, &EngineClient::pauseTextsRequested, desk, &SettingsDesk::pauseTexts);
    connect(this, &EngineClient::resumeTextsRequested, desk, &SettingsDesk::resumeTexts);
    connect(this, &EngineClient::changeInboxRequested, desk, &SettingsDesk::changeInbox);
    connect(this, &EngineClient::changeNotificationsRequested, desk, &SettingsDesk::changeNotifications);
    connect(this, &EngineClient::changeWindowRequested, desk, &SettingsDesk::changeWindow);
    connect(this, &EngineClient::changePeopleRequested, desk, &SettingsDesk::changePeople);
    connect(this, &EngineClient::setDoneRequested, inbox, &InboxDesk::setDone);
    connect(this, &EngineClient::setSnoozedRequested, inbox, &InboxDesk::setSnoozed);
    connect(this, &EngineClient::undoPutAwayRequested, inbox, &InboxDesk::undoPutAway);
    connect(this, &EngineClient::markUnreadRequested, inbox, &InboxDesk::markUnread);
    connect(this, &EngineClient::saveDraftRequested, inbox, &InboxDesk::saveDraft);
    connect(this, &EngineClient::saveNotesRequested, inbox, &InboxDesk::saveNotes);
    connect(this, &EngineClient::saveThreadNoteRequested, inbox, &InboxDesk::saveThreadNote);
    connect(this, &EngineClient::removeThreadNoteRequested, inbox, &InboxDesk::removeThreadNote);
    connect(this, &EngineClient::setTagsRequested, inbox, &InboxDesk::setTags);
    connect(this, &EngineClient::renameTagRequested, inbox, &InboxDesk::renameTag);
    connect(this, &EngineClient::renameContactRequested, inbox, &InboxDesk::renameContact);
    connect(this, &EngineClient::linkNumbersRequested, inbox, &InboxDesk::linkNumbers);
    connect(this, &EngineClient::refuseLinkRequested, inbox, &InboxDesk::refuseLink);
    connect(this, &EngineClient::withdrawRefusalRequested, inbox, &InboxDesk::withdrawRefusal);
    connect(this, &EngineClient::separateNumberRequested, inbox, &InboxDesk::separateNumber);
    connect(this, &EngineClient::importContactsRequested, inbox, &InboxDesk::importContacts);
    connect(this, &EngineClient::stopImportRequested, inbox, &InboxDesk::stopImport);
    connect(this, &EngineClient::erasePersonRequested, inbox, &InboxDesk::erasePerson);
    connect(this, &EngineClient::markReadRequested, inbox, &InboxDesk::markRead);
    connect(this, &EngineClient::answerDoubtRequested, messages, &MessageDesk::answerDoubt);
    connect(this, &EngineClient::takeAlertRequested, messages, &MessageDesk::takeAlert);
    connect(this, &EngineClient::showFilesRequested, media, &MediaDesk::showFiles);
    connect(this, &EngineClient::showVoicemailRequested, media, &MediaDesk::showVoicemail);
    connect(this, &EngineClient::leaveSafeModeRequested, engine, &Engine::leaveSafeMode);
    connect(this, &EngineClient::takeOverRequested, desk, &SettingsDesk::takeOver);
    connect(this, &EngineClient::useTimeZoneRequested, desk, &SettingsDesk::useTimeZone);
    connect(this, &EngineClient::dismissNoticeRequested, engine, &Engine::dismissNotice);

    connect(engine, &Engine::eventOccurred, this, &EngineClient::eventOccurred);
    connect(engine, &Engine::conversationsChanged, this, &EngineClient::conversationsChanged);
    connect(engine, &Engine::connectionChanged, this, [this](const ConnectionState &state) {
        m_connection = state;
        emit connectionChanged(state);
    });
    connect(engine, &Engine::noticesChanged, this, [this](const QList<Notice> &notices) {
        m_notices = notices;
        emit noticesChanged(notices);
    });
    connect(engine, &Engine::settingsChanged, this, [this](const Settings &settings) {
        m_settings = settings;
        emit settingsChanged(settings);
    });
    connect(engine, &Engine::actionFailed, this, &EngineClient::actionFailed);
    connect(inbox, &InboxDesk::noteNotKept, this, &EngineClient::noteNotKept);
    connect(engine, &Engine::contactsTaken, this, &EngineClient::contactsTaken);
    connect(media, &MediaDesk::mediaChanged, this, &EngineClient::mediaChanged);
    connect(engine, &Engine::contactsProgressed, this, &EngineClient::contactsProgressed);
    connect(engine, &Engine::personErased, this, &EngineClient::personErased);
    connect(engine, &Engine::accountChecked, this, &EngineClient::accountChecked);
}

} // namespace textback
