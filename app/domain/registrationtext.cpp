// SPDX-License-Identifier: MIT
#include "domain/registrationtext.h"

#include <array>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostSamples = 5; // what registration forms have room for

const QString ratesNotice = u"Message and data rates may apply."_s;
const QString stopWords = u"STOP, STOPALL, UNSUBSCRIBE, CANCEL, END, QUIT, REVOKE or OPTOUT"_s;

QString tradeInWords(const QString &trade)
{
    static const QMap<QString, QString> words = {
        {u"towing"_s, u"towing"_s},         {u"roadside"_s, u"roadside assistance"_s}, {u"hvac"_s, u"heating and cooling"_s},
        {u"plumbing"_s, u"plumbing"_s},     {u"locksmith"_s, u"locksmith"_s},          {u"junk-cars"_s, u"used and junk car buying"_s},
        {u"electrical"_s, u"electrical"_s}, {u"garage-doors"_s, u"garage door"_s},     {u"appliances"_s, u"appliance repair"_s},
    };
    return words.value(trade, u"local service"_s);
}

QString nameOf(const RegistrationFacts &facts)
{
    const QString name = facts.businessName.simplified();
    return name.isEmpty() ? u"[business name]"_s : name;
}

QString numbersOf(const RegistrationFacts &facts)
{
    return facts.numbers.isEmpty() ? u"[business number]"_s : facts.numbers.join(u", "_s);
}

QString linkOr(const QString &url, const QString &stand)
{
    return url.trimmed().isEmpty() ? stand : url.trimmed();
}

QString times(int count)
{
    return count == 1 ? u"one"_s : u"two"_s;
}

QString description(const RegistrationFacts &facts)
{
    QString text =
        u"%1 is a %2 business. It sends informational, conversational text messages to people who called its own business number and "
        "were not answered, so that they can say by text what they need, and it answers people who text that number."_s.arg(
            nameOf(facts), tradeInWords(facts.trade));
    // As hintDue has it: what is registered has to be what is sent.
    text +=
        u" The first automatic message to a person names the business and says how to opt out, and so does the next one after 30 days."_s;
    text += u" No marketing, coupons or loans are sent, and nobody is texted who did not call or text first."_s;
    if (facts.followUps > 0)
        text +=
            u" If a caller does not reply, at most %1 follow-up message(s) about the same call may be sent."_s.arg(times(facts.followUps));
    if (facts.reviewRequests)
        text +=
            u" After a finished job a customer may get one request for an honest review, the same for every customer and at most one in 60 days."_s;
    return text;
}

QString sender(const RegistrationFacts &facts)
{
    return facts.senders.isEmpty()
               ? u"the number that was called"_s
               : u"the number that was called or, naming that one, from %1 of the same business"_s.arg(facts.senders.join(u", "_s));
}

QString messageFlow(const RegistrationFacts &facts)
{
    const QString name = nameOf(facts);
    const QString published = facts.website.trimmed().isEmpty()
                                  ? u"on its vehicles, in advertisements and in business listings"_s
                                  : u"on %1, on its vehicles and in business listings"_s.arg(facts.website.trimmed());
    QStringList ways;
    ways += u"Inbound call: the consumer dials %1, which %2 publishes %3. The consumer starts the contact; the business makes no outbound "
            u"calls for "
            "this. If the call is not answered, the voicemail greeting says: \"%4\" One informational text about this call is then sent "
            "from %5 to the number that called."_s.arg(numbersOf(facts), name, published, voicemailScript(name, TemplateLanguage::English),
                                                       sender(facts));
    ways += u"Inbound text: the consumer texts the same number first and is answered in that conversation."_s;
    ways += u"Opting in again: a consumer who opted out texts START or UNSTOP from the same phone."_s;
    if (facts.pressOneConsent)
        ways += u"Phone menu: the consumer hears that pressing 1 allows a text message about the call, and presses 1."_s;
    QString text;
    for (qsizetype i = 0; i < ways.size(); ++i)
        text += u"(%1) %2\n"_s.arg(i + 1).arg(ways[i]);
    text += u"Consent is not a condition of any purchase. Numbers are not bought, rented or shared for marketing. The first message names "
            u"the business "
            "and says \"%4\". %1 HELP gives help, STOP ends all messages. Privacy policy: %2 Terms: %3"_s.arg(
                ratesNotice, linkOr(facts.privacyUrl, u"[link to the privacy policy]"_s), linkOr(facts.termsUrl, u"[link to the terms]"_s),
                optOutHint(facts.values.language));
    return text;
}

QStringList samples(const RegistrationFacts &facts)
{
    QList<SendRule> rules = {SendRule::Open, SendRule::Closed};
    if (facts.followUps > 0)
        rules.append(SendRule::FollowUp1);
    if (facts.reviewRequests)
        rules.append(SendRule::Review);
    rules.append({SendRule::Help, SendRule::OptOutConfirmation});
    QStringList made;
    for (const SendRule rule : rules) {
        TemplateValues values = facts.values;
        values.biz = nameOf(facts);
        if (rule == SendRule::Review)
            values.link = facts.reviewLink;
        const Result<QString> text = composeAutomaticText(rule, facts.templates.text(rule), values, std::nullopt, UtcTime());
        if (text && made.size() < mostSamples)
            made.append(*text);
    }
    return made;
}

QString frequency(const RegistrationFacts &facts)
{
    QString text =
        u"Message frequency varies with how often the consumer calls or texts: at most one automatic message per missed call and one in %1 "
        "hours"_s.arg(facts.coolDownHours);
    if (facts.secondCallText)
        text += u"; one more if the consumer calls again within 10 minutes"_s;
    if (facts.followUps > 0)
        text += u"; at most %1 follow-up message(s) about a call without a reply"_s.arg(times(facts.followUps));
    if (facts.reviewRequests)
        text += u"; at most one review request in 60 days"_s;
    if (facts.holdingText)
        text += u"; one when a consumer who wrote waits for an answer, to say that it is coming"_s;
    text += u". Replies typed by a person are part of a conversation that the consumer keeps going."_s;
    if (facts.staffTexts)
        text +=
            u" Members of our own staff who are on call get texts about waiting customers, and answers to what they text, from the same number."_s;
    return text;
}

QString answerIn(const RegistrationFacts &facts, SendRule rule)
{
    TemplateValues values = facts.values;
    values.biz = nameOf(facts);
    return composeAutomaticText(rule, facts.templates.text(rule), values, std::nullopt, UtcTime()).value_or(QString());
}

QStringList missing(const RegistrationFacts &facts)
{
    QStringList list;
    if (facts.businessName.trimmed().isEmpty())
        list += u"business-name"_s;
    if (facts.numbers.isEmpty())
        list += u"number"_s;
    if (facts.privacyUrl.trimmed().isEmpty())
        list += u"privacy-url"_s;
    if (facts.termsUrl.trimmed().isEmpty())
        list += u"terms-url"_s;
    return list;
}

} // namespace

RegistrationText registrationText(const RegistrationFacts &facts)
{
    const QString name = nameOf(facts);
    RegistrationText text;
    text.description = description(facts);
    text.messageFlow = messageFlow(facts);
    text.samples = samples(facts);
    text.frequency = frequency(facts);
    text.rates = ratesNotice;
    text.help = u"HELP or INFO, also while opted out. Answer: %1"_s.arg(answerIn(facts, SendRule::Help));
    text.stop = u"%1, or any other plain wording. Nothing more is sent; one confirmation: %2 START or UNSTOP opts in again."_s.arg(
        stopWords, answerIn(facts, SendRule::OptOutConfirmation));
    text.privacyParagraph =
        u"Text messages. When you call or text %1, we may answer by text message about your call or request. We use your mobile number for "
        u"nothing "
        "else. We do not sell, rent or share mobile numbers or text messaging consent with third parties or affiliates for marketing; the "
        "companies "
        "that carry our messages see them only to deliver them. %2 %3 %4 Reply HELP for help or STOP to opt out at any time."_s.arg(
            name, text.frequency, ratesNotice, u"Carriers are not liable for delayed or undelivered messages."_s);
    text.termsParagraph =
        u"Text messages from %1. You get text messages from us when you call our number and we cannot answer, or when you text us. %2 %3 "
        u"Reply STOP "
        "to opt out and HELP for help. Consent is not a condition of any purchase. Carriers are not liable for delayed or undelivered "
        "messages. "
        "Privacy policy: %4"_s.arg(name, text.frequency, ratesNotice, linkOr(facts.privacyUrl, u"[link to the privacy policy]"_s));
    text.missing = missing(facts);
    return text;
}

QString RegistrationText::asText() const
{
    const QList<std::pair<QString, QString>> parts = {
        {u"Campaign description"_s, description},
        {u"Message flow (how consumers opt in)"_s, messageFlow},
        {u"Sample messages"_s, samples.join(u'\n')},
        {u"Message frequency"_s, frequency},
        {u"Rates"_s, rates},
        {u"HELP"_s, help},
        {u"STOP"_s, stop},
        {u"For the privacy policy"_s, privacyParagraph},
        {u"For the terms"_s, termsParagraph},
    };
    QString text;
    for (const auto &[heading, body] : parts)
        text += heading + u'\n' + body + u"\n\n"_s;
    return text.trimmed() + u'\n';
}

QString voicemailScript(const QString &businessName, TemplateLanguage language)
{
    const QString name = businessName.simplified();
    const QString english =
        u"You have reached %1. We cannot take your call right now. By calling this number you agree that we answer this call with a "
        "text message to the phone you are calling from. Message and data rates may apply. Reply STOP to that text, or "
        "tell us in your message, to get no more."_s.arg(name);
    const QString spanish =
        u"Usted llamó a %1. En este momento no podemos contestar. Al llamar a este número, usted acepta que le respondamos esta "
        "llamada con un mensaje de texto al teléfono desde el que llama. Pueden aplicarse tarifas de mensajes y datos. Responda "
        "STOP a ese mensaje de texto, o díganoslo en su mensaje de voz, para no recibir más."_s.arg(name);
    switch (language) {
    case TemplateLanguage::English:
        return english;
    case TemplateLanguage::Spanish:
        return spanish;
    case TemplateLanguage::Both:
        break;
    }
    return english + u' ' + spanish;
}

} // namespace textback
