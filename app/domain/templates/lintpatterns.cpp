// SPDX-License-Identifier: MIT
#include "domain/templates/lintpatterns.h"

#include <QRegularExpression>

namespace textback::lint {

using namespace Qt::StringLiterals;

namespace {

constexpr int lettersOfAShout = 20;

QRegularExpression ignoringCase(const QString &pattern)
{
    return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
}

QString found(const QRegularExpression &pattern, const QString &text)
{
    return pattern.match(text).captured().simplified();
}

} // namespace

QString refusedContent(const QString &text)
{
    // Whole words only: "Middlesex" is a county. What trades themselves use ("wine cooler", "heat gun", "pistola de calor") is not in it.
    static const QRegularExpression words = ignoringCase(
        u"\\b(?:sex|sexy|sexual|porn|porno|xxx|nude|nudes|escorts|whiskey|vodka|liquor|firearms?|guns|ammo|ammunition|rifles?|pistols?|"
        "handguns?|cannabis|marijuana|cbd|thc|kush|vape|vapes|vaping|tobacco|cigarettes?|cigars?|kkk|nazi|nazis|"
        "sexo|licor|licores|tequila|armas|escopetas?|municiones|marihuana|tabaco|cigarros?|cigarrillos?|vapeo)\\b"_s);
    return found(words, text);
}

QString shortener(const QString &text)
{
    static const QRegularExpression hosts = ignoringCase(
        u"(?<![\\w.-])(?:www\\.)?(?:bit\\.ly|bitly\\.com|tinyurl\\.com|goo\\.gl|t\\.co|t\\.ly|ow\\.ly|is\\.gd|v\\.gd|buff\\.ly|rebrand\\."
        u"ly|"
        "cutt\\.ly|rb\\.gy|shorturl\\.at|tiny\\.cc|bl\\.ink|lnkd\\.in|soo\\.gd|s\\.id|short\\.io)(?![\\w-]|\\.\\w)"_s);
    return found(hosts, text);
}

QString commandWord(const QString &text)
{
    static const QRegularExpression english =
        ignoringCase(u"\\b(?:reply|text|send|answer|type|write)[^\\w.!?\\n]+(?:with\\W+)?"
                     "(?:(?:cancel|end|quit|unsubscribe|stopall|revoke|optout|info)\\b|"
                     "stop\\b(?!\\W*$|\\W*[.!\\n]|\\W+(?:to|and we)\\W+(?:opt|end|cancel|unsubscribe|quit|stop))|"
                     "help\\b(?!\\W*$|\\W*[.,!\\n]|\\W+for\\W+(?:help|info)))"_s);
    // In capitals or quotes: "mande ayuda" and "mande info del carro" are ordinary Spanish.
    static const QRegularExpression spanish(
        u"\\b(?i:responda|responde|mande|manda|env[ií]e|env[ií]a|conteste|contesta|escriba|escribe|texto)[^\\w.!?\\n]+"
        "(?i:(?:con|la palabra)\\W+)?"
        "(?:(?:CANCEL|CANCELAR|END|FIN|QUIT|UNSUBSCRIBE|STOPALL|REVOKE|OPTOUT|ALTO|PARAR|BAJA|SALIR|INFO)\\b|"
        "(?<=[\"'\u00ab\u201c\u2018])(?i:cancel|cancelar|end|fin|quit|alto|parar|baja|salir|info|ayuda)\\b|"
        "(?i:stop)\\b(?!\\W*$|\\W*[.!\\n]|\\W+to opt\\b|\\W+para\\W+(?i:salir|cancelar|terminar|darse|dejar|parar|no)\\b)|"
        "(?:HELP|AYUDA)\\b(?!\\W*$|\\W*[.,!\\n]|\\W+para\\W+(?i:ayuda|info)))"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    const QString first = found(english, text);
    return first.isEmpty() ? found(spanish, text) : first;
}

QString shout(const QString &text)
{
    static const QRegularExpression placeholder(u"\\{[^}]*\\}|\\bSTOP\\b"_s);
    int letters = 0;
    int capitals = 0;
    const QString own = QString(text).remove(placeholder);
    for (const QChar c : own) {
        letters += c.isLetter() ? 1 : 0;
        capitals += c.isUpper() ? 1 : 0;
    }
    return letters >= lettersOfAShout && capitals * 5 >= letters * 4 ? u"ALL CAPS"_s : QString();
}

QString timePromise(const QString &text)
{
    static const QRegularExpression words = ignoringCase(
        u"\\b(?:in|within|under|less than|en|dentro de|menos de)\\W+(?:(?:about|an?|the|just|only|next|few|couple|of|half|less|than|"
        "one|two|three|four|five|ten|fifteen|twenty|thirty|sixty|unos?|unas?|media|pocos|pocas|menos|de|los|las|la|cinco|diez|quince|"
        "veinte|"
        "treinta|\\d+(?:\\W\\d+)?)\\W+)+(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|segundos?|minutos?|horas?)\\b|"
        "\\b\\d+\\s*(?:-|to|a)\\s*\\d+\\s*(?:minutes?|mins?|hours?|hrs?|minutos?|horas?)\\b|"
        "\\bwithin the hour\\b|\\bby\\s+\\d{1,2}(?::\\d\\d)?\\s*[ap]\\.?m\\b|"
        "\\b(?:right away|right back|immediately|instantly|asap|shortly|momentarily|in no time|in an? (?:moment|second|sec|jiffy))\\b|"
        "\\b(?:de inmediato|inmediatamente|enseguida|en seguida|ahora mismo|ahorita|en un (?:momento|rato|ratito))\\b"_s);
    return found(words, text);
}

QString promotion(const QString &text)
{
    static const QRegularExpression words =
        ignoringCase(u"\\b(?:coupons?|discounts?|promo(?:tion)?s?|special offer|limited offer|cup[oó]n(?:es)?|descuentos?|oferta especial|"
                     "promoci[oó]n(?:es)?)\\b|\\d+\\s*(?:%|percent)\\s*off\\b|[$]\\d+\\s*off\\b"_s);
    return found(words, text);
}

QString incentive(const QString &text)
{
    static const QRegularExpression words =
        ignoringCase(u"\\b(?:gift cards?|gifts?|coupons?|discounts?|(?<!feel )free|raffles?|sweepstakes|giveaways?|rewards?|prizes?|enter "
                     u"to win|chance to win|"
                     "in exchange|in return for|regalos?|cup[oó]n(?:es)?|descuentos?|gratis|rifas?|sorteos?|premios?|a cambio)\\b|"
                     "\\d+\\s*(?:%|percent)\\s*off\\b|[$]\\d+"_s);
    return found(words, text);
}

QString ratingGate(const QString &text)
{
    static const QRegularExpression words = ignoringCase(
        u"\\bif (?:you(?:'re| are| were)|it "
        u"was)\\W+(?:(?:very|really|completely|100%)\\W+)?(?:happy|satisfied|pleased|great|good|unhappy|not)\\b|"
        "\\bif you (?:liked|loved|enjoyed)\\b|\\b(?:not|un)\\s*(?:happy|satisfied)\\b|"
        "\\b(?:5|five|4|four)\\W*stars?\\b|\\brate us\\b|"
        "\\bsi\\W+(?:qued[oó]|est[aá]|estuvo|fue)\\W+(?:muy\\W+)?(?:content[oa]|satisfech[oa]|feliz|a gusto|bien)\\b|\\bsi le gust[oó]\\b|"
        "\\b(?:5|cinco|4|cuatro)\\W*estrellas\\b|\\bcalif[ií]quenos\\b"_s);
    return found(words, text);
}

QString employeeName(const QString &text)
{
    static const QRegularExpression words(
        u"\\b(?i:mention|name|mencione|nombre "
        u"a)\\W+(?:(?i:your|the|our|a|al|su|el|nuestro)\\W+)?(?i:tech|technician|driver|plumber|locksmith|"
        "electrician|crew|worker|employee|guy|t[eé]cnico|chofer|plomero|cerrajero|electricista|empleado)\\b|"
        "\\b(?i:mention|mencione a)\\W+[A-Z]\\w+|\\b(?i:by name|por (?:su )?nombre)\\b|"
        "\\b(?i:name of (?:your|the|our)|nombre (?:de su|del)) \\w+"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    return found(words, text);
}

QString link(const QString &text)
{
    static const QRegularExpression links = ignoringCase(u"\\{link(?:\\|[^}]*)?\\}|\\bhttps?://\\S+|\\bwww\\.\\S+"_s);
    return found(links, text);
}

} // namespace textback::lint
