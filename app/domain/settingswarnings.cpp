// SPDX-License-Identifier: MIT
#include "domain/settingswarnings.h"

#include "domain/smssegments.h"
#include "domain/templatelint.h"
#include "domain/templates/encodingrepair.h"
#include "domain/templates/lintpatterns.h"
#include "domain/templates/usualvalues.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

#include <optional>
#include <utility>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostNamed = 5; // characters in one sentence

/// How a text leaves from one of the lines that use it.
struct Way {
    QString calledNumber; ///< as in TemplateValues
    SmsRoute route = SmsRoute::LongCode;
};

/// A text without the letters that make it dear.
struct Cheaper {
    QString text;        ///< empty: there is none
    QStringList forcing; ///< what makes it dear, each once
    QStringList leftOut; ///< those of them that nothing can stand for
};

/// As a settings file spells it, quotes included.
QString inFile(const QString &text)
{
    const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.mid(1, list.size() - 2));
}

QString named(const QStringList &characters)
{
    QStringList shown;
    for (const QString &character : characters.mid(0, mostNamed))
        shown += u'"' + character + u'"';
    const QString list = shown.join(u", "_s);
    return characters.size() > mostNamed ? u"%1 and %2 more"_s.arg(list).arg(characters.size() - mostNamed) : list;
}

QString inTexts(int count)
{
    return count == 1 ? u"1 text"_s : u"%1 texts"_s.arg(count);
}

Cheaper cheaper(const QString &text)
{
    const EncodingRepair repair = encodingRepair(text);
    Cheaper result{repair.plain, repair.staying, encodingRepair(repair.plain).staying};
    for (const QString &character : result.leftOut)
        result.text.remove(character);
    if (result.leftOut.size() > mostNamed) // another script: what is left says nothing
        result.text.clear();
    else if (!result.leftOut.isEmpty())
        result.text = result.text.replace(u"  "_s, u" "_s).trimmed();
    return result;
}

/// What is said of characters that no plain text message has. `costs` stands behind what they do.
QString dearSentence(const Cheaper &found, const QString &costs)
{
    const QString what = u"has %1, which plain text messages do not know: a text with it holds 70 characters instead of 160%2; "_s.arg(
        named(found.forcing), costs);
    if (found.text.isEmpty())
        return what + u"nothing cheaper can stand for it, so keep the text short"_s;
    const QString instead = u"write "_s + inFile(found.text);
    return what + (found.leftOut.isEmpty() ? instead : u"%1 (nothing can stand for %2)"_s.arg(instead, named(found.leftOut)));
}

/// Nothing for what checkSettings refuses.
QString lintSentence(const LintFinding &finding)
{
    switch (finding.reason) {
    case LintReason::LinkInFirstText:
        return u"has a link (\"%1\"), and carriers hold back first texts with a link more often: send the link in your answer, or keep it "
               "and watch whether the texts arrive"_s.arg(finding.words);
    case LintReason::TimePromise:
        return u"promises a time (\"%1\") that nobody watches, and a promise that is not kept costs the caller: say what happens next "
               "without a time, or set waitingCustomers.minutes, so that you are alerted when nobody answers"_s.arg(finding.words);
    case LintReason::Promotion:
        return u"advertises (\"%1\"), for which the law wants the caller's written consent, and a call is none: leave it out of "
               "automatic texts"_s.arg(finding.words);
    case LintReason::Long:
        return u"has %1 characters when it is filled, and few people read more than %2: make it shorter"_s.arg(finding.words)
            .arg(longTextLength);
    case LintReason::RefusedContent:
    case LintReason::Shortener:
    case LintReason::CommandWord:
    case LintReason::AllCaps:
    case LintReason::Incentive:
    case LintReason::RatingGate:
    case LintReason::EmployeeName:
        break;
    }
    return QString();
}

/// What a text of this template costs at most over the ways that it can leave.
std::optional<SmsSegments> dearest(const QString &text, SendRule rule, TemplateValues values, const std::vector<Way> &ways)
{
    std::optional<SmsSegments> most;
    for (const Way &way : ways) {
        values.calledNumber = way.calledNumber;
        const Result<SmsSegments> segments = longestSegments(text, values, rule, way.route);
        if (segments && (!most || std::pair(segments->segments, segments->units) > std::pair(most->segments, most->units)))
            most = *segments;
    }
    return most;
}

QString costSentence(const SmsSegments &cost)
{
    const int one = cost.encoding == SmsEncoding::Gsm7 ? countSegments(u"a"_s).unitsPerSegment : countSegments(u"\u4e00"_s).unitsPerSegment;
    return u"takes %1 for each caller with the longest values (%2 characters; one text holds %3), and each is paid: shorten it by %4 to "
           "pay for one"_s.arg(inTexts(cost.segments))
               .arg(cost.units)
               .arg(one)
               .arg(cost.units - one);
}

/// Goes over settings and keeps what it finds.
class Look {
public:
    explicit Look(const Settings &settings)
        : m_settings(settings)
    {
    }

    std::vector<SettingsWarning> all()
    {
        name();
        link(u"business.bookingLink"_s, m_settings.business.bookingLink);
        link(u"business.reviewLink"_s, m_settings.business.reviewLink);
        templates(u"rules.templates"_s, m_settings.rules.templates, nullptr);
        for (size_t i = 0; i < m_settings.lines.size(); ++i)
            templates(u"lines[%1].templates"_s.arg(i), m_settings.lines[i].templates, &m_settings.lines[i]);
        return std::move(m_found);
    }

private:
    void warn(const QString &key, const QString &sentence)
    {
        if (!sentence.isEmpty())
            m_found.push_back({key, sentence});
    }

    void name()
    {
        const Cheaper found = cheaper(m_settings.business.name);
        if (!found.forcing.isEmpty())
            warn(u"business.name"_s, dearSentence(found, u", and every text names the business"_s));
    }

    void link(const QString &key, const QString &address)
    {
        if (const QString host = lint::shortener(address); !host.isEmpty())
            warn(key,
                 u"leads over \"%1\", which many senders share, and carriers filter such links: use your page's own address"_s.arg(host));
        Cheaper found = cheaper(address);
        found.text = asciiLink(address);
        found.leftOut.clear();
        if (!found.forcing.isEmpty())
            warn(key, dearSentence(found, QString()));
    }

    static QString asciiLink(const QString &address) { return QString::fromLatin1(QUrl(address).toEncoded()); }

    /// From which lines the general text of a name is sent, or the line's own.
    std::vector<Way> ways(const QString &templateName, const Line *only) const
    {
        std::vector<Way> list;
        for (const Line &line : m_settings.lines) {
            const bool general = line.trade.isEmpty() && line.templates.value(templateName).isEmpty();
            if (only ? &line != only : !general)
                continue;
            Way way;
            if (line.sender() != line.number)
                way.calledNumber = line.number.display(m_settings.business.country);
            way.route = smsRoute(line.sender());
            list.push_back(way);
        }
        return list.empty() ? std::vector<Way>(1) : list;
    }

    void templates(const QString &path, const QMap<QString, QString> &texts, const Line *line)
    {
        for (const auto &[name, text] : texts.toStdMap()) {
            const std::optional<SendRule> rule = sendRuleFromString(name);
            if (!rule || text.isEmpty())
                continue;
            const QString key = path + u'.' + name;
            const TemplateValues values = usualValues(m_settings, *rule);
            for (const LintFinding &finding : lintTemplate(text, *rule, values, m_settings.waiting.minutes > 0))
                warn(key, lintSentence(finding));
            cost(key, text, *rule, values, ways(name, line));
        }
    }

    void cost(const QString &key, const QString &text, SendRule rule, const TemplateValues &values, const std::vector<Way> &ways)
    {
        Cheaper found = cheaper(text);
        if (!templateProblem(found.text).isEmpty()) // a fallback of nothing else, say
            found.text.clear();
        TemplateValues plain = values;
        if (const QString name = cheaper(values.biz).text; !name.isEmpty())
            plain.biz = name;
        plain.link = asciiLink(values.link);
        const std::optional<SmsSegments> now = dearest(text, rule, values, ways);
        const std::optional<SmsSegments> then = dearest(found.text.isEmpty() ? text : found.text, rule, plain, ways);
        if (!now || !then)
            return;
        const bool saves = then->segments < now->segments;
        if (!found.forcing.isEmpty())
            warn(key, dearSentence(found, saves ? u", so it takes %1 instead of %2"_s.arg(inTexts(now->segments), inTexts(then->segments))
                                                : QString()));
        else if (saves)
            warn(key, u"takes %1 for each caller with the longest values, and %2 once the business's name and link are as said above"_s.arg(
                          inTexts(now->segments), inTexts(then->segments)));
        if (then->segments > 1)
            warn(key, costSentence(*then));
    }

    const Settings &m_settings;
    std::vector<SettingsWarning> m_found;
};

} // namespace

QString SettingsWarning::line() const
{
    return key + u": "_s + sentence;
}

std::vector<SettingsWarning> settingsWarnings(const Settings &settings)
{
    return Look(settings).all();
}

} // namespace textback
