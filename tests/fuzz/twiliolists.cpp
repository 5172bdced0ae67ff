// SPDX-License-Identifier: MIT
#include "fuzz/fuzz.h"

#include "providers/twilio/twiliojson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace textback;
using namespace Qt::StringLiterals;

namespace {

/// What holds for a page of any list: every record of the answer is either a row or one that was put aside, in order and with exactly its id, and
/// nothing of a record's content stands in the reason.
template <typename Row>
void checkPage(const QByteArray &json, const QString &list, Result<TwilioPage<Row>> (*parse)(const QByteArray &))
{
    const Result<TwilioPage<Row>> page = parse(json);
    if (!page) {
        FUZZ_PROMISE(page.error().kind == ErrorKind::BadResponse);
        return;
    }
    const QJsonArray records = QJsonDocument::fromJson(json).object().value(list).toArray();
    FUZZ_PROMISE(qsizetype(page->rows.size()) + page->quarantined.size() == records.size());
    qsizetype at = 0;
    for (const Row &row : page->rows) {
        FUZZ_PROMISE(!row.id().isEmpty() && row.id().size() <= 200);
        while (at < records.size() && records[at].toObject().value("sid"_L1).toString() != row.id())
            ++at;
        FUZZ_PROMISE(at++ < records.size());
    }
    static const QRegularExpression reason(u"^[a-z_]+\\[\\d+\\]\\.[A-Za-z_.]*: [a-z0-9 -]+$"_s);
    for (const QString &why : page->quarantined)
        FUZZ_PROMISE(reason.match(why).hasMatch());
    // Half an answer is an error, never a short list (faults.md F24).
    const QByteArray trimmed = json.trimmed();
    FUZZ_PROMISE(!parse(trimmed.chopped(1)));
    FUZZ_PROMISE(!parse(trimmed + '}'));
}

void checkCall(const TwilioCall &call)
{
    FUZZ_PROMISE(!call.leg.duration || call.leg.duration->count() >= 0);
    const auto newest = call.newestTime();
    FUZZ_PROMISE(!call.sortTime() || (newest && *newest >= *call.sortTime()));
}

void checkMessage(const ProviderMessage &message)
{
    if (message.direction == MessageDirection::Incoming)
        FUZZ_PROMISE(message.status == DeliveryStatus::Received);
    FUZZ_PROMISE(message.media >= 0);
}

} // namespace

// The first letter says which list: c calls, m messages, anything else numbers.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    const QByteArray json = fuzz::bytesOf(data + 1, size - 1);
    switch (data[0]) {
    case 'c':
        checkPage(json, u"calls"_s, parseTwilioCallPage);
        if (const auto page = parseTwilioCallPage(json)) {
            for (const TwilioCall &call : page->rows)
                checkCall(call);
        }
        break;
    case 'm':
        checkPage(json, u"messages"_s, parseTwilioMessagePage);
        if (const auto page = parseTwilioMessagePage(json)) {
            for (const TwilioMessage &row : page->rows)
                checkMessage(row.message);
        }
        break;
    default:
        checkPage(json, u"incoming_phone_numbers"_s, parseTwilioNumberPage);
    }
    return 0;
}
