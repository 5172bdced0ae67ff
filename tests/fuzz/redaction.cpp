// SPDX-License-Identifier: MIT
#include "fuzz/fuzz.h"

#include "platform/logsink.h"
#include "providers/http/redact.h"

#include <QUrl>

using namespace textback;
using namespace Qt::StringLiterals;

namespace {

const QByteArray canary = "k9+1Canary/7f=x2Zq";
const QString number = u"+13132230142"_s;
constexpr QLatin1StringView bareNumber("3132230142");
constexpr QLatin1StringView token("0a1b2c3d4e5f60718293a4b5c6d7e8f9"); // as Twilio's are

/// A word that stands by itself, as what the program logs does.
QString planted(const QString &before, const QString &what, const QString &after)
{
    return before + u' ' + what + u' ' + after;
}

} // namespace

// Parts of the input: what stands before and behind the canary in a line of the log.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QStringList parts = fuzz::partsOf(data, size, 2);
    const QString &before = parts[0];
    const QString &after = parts[1];
    const QString secret = QString::fromLatin1(canary);
    const QString percent = QString::fromLatin1(canary.toPercentEncoding());
    const QStringList spellings{secret, percent, QString::fromLatin1(canary.toBase64())};
    const std::vector<Secret> secrets{Secret(canary)};

    for (const QString &spelling : spellings) {
        // A known secret is found wherever it stands, also inside of a word.
        const QString line = redacted(before + spelling + after, secrets);
        for (const QString &found : spellings)
            FUZZ_PROMISE(!line.contains(found));
        FUZZ_PROMISE(!line.contains(u'\n') && !line.contains(u'\r'));
    }

    FUZZ_PROMISE(!redacted(planted(before, token, after), {}).contains(token));
    FUZZ_PROMISE(!redactText(planted(before, token, after)).contains(token));
    const QString header = u"Authorization: Basic QUMxOm5vYm9keS1rbm93cy10aGlz"_s;
    FUZZ_PROMISE(!redacted(planted(before, header, after), {}).contains("QUMxOm5vYm9keS1rbm93cy10aGlz"_L1));
    FUZZ_PROMISE(!redactText(planted(before, header, after)).contains("QUMxOm5vYm9keS1rbm93cy10aGlz"_L1));

    if (!before.contains(bareNumber) && !after.contains(bareNumber)) {
        FUZZ_PROMISE(!redacted(planted(before, number, after), {}).contains(bareNumber));
        FUZZ_PROMISE(!redactText(planted(before, number, after)).contains(bareNumber));
    }
    // Of a URL's query only the names stay.
    QUrl url(u"https://api.example.com/Messages.json"_s);
    url.setQuery(u"To="_s + QString::fromLatin1(number.toUtf8().toPercentEncoding()) + u"&Body="_s +
                 QString::fromLatin1(after.toUtf8().toPercentEncoding()) + u"&Key="_s + percent);
    const QString shown = redactUrl(url);
    FUZZ_PROMISE(shown == "api.example.com/Messages.json?To&Body&Key"_L1);
    (void)redactUrl(QUrl(before));
    return 0;
}
