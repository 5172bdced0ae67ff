// SPDX-License-Identifier: MIT
#pragma once

#include "domain/conversation.h"
#include "domain/ids.h"
#include "engine/engineevents.h"

#include <QMap>
#include <QObject>
#include <QString>

#include <optional>

namespace textback {

class Clock;
class ConversationReader;
class EngineClient;
class LineWriter;

/// Tells the demo without a display in plain sentences, one line each. Made-up people only: it prints names and texts, which the
/// events of the real headless program never do. Main thread.
class Narrator : public QObject {
    Q_OBJECT

public:
    /// All outlive it.
    Narrator(EngineClient &engine, ConversationReader &reader, const Clock &clock, LineWriter &out, QObject *parent = nullptr);

    /// The names of the simulated callers by E.164.
    void setNames(const QMap<QString, QString> &names) { m_names = names; }
    /// Writes a sentence of somebody else's, with the time.
    void tell(const QString &sentence);
    /// The sentence for an event, without the time; nothing for one that adds nothing to what was told.
    std::optional<QString> sentence(const EngineEvent &event);
    /// What happened in all, for the last line.
    QString summary() const;

private:
    std::optional<QString> callSentence(const EngineEvent &event);
    std::optional<QString> decisionSentence(const EngineEvent &event);
    std::optional<QString> textSentence(const EngineEvent &event);
    std::optional<QString> deliverySentence(const EngineEvent &event);
    /// The other party: a name, a number or what is known of it.
    QString who(const EngineEvent &event);
    std::optional<MessageBubble> message(const EngineEvent &event);
    std::optional<CallCard> call(const EngineEvent &event);

    ConversationReader &m_reader;
    const Clock &m_clock;
    LineWriter &m_out;
    QMap<QString, QString> m_names;
    QMap<qint64, QString> m_toldCalls; ///< the last sentence about a call, so that it is not told twice
    QString m_connection;
    int m_missed = 0;
    int m_texts = 0;
    int m_replies = 0;
    int m_optOuts = 0;
};

} // namespace textback
