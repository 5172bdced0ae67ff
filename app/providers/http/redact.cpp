// SPDX-License-Identifier: MIT
#include "providers/http/redact.h"

#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace textback {

namespace {

struct Rule {
    QRegularExpression pattern;
    QString replacement;
};

const QList<Rule> &rules()
{
    // In this order: each rule leaves text that the later ones do not touch.
    static const QList<Rule> list{
        {QRegularExpression(uR"(\b(Basic|Bearer|Digest|Token)\s+[^\s,;]+)"_s, QRegularExpression::CaseInsensitiveOption), u"\\1 …"_s},
        {QRegularExpression(uR"(://[^/\s@]+@)"_s), u"://…@"_s},
        {QRegularExpression(uR"(([?&][^=&\s]+)=[^&\s"')]*)"_s), u"\\1=…"_s},
        {QRegularExpression(uR"(\b([A-Z]{2})[0-9a-fA-F]{28}([0-9a-fA-F]{4})\b)"_s), u"\\1…\\2"_s},
        {QRegularExpression(uR"(\b(?=[A-Za-z0-9_\-]*[0-9])(?=[A-Za-z0-9_\-]*[A-Za-z])[A-Za-z0-9_\-]{20,}\b=*)"_s), u"…"_s},
        // A number in any usual spelling, also percent-encoded; seven digits or more, or a date would do ("2026-11-23" has eight, so those go too).
        {QRegularExpression(uR"((?:%2B|\+)?\d(?:[ ().\-]{0,2}\d){2,}[ ().\-]{0,2}(\d{4})(?!\d))"_s,
                            QRegularExpression::CaseInsensitiveOption),
         u"…\\1"_s},
    };
    return list;
}

} // namespace

QString redactText(const QString &text)
{
    QString result = text;
    for (const Rule &rule : rules())
        result.replace(rule.pattern, rule.replacement);
    return result;
}

QString redactUrl(const QUrl &url)
{
    QString result = url.host();
    if (url.port() != -1)
        result += u':' + QString::number(url.port());
    result += redactText(url.path());
    QStringList names;
    const auto items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto &item : items)
        names.append(item.first);
    if (!names.isEmpty())
        result += u'?' + names.join(u'&');
    return result;
}

} // namespace textback
