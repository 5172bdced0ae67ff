// SPDX-License-Identifier: MIT
#include "providers/contract.h"
#include "providers/twilio/twiliofixtures.h"

using namespace Qt::StringLiterals;

namespace textback::test {

namespace {

FakeAnswer healthyTwilio(const FakeRequest &request)
{
    const QString path = request.url.path();
    if (request.method == "POST")
        return FakeAnswer::json(MessageRow().json(), 201);
    if (path.startsWith(u"/v2/"_s))
        return FakeAnswer::json(R"({"phone_number":"+13135550142","valid":true,"line_type_intelligence":{"type":"landline"}})");
    if (path.endsWith(u"/Calls.json"_s))
        return FakeAnswer::json(page("calls", {CallRow().json()}));
    if (path.endsWith(u"/Messages.json"_s))
        return FakeAnswer::json(page("messages", {MessageRow().json()}));
    if (path.endsWith(u"/Recordings.json"_s))
        return FakeAnswer::json(page("recordings", {}));
    if (path.endsWith(u"/Notifications.json"_s))
        return FakeAnswer::json(page("notifications", {}));
    if (path.endsWith(u"/IncomingPhoneNumbers.json"_s))
        return FakeAnswer::json(page("incoming_phone_numbers", {numberJson(1, "+13132230100", "Main")}));
    if (path.contains(u"/Messages/"_s))
        return FakeAnswer::json(MessageRow().json());
    if (path.contains(u"/Calls/"_s))
        return FakeAnswer::json(CallRow().json());
    return FakeAnswer::json(accountJson());
}

ContractScript twilio()
{
    ContractScript script;
    script.provider = u"twilio"_s;
    script.account.provider = script.provider;
    script.account.lookUpLineType = true;
    script.account.fields.insert(u"accountSid"_s, QString::fromLatin1(accountSid));
    script.secrets.insert(u"authToken"_s, Secret(authToken));
    script.healthy = healthyTwilio;
    script.refusal = [](int status) { return FakeAnswer::json(errorJson(99000 + status, status, "+13135550142 " + authToken), status); };
    return script;
}

} // namespace

const std::vector<ContractScript> &contractScripts()
{
    static const std::vector<ContractScript> scripts{twilio()};
    return scripts;
}

} // namespace textback::test
