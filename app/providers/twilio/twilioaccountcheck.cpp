// SPDX-License-Identifier: MIT
#include "providers/twilio/twilioaccountcheck.h"

#include "providers/twilio/twilioaccess.h"
#include "providers/twilio/twiliojson.h"
#include "providers/twilio/twiliopages.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace textback {

namespace {

void addNumber(AccountCheck &check, const TwilioNumber &number)
{
    const auto parsed = PhoneNumber::parse(number.phoneNumber);
    if (!parsed) {
        qCWarning(httpLog) << "Twilio: one of the account's numbers is not a valid telephone number and was left out";
        return;
    }
    if (!number.canText)
        check.cannotText.append(parsed->e164());
    if (number.flowMayText)
        check.warnings.append(u"flow-may-text:"_s + parsed->e164());
    if (!number.canCall)
        return;
    Line line;
    line.number = *parsed;
    line.label = number.label;
    check.lines.push_back(std::move(line));
}

void readNumbers(TwilioAccess &api, const AccountCheck &begun, const Completion<AccountCheck> &done)
{
    const QUrl url = api.accountUrl(u"IncomingPhoneNumbers"_s, {{u"PageSize"_s, u"50"_s}});
    TwilioPages<TwilioNumber>::read(api, url, parseTwilioNumberPage, std::nullopt, [begun, done](auto rows) {
        // A suspended account is told as such, whether or not its numbers can still be read.
        if (!rows && begun.active)
            return done(tl::unexpected(rows.error()));
        AccountCheck check = begun;
        if (rows) {
            check.providerTime = rows->providerTime ? rows->providerTime : check.providerTime;
            for (const TwilioNumber &number : rows->rows)
                addNumber(check, number);
        }
        done(std::move(check));
    });
}

} // namespace

void checkTwilioAccount(TwilioAccess &api, Completion<AccountCheck> done)
{
    api.get(api.accountUrl(QString()), [&api, done = std::move(done)](Result<TwilioAccess::Answer> answer) {
        AccountCheck check;
        if (!answer) {
            if (answer.error().kind != ErrorKind::Unauthorized || !api.login().isApiKey())
                return done(tl::unexpected(answer.error()));
            return readNumbers(api, check, done);
        }
        const Result<TwilioAccount> account = parseTwilioAccount(answer->body);
        if (!account)
            return done(tl::unexpected(account.error()));
        check.accountName = account->name;
        check.active = account->active;
        check.trial = account->trial;
        check.providerTime = answer->date;
        readNumbers(api, check, done);
    });
}

} // namespace textback
