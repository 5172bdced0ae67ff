// SPDX-License-Identifier: MIT
#include "domain/duty/dutycommand.h"

#include "domain/enumnames.h"
#include "domain/quotedwords.h"
#include "domain/templates/encodingrepair.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

using Words = QLatin1StringView;

constexpr std::array callWords = {
    Words("call"),     Words("calling"),   Words("will call"),    Words("i call"),   Words("i will call"),
    Words("ill call"), Words("call them"), Words("calling them"), Words("llamo"),    Words("llamar"),
    Words("llamando"), Words("yo llamo"),  Words("voy a llamar"), Words("ya llamo"),
};
constexpr std::array doneWords = {
    Words("done"),  Words("close"),  Words("closed"),    Words("finished"), Words("listo"),   Words("lista"),
    Words("hecho"), Words("cerrar"), Words("terminado"), Words("ya quedo"), Words("cerrado"),
};
constexpr std::array offWords = {
    Words("off"),   Words("off duty"),          Words("im off"),      Words("i am off"), Words("going off duty"),
    Words("fuera"), Words("fuera de servicio"), Words("estoy fuera"), Words("libre"),    Words("descanso"),
};
constexpr std::array onWords = {
    Words("on"),           Words("on duty"),          Words("im on"),           Words("i am on"),
    Words("back on duty"), Words("going on duty"),    Words("en servicio"),     Words("estoy en servicio"),
    Words("disponible"),   Words("estoy disponible"), Words("estoy de vuelta"), Words("de vuelta"),
};
/// After a number these make it a time, a distance or a price.
constexpr std::array units = {
    Words("min"),    Words("mins"),  Words("minute"), Words("minutes"), Words("minuto"),   Words("minutos"), Words("hr"),
    Words("hrs"),    Words("hour"),  Words("hours"),  Words("hora"),    Words("horas"),    Words("h"),       Words("m"),
    Words("s"),      Words("sec"),   Words("secs"),   Words("seconds"), Words("segundos"), Words("mi"),      Words("mile"),
    Words("miles"),  Words("milla"), Words("millas"), Words("km"),      Words("am"),       Words("pm"),      Words("days"),
    Words("day"),    Words("dia"),   Words("dias"),   Words("weeks"),   Words("dollars"),  Words("bucks"),   Words("dolares"),
    Words("oclock"), Words("more"),  Words("mas"),    Words("o"),       Words("or"),       Words("to"),      Words("a"),
    Words("y"),      Words("and"),   Words("of"),     Words("de"),      Words("x"),        Words("years"),
};

constexpr EnumName<DutyCommand::Kind> kindNames[] = {
    {DutyCommand::Kind::Unclear, QLatin1StringView("unclear")}, {DutyCommand::Kind::Nothing, QLatin1StringView("nothing")},
    {DutyCommand::Kind::Say, QLatin1StringView("say")},         {DutyCommand::Kind::Call, QLatin1StringView("call")},
    {DutyCommand::Kind::Done, QLatin1StringView("done")},       {DutyCommand::Kind::Off, QLatin1StringView("off")},
    {DutyCommand::Kind::On, QLatin1StringView("on")},
};

template <typename List>
bool isOneOf(const List &list, const QString &words)
{
    return std::any_of(list.begin(), list.end(), [&words](Words each) { return each == words; });
}

/// Small letters without accents, apostrophes or marks, one space between words.
QString plain(const QString &text)
{
    QString words;
    for (const QChar c : withoutAccents(text.normalized(QString::NormalizationForm_C)).toLower()) {
        if (c.isLetterOrNumber())
            words += c;
        else if (c != u'\'' && c != u'\u2019')
            words += u' ';
    }
    return words.simplified();
}

} // namespace

QString toString(DutyCommand::Kind kind)
{
    return enumToString(kindNames, kind);
}

DutyCommand readDutyCommand(const QString &body)
{
    using Kind = DutyCommand::Kind;
    const QString text = body.trimmed();
    if (isReaction(text))
        return {Kind::Nothing, 0, {}};
    constexpr qsizetype longestOrder = 40;
    // "call 12", "done #12", "off"
    if (text.size() <= longestOrder) {
        const QString order = plain(text);
        if (isOneOf(offWords, order))
            return {Kind::Off, 0, {}};
        if (isOneOf(onWords, order))
            return {Kind::On, 0, {}};
        static const QRegularExpression last(QRegularExpression::anchoredPattern(u"(.+) ([1-9][0-9]{0,2})"_s));
        if (const auto found = last.match(order); found.hasMatch()) {
            if (isOneOf(doneWords, found.captured(1)))
                return {Kind::Done, found.captured(2).toInt(), {}};
            if (isOneOf(callWords, found.captured(1)))
                return {Kind::Call, found.captured(2).toInt(), {}};
        }
    }
    // "12 on our way", "#12: on our way". Only digits that every keypad has, and a space behind them or a colon that tells no time.
    static const QRegularExpression first(QRegularExpression::anchoredPattern(u"#?([1-9][0-9]{0,2})(?::(?![0-9])|,|\\s)\\s*(\\S.*)"_s),
                                          QRegularExpression::DotMatchesEverythingOption);
    const auto found = first.match(text);
    if (!found.hasMatch())
        return {};
    const int tag = found.captured(1).toInt();
    const QString words = found.captured(2).trimmed();
    const QString order = plain(words.left(longestOrder));
    if (words.size() <= longestOrder && isOneOf(callWords, order))
        return {Kind::Call, tag, {}};
    if (words.size() <= longestOrder && isOneOf(doneWords, order))
        return {Kind::Done, tag, {}};
    const bool named = text.startsWith(u'#'); // "#10 minutes away" says which it means
    const auto meansAnAmount = [&] {
        return isOneOf(units, order.section(u' ', 0, 0)) || order.front().isDigit() || u"$%-/.+*=\u2013\u00b0"_s.contains(words.front());
    };
    if (order.isEmpty() || (!named && meansAnAmount()))
        return {};
    return {Kind::Say, tag, words};
}

} // namespace textback
