// SPDX-License-Identifier: MIT
#include "simulator/controlpage.h"

#include "domain/phonenumber.h"
#include "domain/ports/clock.h"
#include "simulator/cast.h"
#include "simulator/controlorder.h"
#include "simulator/simulatedcalls.h"
#include "simulator/simulatedcustomers.h"
#include "simulator/simulatedtexts.h"
#include "simulator/twilioapi.h"
#include "simulator/twiliojson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

#include <limits>

namespace textback {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

HttpResponse answer(int status, const QJsonObject &object)
{
    return HttpResponse::json(status, QJsonDocument(object).toJson(QJsonDocument::Indented));
}

HttpResponse refuse(const QString &why)
{
    return answer(400, {{u"error"_s, why}});
}

bool isLoopbackHost(const QString &host)
{
    return host == "127.0.0.1"_L1 || host == "localhost"_L1 || host == "::1"_L1;
}

/// A page of a foreign site, open in a browser on this PC, can send requests to loopback too: by its own name pointed here (Host), or as a
/// form across sites (Origin).
bool isForeign(const HttpRequest &request)
{
    const QUrl host(u"http://"_s + QString::fromLatin1(request.header("host")));
    if (!request.header("host").isEmpty() && !isLoopbackHost(host.host()))
        return true;
    const QByteArray origin = request.header("origin");
    return !origin.isEmpty() && !isLoopbackHost(QUrl(QString::fromLatin1(origin)).host());
}

QLatin1StringView toText(UnansweredDuration duration)
{
    switch (duration) {
    case UnansweredDuration::Zero:
        return "zero"_L1;
    case UnansweredDuration::Null:
        return "null"_L1;
    case UnansweredDuration::Empty:
        return "empty"_L1;
    }
    Q_UNREACHABLE();
}

} // namespace

ControlPage::ControlPage(Parts parts)
    : m_parts(std::move(parts))
{
}

bool ControlPage::owns(const HttpRequest &request)
{
    return request.path == "/"_L1 || request.path == "/control"_L1 || request.path.startsWith("/control/"_L1);
}

HttpResponse ControlPage::handle(const HttpRequest &request)
{
    if (isForeign(request))
        return answer(403, {{u"error"_s, u"only pages of this server may do that"_s}});
    const QString what = request.path.section(u'/', 2);
    if (request.method == "GET" || request.method == "HEAD") {
        if (what.isEmpty()) {
            HttpResponse page = HttpResponse::html(200, controlPageHtml());
            page.headers.append(
                {"Content-Security-Policy"_ba, "default-src 'self'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"_ba});
            return page;
        }
        if (what == "state"_L1)
            return answer(200, state());
        if (what == "posts"_L1)
            return answer(200, posts());
        if (what == "fault"_L1)
            return answer(200, faults());
        return answer(404, {{u"error"_s, u"no such page"_s}});
    }
    if (request.method != "POST")
        return answer(405, {{u"error"_s, u"GET or POST"_s}});
    const std::optional<QJsonObject> object = controlorder::readOrder(request);
    return object ? order(what, *object) : refuse(u"the body must be a JSON object or a form"_s);
}

HttpResponse ControlPage::order(const QString &what, const QJsonObject &object)
{
    if (what == "call"_L1)
        return call(object);
    if (what == "reply"_L1)
        return reply(object);
    if (what == "fault"_L1)
        return fault(object);
    if (what == "setting"_L1)
        return setting(object);
    return answer(404, {{u"error"_s, u"no such order"_s}});
}

HttpResponse ControlPage::call(const QJsonObject &object)
{
    CallOrder order;
    order.from = cast().front().number;
    order.to = m_parts.options.businessNumber;
    for (auto field = object.begin(); field != object.end(); ++field) {
        const QString key = field.key();
        const QJsonValue value = field.value();
        bool good = true;
        if (key == "scenario"_L1) {
            const std::optional<Scenario> scenario = scenarioFromString(value.toString());
            good = scenario.has_value();
            order.scenario = scenario.value_or(Scenario::A1);
        } else if (key == "from"_L1) {
            order.from = value.toString();
            good = !order.from.isEmpty() && order.from.size() <= 200;
        } else if (key == "to"_L1) {
            order.to = value.toString();
            good = !m_parts.calls.phoneNumberSid(order.to).isEmpty();
        } else if (key == "ringSeconds"_L1) {
            order.variant.ring = controlorder::seconds(value);
            good = order.variant.ring.has_value();
        } else if (key == "talkSeconds"_L1) {
            order.variant.talk = controlorder::seconds(value);
            good = order.variant.talk.has_value();
        } else if (key == "outcome"_L1) {
            order.variant.outcome = controlorder::outcomeFrom(value.toString());
            good = order.variant.outcome.has_value();
        } else if (key == "voicemail"_L1) {
            order.variant.voicemail = controlorder::flag(value);
            good = order.variant.voicemail.has_value();
        } else if (key == "flowTexts"_L1) {
            good = controlorder::flag(value).has_value();
            order.variant.flowTexts = controlorder::flag(value).value_or(false);
        } else {
            good = false;
        }
        if (!good)
            return refuse(u"unknown or impossible: "_s + key);
    }
    return answer(201, {{u"sid"_s, m_parts.calls.begin(order)}, {u"scenario"_s, toString(order.scenario)}, {u"from"_s, order.from}});
}

HttpResponse ControlPage::reply(const QJsonObject &object)
{
    const std::optional<PhoneNumber> from = PhoneNumber::parse(object.value("from"_L1).toString());
    const QString to = object.value("to"_L1).toString(m_parts.options.businessNumber);
    const QString body = object.value("body"_L1).toString();
    if (!from)
        return refuse(u"from must be a valid number"_s);
    if (body.isEmpty())
        return refuse(u"body must not be empty"_s);
    if (m_parts.calls.phoneNumberSid(to).isEmpty())
        return refuse(u"to must be a number of the account"_s);
    m_parts.reply(from->e164(), to, body);
    const RowList<SimulatedTextRow> &rows = m_parts.texts.rows();
    for (quint64 sequence = rows.end(); sequence > rows.begin(); --sequence) {
        const SimulatedTextRow &row = rows.at(sequence - 1);
        if (row.direction == "inbound"_L1)
            return answer(201, {{u"sid"_s, row.sid}});
    }
    return answer(201, {});
}

HttpResponse ControlPage::fault(const QJsonObject &object)
{
    const QString kindText = object.value("kind"_L1).toString();
    if (kindText == "none"_L1) {
        m_parts.faults.clear();
        return answer(200, faults());
    }
    const std::optional<FaultKind> kind = faultKindFromString(kindText);
    if (!kind)
        return refuse(u"unknown kind"_s);
    FaultRule rule;
    rule.kind = *kind;
    rule.method = object.value("method"_L1).toString().toLatin1().toUpper();
    rule.path = object.value("path"_L1).toString();
    rule.value =
        object.value("value"_L1).isDouble() ? QString::number(object.value("value"_L1).toDouble()) : object.value("value"_L1).toString();
    if (object.contains("probability"_L1)) {
        const std::optional<double> probability = controlorder::number(object.value("probability"_L1));
        if (!probability || *probability < 0 || *probability > 1)
            return refuse(u"probability must be 0 to 1"_s);
        rule.probability = *probability;
        rule.count = -1; // without a count of its own it goes on
    }
    if (object.contains("seed"_L1)) {
        const std::optional<double> seed = controlorder::number(object.value("seed"_L1));
        if (!seed || *seed < 0 || *seed > std::numeric_limits<quint32>::max())
            return refuse(u"seed must be a number from 0 to 4294967295"_s);
        rule.seed = static_cast<quint32>(*seed);
    }
    if (object.contains("count"_L1)) {
        const std::optional<double> count = controlorder::number(object.value("count"_L1));
        if (!count || *count == 0 || *count < -1 || *count > 1000000)
            return refuse(u"count must be at least 1, or -1 for no end"_s);
        rule.count = static_cast<int>(*count);
    }
    m_parts.faults.add(rule);
    return answer(201, faults());
}

HttpResponse ControlPage::setting(const QJsonObject &object)
{
    SimulatorOptions changed = m_parts.options;
    std::optional<std::pair<QString, TextFate>> fate;
    for (auto field = object.begin(); field != object.end(); ++field) {
        const QString key = field.key();
        const QJsonValue value = field.value();
        bool good = true;
        const auto setFlag = [&good, &value](bool &target) {
            good = controlorder::flag(value).has_value();
            target = controlorder::flag(value).value_or(target);
        };
        if (key == "callsPerMinute"_L1) {
            const std::optional<double> calls = controlorder::number(value);
            good = calls && *calls >= 0 && *calls <= 6000;
            changed.callsPerMinute = calls.value_or(0);
        } else if (key == "timeScale"_L1) {
            const std::optional<double> scale = controlorder::number(value);
            good = scale && *scale >= 1 && *scale <= 1000;
            changed.timeScale = scale.value_or(1);
        } else if (key == "visibilityDelaySeconds"_L1) {
            good = controlorder::seconds(value).has_value();
            changed.visibilityDelay = controlorder::seconds(value).value_or(Millis(0));
        } else if (key == "unansweredDuration"_L1) {
            good = false;
            for (const UnansweredDuration kind : {UnansweredDuration::Zero, UnansweredDuration::Null, UnansweredDuration::Empty}) {
                if (toText(kind) == value.toString()) {
                    changed.unansweredDuration = kind;
                    good = true;
                }
            }
        } else if (key == "unansweredEndTime"_L1) {
            good = value.toString() == "set"_L1 || value.toString() == "null"_L1;
            changed.unansweredEndTime = value.toString() == "null"_L1 ? UnansweredEndTime::Null : UnansweredEndTime::Set;
        } else if (key == "smartEncoding"_L1) {
            setFlag(changed.smartEncoding);
        } else if (key == "suspended"_L1) {
            setFlag(changed.suspended);
        } else if (key == "customersReply"_L1) {
            setFlag(changed.customersReply);
        } else if (key == "number"_L1 || key == "fate"_L1) {
            const std::optional<TextFate> wanted = textFateFromString(object.value("fate"_L1).toString());
            const std::optional<PhoneNumber> whose = PhoneNumber::parse(object.value("number"_L1).toString());
            good = wanted && whose;
            if (good)
                fate = {whose->e164(), *wanted};
        } else {
            good = false;
        }
        if (!good)
            return refuse(u"unknown or impossible: "_s + key);
    }
    const bool newRate = changed.callsPerMinute != m_parts.options.callsPerMinute;
    m_parts.options = changed;
    if (fate)
        m_parts.texts.setFate(fate->first, fate->second);
    if (newRate)
        m_parts.customers.startRinging();
    return answer(200, state());
}

QJsonObject ControlPage::state() const
{
    QJsonArray scenarios;
    for (const Scenario scenario : allScenarios)
        scenarios.append(QJsonObject{{u"id"_s, toString(scenario)}, {u"text"_s, describe(scenario)}});
    QJsonArray people;
    for (const CastMember &member : cast()) {
        people.append(QJsonObject{{u"number"_s, member.number},
                                  {u"name"_s, callerLabel(member.number)},
                                  {u"fate"_s, toString(m_parts.texts.fate(member.number))},
                                  {u"optedOut"_s, m_parts.texts.isOptedOut(member.number, m_parts.options.businessNumber)},
                                  {u"nextReplies"_s, QJsonArray::fromStringList(m_parts.customers.repliesFor(member.number))}});
    }
    QJsonArray kinds;
    for (int i = 0; i < faultKindCount; ++i) {
        const auto kind = static_cast<FaultKind>(i);
        kinds.append(QJsonObject{{u"id"_s, toString(kind)}, {u"text"_s, describe(kind)}, {u"acts"_s, actsFirst(kind)}});
    }
    const SimulatorOptions &options = m_parts.options;
    return {
        {u"accountSid"_s, options.accountSid},
        {u"number"_s, options.businessNumber},
        {u"otherNumbers"_s, QJsonArray::fromStringList(options.otherNumbers)},
        {u"messagingServiceSid"_s, options.messagingServiceSid},
        {u"now"_s, twilioTime(m_parts.clock.utcNow())},
        {u"runningCalls"_s, static_cast<qint64>(m_parts.calls.running())},
        {u"callRows"_s, static_cast<qint64>(m_parts.calls.rows().size())},
        {u"textRows"_s, static_cast<qint64>(m_parts.texts.rows().size())},
        {u"callsPerMinute"_s, options.callsPerMinute},
        {u"timeScale"_s, options.timeScale},
        {u"visibilityDelaySeconds"_s, static_cast<double>(options.visibilityDelay.count()) / 1000.0},
        {u"unansweredDuration"_s, toText(options.unansweredDuration)},
        {u"unansweredEndTime"_s, options.unansweredEndTime == UnansweredEndTime::Set ? u"set"_s : u"null"_s},
        {u"smartEncoding"_s, options.smartEncoding},
        {u"suspended"_s, options.suspended},
        {u"customersReply"_s, options.customersReply},
        {u"scenarios"_s, scenarios},
        {u"people"_s, people},
        {u"faultKinds"_s, kinds},
        {u"faults"_s, faults().value("faults"_L1)},
        {u"posts"_s, posts().value("posts"_L1)},
    };
}

QJsonObject ControlPage::posts() const
{
    QJsonArray list;
    int received = 0;
    int accepted = 0;
    const QMap<QString, PostCount> &counts = m_parts.api.posts();
    for (auto entry = counts.begin(); entry != counts.end(); ++entry) {
        const int taken = m_parts.texts.acceptedTo(entry.key());
        received += entry->received;
        accepted += taken;
        list.append(QJsonObject{{u"to"_s, entry.key()},
                                {u"received"_s, entry->received},
                                {u"accepted"_s, taken},
                                {u"bodies"_s, QJsonArray::fromStringList(entry->bodies)}});
    }
    return {{u"posts"_s, list}, {u"received"_s, received}, {u"accepted"_s, accepted}};
}

QJsonObject ControlPage::faults() const
{
    QJsonArray list;
    for (const FaultRule &rule : m_parts.faults.rules()) {
        list.append(QJsonObject{{u"kind"_s, toString(rule.kind)},
                                {u"method"_s, QString::fromLatin1(rule.method)},
                                {u"path"_s, rule.path},
                                {u"count"_s, rule.count},
                                {u"probability"_s, rule.probability},
                                {u"value"_s, rule.value}});
    }
    return {{u"faults"_s, list}};
}

} // namespace textback
