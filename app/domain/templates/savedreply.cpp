// SPDX-License-Identifier: MIT
#include "domain/templates/savedreply.h"

#include "domain/hours/openingphrase.h"

#include <QRegularExpression>

#include <algorithm>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

/// Letters without their accents and case.
QString folded(const QString &text)
{
    QString plain;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD)) {
        if (!c.isMark())
            plain += c;
    }
    return plain.toCaseFolded();
}

/// 0: the name begins with it, 1: a later word does, 2: it stands in the middle of one, 3: nowhere.
int rankOf(const QString &name, const QString &typed)
{
    const qsizetype at = name.indexOf(typed);
    if (at <= 0)
        return at == 0 ? 0 : 3;
    for (qsizetype from = at; from >= 0; from = name.indexOf(typed, from + 1)) {
        if (!name.at(from - 1).isLetterOrNumber())
            return 1;
    }
    return 2;
}

const QRegularExpression &placeholder()
{
    static const QRegularExpression pattern(u"\\{([^{}|\\n]{1,60})(?:\\|([^{}\\n]{0,60}))?\\}"_s);
    return pattern;
}

std::optional<QString> valueOf(const QString &field, const TemplateValues &values)
{
    const auto known = mergeFieldFromString(field);
    return known ? std::optional(mergeValue(*known, values)) : std::nullopt;
}

} // namespace

std::optional<TextStretch> replyQuery(const QString &text, int cursor)
{
    int start = std::min(cursor, int(text.size()));
    while (start > 0 && !text.at(start - 1).isSpace())
        --start;
    if (start >= cursor || start >= text.size() || text.at(start) != u'/')
        return std::nullopt;
    const QString typed = text.mid(start + 1, cursor - start - 1);
    return typed.contains(u'/') ? std::nullopt : std::optional(TextStretch{start, cursor - start});
}

std::vector<SavedReply> matchingReplies(const std::vector<SavedReply> &replies, const QString &typed)
{
    const QString wanted = folded(typed);
    std::vector<std::pair<int, const SavedReply *>> ranked;
    for (const SavedReply &reply : replies) {
        if (const int rank = rankOf(folded(reply.name), wanted); rank < 3)
            ranked.emplace_back(rank, &reply);
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto &one, const auto &other) { return one.first < other.first; });
    std::vector<SavedReply> found;
    found.reserve(ranked.size());
    for (const auto &[rank, reply] : ranked)
        found.push_back(*reply);
    return found;
}

TemplateValues replyValues(const Settings &settings, const PhoneNumber &line, const QString &contactName, UtcTime now)
{
    TemplateValues values;
    values.biz = settings.business.name;
    values.link = settings.business.bookingLink;
    const PhoneNumber called = line.isNull() && settings.lines.size() == 1 ? settings.lines.front().number : line;
    values.phone = called.isNull() ? QString() : called.display(settings.business.country);
    const QTimeZone named(settings.business.timeZone.toUtf8());
    const QTimeZone zone = named.isValid() ? named : QTimeZone::systemTimeZone();
    values.language = settings.rules.language;
    values.open = openingPhrase(settings.hours.nextOpening(now, zone), now, zone,
                                settings.rules.language == TemplateLanguage::Spanish ? u"es"_s : u"en"_s);
    values.name = contactName;
    return values;
}

QString filledReply(const QString &text, const TemplateValues &values)
{
    QString filled;
    qsizetype at = 0;
    auto match = placeholder().globalMatch(text);
    while (match.hasNext()) {
        const QRegularExpressionMatch found = match.next();
        filled += text.mid(at, found.capturedStart() - at);
        at = found.capturedEnd();
        const auto value = valueOf(found.captured(1), values);
        if (value && !value->isEmpty())
            filled += *value;
        else if (value && !found.captured(2).isEmpty())
            filled += found.captured(2);
        else
            filled += found.captured();
    }
    return filled + text.mid(at);
}

std::vector<TextStretch> placeholdersIn(const QString &text)
{
    std::vector<TextStretch> found;
    auto match = placeholder().globalMatch(text);
    while (match.hasNext()) {
        const QRegularExpressionMatch one = match.next();
        found.push_back({int(one.capturedStart()), int(one.capturedLength())});
    }
    return found;
}

} // namespace textback
