// SPDX-License-Identifier: MIT
#include "engine/engineevents.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

namespace textback {

using namespace Qt::StringLiterals;

QString toString(EngineEvent::Kind kind)
{
    switch (kind) {
    case EngineEvent::Kind::Ready:
        return u"ready"_s;
    case EngineEvent::Kind::Call:
        return u"call"_s;
    case EngineEvent::Kind::Decision:
        return u"decision"_s;
    case EngineEvent::Kind::Text:
        return u"text"_s;
    case EngineEvent::Kind::Reply:
        return u"reply"_s;
    case EngineEvent::Kind::Delivery:
        return u"delivery"_s;
    case EngineEvent::Kind::OptOut:
        return u"opt-out"_s;
    case EngineEvent::Kind::Alert:
        return u"alert"_s;
    case EngineEvent::Kind::Staff:
        return u"staff"_s;
    case EngineEvent::Kind::Connection:
        return u"connection"_s;
    case EngineEvent::Kind::Notice:
        return u"notice"_s;
    case EngineEvent::Kind::Error:
        return u"error"_s;
    }
    return {};
}

QByteArray toJsonLine(const EngineEvent &event)
{
    QJsonObject json;
    json.insert("time"_L1, QDateTime::fromMSecsSinceEpoch(toUnixMillis(event.time), Qt::UTC).toString(Qt::ISODateWithMs));
    json.insert("event"_L1, toString(event.kind));
    const auto addId = [&json](QLatin1StringView key, qint64 id) {
        if (id != 0)
            json.insert(key, id);
    };
    addId("conversation"_L1, event.conversation.value);
    addId("call"_L1, event.call.value);
    addId("message"_L1, event.message.value);
    const auto addText = [&json](QLatin1StringView key, const QString &text) {
        if (!text.isEmpty())
            json.insert(key, text);
    };
    addText("verdict"_L1, event.verdict);
    addText("reason"_L1, event.reason);
    addText("lastFour"_L1, event.lastFour);
    addText("detail"_L1, event.detail);
    addId("case"_L1, event.dutyCase);
    if (event.kind == EngineEvent::Kind::Call)
        json.insert("missed"_L1, event.missed);
    if (event.kind == EngineEvent::Kind::OptOut)
        json.insert("optedOut"_L1, event.optedOut);
    if (event.afterCallEnd)
        json.insert("millisecondsAfterCallEnd"_L1, static_cast<qint64>(event.afterCallEnd->count()));
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace textback
