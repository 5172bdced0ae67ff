// SPDX-License-Identifier: MIT
#include "domain/loopback.h"
#include "domain/messagetemplate.h"
#include "domain/settingsdocument.h"
#include "domain/settingsranges.h"
#include "domain/smssegments.h"
#include "domain/templatelint.h"
#include "domain/templates/templateset.h"
#include "domain/templates/usualvalues.h"
#include "domain/unseencharacter.h"

#include <QRegularExpression>
#include <QTimeZone>
#include <QUrl>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace textback {

namespace {

using Problem = std::optional<SettingsProblem>;

constexpr qsizetype longestName = 100;
constexpr qsizetype longestReply = 1600; // as long as a text may be
constexpr qsizetype longestLink = 200;
constexpr qsizetype longestKey = 200; // of those that are shown

SettingsProblem problem(const QString &key, const QString &sentence)
{
    return {key, sentence};
}

Problem checkLabel(const QString &key, const QString &value)
{
    if (value.size() > longestName)
        return problem(key, u"must be at most %1 characters"_s.arg(longestName));
    if (std::any_of(value.begin(), value.end(), isUnseen))
        return problem(key, u"must be one line without control characters and invisible ones"_s);
    return std::nullopt;
}

Problem checkLink(const QString &key, const QString &value)
{
    if (value.isEmpty())
        return std::nullopt;
    if (std::any_of(value.begin(), value.end(), isUnseen))
        return problem(key, u"must not hold invisible characters"_s);
    const QUrl url(value, QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != "https"_L1 || url.host().isEmpty())
        return problem(key, u"must be a link that begins with https://"_s);
    if (!url.userInfo().isEmpty())
        return problem(key, u"must not hold a user name or password"_s);
    if (value.size() > longestLink)
        return problem(key, u"must be at most %1 characters"_s.arg(longestLink));
    return std::nullopt;
}

Problem checkApiBaseUrl(const QString &value)
{
    const QString key = u"account.apiBaseUrl"_s;
    if (value.isEmpty())
        return std::nullopt;
    const QUrl url(value, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return problem(key, u"is not a URL"_s);
    if (!url.userInfo().isEmpty())
        return problem(key, u"must not hold a user name or password"_s);
    if (url.hasQuery() || url.hasFragment())
        return problem(key, u"must not have a query or fragment"_s);
    if (url.scheme() == "http"_L1 && !isLoopback(url))
        return problem(key, u"must be https: http is only for this computer (127.0.0.1, localhost)"_s);
    if (url.scheme() != "https"_L1 && url.scheme() != "http"_L1)
        return problem(key, u"must begin with https://"_s);
    return std::nullopt;
}

Problem checkBusiness(const BusinessSettings &business, Mode mode)
{
    if (const Problem found = checkLabel(u"business.name"_s, business.name))
        return found;
    if (business.name.contains(u'{') || business.name.contains(u'}'))
        return problem(u"business.name"_s, u"must not contain { or }: they mark what is filled into a text"_s);
    if (isBlank(business.name) && mode == Mode::On)
        return problem(u"business.name"_s, u"is required for mode \"on\": every text names the business"_s);
    if (!business.timeZone.isEmpty() && !QTimeZone(business.timeZone.toUtf8()).isValid())
        return problem(u"business.timeZone"_s, u"is not a time zone: use a name like \"America/Detroit\""_s);
    if (!PhoneNumber::isRegion(business.country))
        return problem(u"business.country"_s, u"is not a country: use its two letters, like \"US\""_s);
    if (!trades().contains(business.trade))
        return problem(u"business.trade"_s, u"must be one of %1"_s.arg(trades().join(u", "_s)));
    for (const auto &[key, link] :
         {std::pair(u"business.bookingLink"_s, &business.bookingLink), std::pair(u"business.reviewLink"_s, &business.reviewLink),
          std::pair(u"business.website"_s, &business.website), std::pair(u"business.privacyLink"_s, &business.privacyLink),
          std::pair(u"business.termsLink"_s, &business.termsLink)}) {
        if (const Problem found = checkLink(key, *link))
            return found;
    }
    return std::nullopt;
}

Problem checkFields(const AccountSettings &account, const ProviderDescriptor &provider)
{
    for (const ProviderField &field : provider.fields) {
        const QString key = u"account."_s + field.key;
        const QString value = account.fields.value(field.key);
        if (field.secret) {
            if (account.fields.contains(field.key))
                return problem(key, u"is a secret: it belongs into the keychain or the environment, never into a file"_s);
        } else if (value.isEmpty()) {
            if (field.required && !account.fields.isEmpty())
                return problem(key, u"is required"_s);
        } else if (!field.pattern.isEmpty() &&
                   !QRegularExpression(QRegularExpression::anchoredPattern(field.pattern)).match(value).hasMatch()) {
            return problem(key, u"does not look like a value of this key"_s);
        }
    }
    for (const QString &key : account.fields.keys()) {
        if (std::none_of(provider.fields.begin(), provider.fields.end(), [&key](const ProviderField &field) { return field.key == key; }))
            return problem(u"account."_s + key, u"is not a known key"_s);
    }
    return std::nullopt;
}

Problem checkAccount(const AccountSettings &account, const std::vector<ProviderDescriptor> &providers)
{
    const auto provider = std::find_if(providers.begin(), providers.end(),
                                       [&account](const ProviderDescriptor &descriptor) { return descriptor.id == account.provider; });
    if (provider == providers.end()) {
        QStringList known;
        for (const ProviderDescriptor &descriptor : providers)
            known += descriptor.id;
        return problem(u"account.provider"_s, u"must be one of %1"_s.arg(known.join(u", "_s)));
    }
    if (const Problem found = checkApiBaseUrl(account.apiBaseUrl))
        return found;
    if (account.pollSeconds < provider->shortestPollSeconds)
        return problem(u"account.pollSeconds"_s,
                       u"must be a whole number from %1 to 60 with this provider"_s.arg(provider->shortestPollSeconds));
    return checkFields(account, *provider);
}

Problem checkLines(const std::vector<Line> &lines)
{
    for (size_t i = 0; i < lines.size(); ++i) {
        const QString key = u"lines[%1]."_s.arg(i);
        const Line &line = lines[i];
        if (line.number.isNull())
            return problem(key + u"number"_s, u"is required"_s);
        const auto same = [&line](const Line &other) { return other.number == line.number; };
        if (std::any_of(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(i), same))
            return problem(key + u"number"_s, u"stands in the list twice"_s);
        // Earlier a person picks up; 0 says that it is not known.
        if (line.voicemailAfter != 0 && line.voicemailAfter < earliestVoicemailAfter)
            return problem(key + u"voicemailAfterSeconds"_s, u"must be 0, or a number from %1 to 60"_s.arg(earliestVoicemailAfter));
        if (const Problem found = checkLabel(key + u"label"_s, line.label))
            return found;
        if (const Problem found = checkLabel(key + u"city"_s, line.city))
            return found;
    }
    return std::nullopt;
}

/// A number in two lists would have two rules.
Problem checkPeople(const People &people)
{
    for (size_t i = 0; i < people.staff.size(); ++i) {
        const QString key = u"people.staff[%1]."_s.arg(i);
        const StaffMember &member = people.staff[i];
        if (const Problem found = checkLabel(key + u"name"_s, member.name))
            return found;
        if (member.number.isNull())
            return problem(key + u"number"_s, u"is required"_s);
        if (people.staffMember(member.number) != &member)
            return problem(key + u"number"_s, u"stands in the list twice"_s);
    }
    QMap<QString, QString> places;
    for (const auto &[name, numbers] : {std::pair(u"people.blocked"_s, &people.blocked),
                                        std::pair(u"people.neverText"_s, &people.neverText), std::pair(u"people.vip"_s, &people.vip)}) {
        for (size_t i = 0; i < numbers->size(); ++i) {
            const QString number = numbers->at(i).e164();
            const QString key = u"%1[%2]"_s.arg(name).arg(i);
            if (places.contains(number))
                return problem(key, places.value(number) == name ? u"stands in the list twice"_s
                                                                 : u"stands in %1 as well"_s.arg(places.value(number)));
            places.insert(number, name);
        }
    }
    return std::nullopt;
}

Problem checkTemplate(const QString &key, SendRule rule, const QString &text, const Settings &settings)
{
    if (text.isEmpty())
        return std::nullopt;
    if (std::any_of(text.begin(), text.end(), [](QChar c) { return c != u'\n' && isUnseen(c); }))
        return problem(key, u"must not hold control characters and invisible ones"_s);
    const bool review = rule == SendRule::Review;
    const QString trouble = templateProblem(text, usualValues(settings, rule), rule);
    if (trouble == "unknown-placeholder"_L1)
        return problem(key, u"has an unknown placeholder: {biz}, {link}, {phone}, {open} and {name|there} are known"_s);
    if (trouble == "unclosed-brace"_L1)
        return problem(key, u"has a brace without its partner"_s);
    if (trouble == "no-fallback"_L1)
        return problem(key, u"needs a word for callers without a name: {name|there}"_s);
    if (trouble == "bad-fallback"_L1)
        return problem(key, u"has a fallback that cannot be used: a few plain words behind the bar, like {name|there}"_s);
    if (trouble == "too-long"_L1)
        return problem(key, u"must be at most %1 characters with the opt-out hint"_s.arg(maximumTextLength));
    if (trouble == "no-value"_L1)
        return problem(key, u"uses {link}, but business.%1 is not set"_s.arg(review ? u"reviewLink"_s : u"bookingLink"_s));
    if (trouble == "forbidden-words"_L1)
        return problem(key, u"has \"%1\", which carriers filter or callers misread"_s.arg(forbiddenWords(text, rule)));
    if (trouble == "too-many-texts"_L1)
        return problem(key, u"takes more than %1 texts once it is filled"_s.arg(mostTexts));
    if (!trouble.isEmpty())
        return problem(key, u"must not be blank: leave the key out or empty for the built-in text"_s);
    return std::nullopt;
}

Problem checkTemplates(const QString &path, const QMap<QString, QString> &templates, const Settings &settings)
{
    for (const auto &[name, text] : templates.toStdMap()) {
        const QString key = path + u'.' + name;
        const std::optional<SendRule> rule = sendRuleFromString(name);
        if (!rule)
            return problem(key, u"is not a known key"_s);
        if (const Problem found = checkTemplate(key, *rule, text, settings))
            return found;
    }
    return std::nullopt;
}

Problem checkRules(const Settings &settings)
{
    const RuleSettings &rules = settings.rules;
    if (rules.sendDelaySeconds >= rules.maxAgeMinutes * 60)
        return problem(u"rules.sendDelaySeconds"_s, u"must be shorter than rules.maxAgeMinutes, or every text would be too old"_s);
    if (settings.reviews.ask && settings.business.reviewLink.isEmpty())
        return problem(u"reviews.ask"_s, u"needs business.reviewLink: the address where customers write their review"_s);
    for (size_t i = 0; i < settings.lines.size(); ++i) {
        const Line &line = settings.lines[i];
        const QString path = u"lines[%1]"_s.arg(i);
        if (!line.trade.isEmpty() && !trades().contains(line.trade))
            return problem(path + u".trade"_s, u"must be one of %1"_s.arg(trades().join(u", "_s)));
        if (const Problem found = checkTemplates(path + u".templates"_s, line.templates, settings))
            return found;
    }
    return checkTemplates(u"rules.templates"_s, rules.templates, settings);
}

} // namespace

QString SettingsProblem::line() const
{
    if (key.isEmpty())
        return sentence;
    // An unknown key is whatever the file says: it must neither steer a terminal nor look like a line of its own.
    QString shown = key.size() > longestKey ? key.left(longestKey) + u'…' : key;
    for (QChar &c : shown) {
        if (!c.isPrint() || c.category() == QChar::Other_Format)
            c = QChar::ReplacementCharacter;
    }
    return shown + u": "_s + sentence;
}

namespace {

/// Names by which people find things again: there, short, and each once.
template <typename Entries>
Problem checkNames(const QString &key, const Entries &entries, int most)
{
    if (std::ssize(entries) > most)
        return problem(key, u"must have at most %1 entries"_s.arg(most));
    QStringList names;
    for (const auto &entry : entries) {
        const QString where = u"%1[%2].name"_s.arg(key).arg(names.size());
        if (entry.name.trimmed().isEmpty())
            return problem(where, u"must not be empty"_s);
        if (const Problem found = checkLabel(where, entry.name))
            return found;
        if (names.contains(entry.name, Qt::CaseInsensitive))
            return problem(where, u"is there already"_s);
        names += entry.name;
    }
    return std::nullopt;
}

Problem checkInbox(const InboxSettings &inbox)
{
    if (const Problem found = checkNames(u"inbox.replies"_s, inbox.replies, InboxSettings::mostReplies))
        return found;
    for (size_t i = 0; i < inbox.replies.size(); ++i) {
        const QString &text = inbox.replies[i].text;
        if (text.trimmed().isEmpty() || text.size() > longestReply)
            return problem(u"inbox.replies[%1].text"_s.arg(i), u"must have 1 to %1 characters"_s.arg(longestReply));
    }
    return checkNames(u"inbox.tags"_s, inbox.tags, InboxSettings::mostTags);
}

} // namespace

std::optional<SettingsProblem> checkSettings(const Settings &settings, const std::vector<ProviderDescriptor> &providers)
{
    if (const Problem found = checkRanges(settings))
        return found;
    if (const Problem found = checkBusiness(settings.business, settings.rules.mode))
        return found;
    if (const Problem found = checkAccount(settings.account, providers))
        return found;
    if (const Problem found = checkLines(settings.lines))
        return found;
    if (const Problem found = checkPeople(settings.people))
        return found;
    if (const Problem found = checkLabel(u"thisPc.name"_s, settings.thisPc.name))
        return found;
    if (const Problem found = checkInbox(settings.inbox))
        return found;
    return checkRules(settings);
}

} // namespace textback
