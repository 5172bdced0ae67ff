// SPDX-License-Identifier: MIT
#include "ui/contact/consentwords.h"

#include "ui/format/safetext.h"

#include <QLocale>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

struct ChannelName {
    ConsentChannel channel;
    QLatin1StringView name;
};

constexpr ChannelName channelNames[] = {{ConsentChannel::Phone, "phone"_L1},
                                        {ConsentChannel::InPerson, "in-person"_L1},
                                        {ConsentChannel::Mail, "mail"_L1},
                                        {ConsentChannel::Other, "other"_L1}};

} // namespace

QString ConsentWords::name(ConsentChannel channel)
{
    switch (channel) {
    case ConsentChannel::Phone:
        return tr("By phone");
    case ConsentChannel::InPerson:
        return tr("In person");
    case ConsentChannel::Mail:
        return tr("By letter or e-mail");
    case ConsentChannel::Other:
        return tr("Another way");
    }
    Q_UNREACHABLE();
}

QString ConsentWords::stored(ConsentChannel channel, QDate date, const QString &words)
{
    QString text;
    for (const ChannelName &known : channelNames) {
        if (known.channel == channel)
            text = known.name;
    }
    text += u' ' + date.toString(Qt::ISODate);
    const QString more = words.simplified();
    return more.isEmpty() ? text : text + u": "_s + more;
}

QString ConsentWords::state(const ContactConsent &consent, const TimeWords &times, UtcTime now)
{
    const QString since = times.moment(consent.since, now);
    return consent.optedOut ? tr("Wants no texts (%1)").arg(since) : tr("Wants texts (%1)").arg(since);
}

QString ConsentWords::proof(const ContactConsent &consent, const TimeWords &times)
{
    const QString when = times.full(consent.since);
    if (consent.source == "text"_L1)
        return tr("They wrote: “%1”").arg(singleLine(consent.evidence)) + u'\n' + when;
    if (consent.source == "provider"_L1)
        return tr("Your phone provider said so (%1).").arg(singleLine(consent.evidence)) + u'\n' + when;
    for (const ChannelName &known : channelNames) {
        if (!consent.evidence.startsWith(known.name + u' '))
            continue;
        const QString rest = consent.evidence.mid(known.name.size() + 1);
        const QDate date = QDate::fromString(rest.left(10), Qt::ISODate);
        if (!date.isValid())
            break;
        //: %1: "By phone", %2: a date
        QString words = tr("%1, %2").arg(name(known.channel), QLocale().toString(date, QLocale::LongFormat));
        if (const QString more = rest.mid(12); !more.isEmpty())
            words += u": "_s + singleLine(more);
        return words + u'\n' + tr("Noted: %1").arg(when);
    }
    return tr("Noted by hand: %1").arg(singleLine(consent.evidence)) + u'\n' + when;
}

} // namespace textback
