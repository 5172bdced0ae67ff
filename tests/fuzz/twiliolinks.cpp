// SPDX-License-Identifier: MIT
#include "fuzz/fuzz.h"

#include "platform/eventloopscheduler.h"
#include "platform/systemclock.h"
#include "providers/http/httpclient.h"
#include "providers/http/ratelimiter.h"
#include "providers/twilio/twilioaccess.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QUrlQuery>

using namespace textback;
using namespace Qt::StringLiterals;

namespace {

const QUrl base(u"https://api.twilio.com"_s);

/// An account that never asks anybody: nothing is sent, the addresses alone are made and judged.
struct Account {
    int argumentCount = 1;
    char name[5] = "fuzz";
    char *arguments[2] = {name, nullptr};
    QCoreApplication application{argumentCount, arguments};
    SystemClock clock;
    EventLoopScheduler scheduler{clock};
    QNetworkAccessManager network;
    HttpClient http{network, clock, scheduler, {{base}}};
    RateLimiter limiter{clock, scheduler, {}};
    TwilioAccess access{http, limiter, {u"AC1"_s, u"AC1"_s, Secret("canary")}, base, base};
};

bool mayBeAsked(const HttpClient &http, const QUrl &url)
{
    OutgoingRequest request;
    request.url = url;
    return !http.objection(request);
}

} // namespace

// Wherever an answer says that its list goes on, the key only ever goes to the provider's own host over HTTPS.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static Account account;
    const QString text = fuzz::textOf(data, size);

    const QUrl any(text);
    if (mayBeAsked(account.http, any))
        FUZZ_PROMISE(any.scheme() == "https"_L1 && any.host() == base.host() && any.port(443) == 443 && any.userInfo().isEmpty());
    const QUrl page = account.access.accountUrl(u"Calls"_s, {{u"PageSize"_s, u"50"_s}});
    FUZZ_PROMISE(mayBeAsked(account.http, page));
    if (const Result<QUrl> next = account.access.nextPageUrl(page, text)) {
        FUZZ_PROMISE(next->scheme() == base.scheme() && next->host() == base.host() && next->port(443) == 443);
        // As it goes over the wire: nothing in it ends the request line early.
        const QByteArray wire = next->toEncoded();
        FUZZ_PROMISE(!wire.contains(' ') && !wire.contains('\n') && !wire.contains('\r') && !wire.contains('\0'));
    }

    // A value that is put into an address or a form comes out as it was.
    const QUrl filtered = account.access.accountUrl(u"Messages"_s, {{u"To"_s, text}, {u"PageSize"_s, u"50"_s}});
    FUZZ_PROMISE(filtered.path() == "/2010-04-01/Accounts/AC1/Messages.json"_L1);
    const QByteArray form = TwilioAccess::encode({{u"To"_s, text}, {u"Body"_s, text}});
    FUZZ_PROMISE(form.count('&') == 1 && form.count('=') == 2);
    const QByteArray value = form.mid(3, form.indexOf('&') - 3);
    FUZZ_PROMISE(QString::fromUtf8(QByteArray::fromPercentEncoding(value)) == text);
    return 0;
}
