// SPDX-License-Identifier: MIT
#include "engine/diagnostics.h"

#include "domain/settingsdocument.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

QString timeText(UtcTime time)
{
    return QDateTime::fromMSecsSinceEpoch(toUnixMillis(time), Qt::UTC).toString(Qt::ISODate);
}

/// Keys whose values are the owner's own words, or lead to him.
bool isPersonal(const QString &key)
{
    static const QStringList keys =
        RuleSettings::templateNames() +
        QStringList{u"name"_s, u"bookingLink"_s, u"reviewLink"_s, u"website"_s, u"privacyLink"_s, u"termsLink"_s, u"label"_s, u"city"_s};
    return keys.contains(key);
}

/// Numbers and identifiers keep their last four places.
QString masked(const QString &text)
{
    static const QRegularExpression number(u"\\+?\\d[\\d ().-]{5,}(\\d{4})"_s);
    static const QRegularExpression identifier(u"\\b([A-Z]{2})[0-9a-fA-F]{28}([0-9a-fA-F]{4})\\b"_s);
    QString result = text;
    result.replace(identifier, u"\\1…\\2"_s);
    result.replace(number, u"…\\1"_s);
    return result;
}

QJsonValue masked(const QJsonValue &value)
{
    if (value.isString())
        return masked(value.toString());
    if (value.isArray()) {
        QJsonArray result;
        for (const QJsonValue each : value.toArray())
            result.append(masked(each));
        return result;
    }
    if (!value.isObject())
        return value;
    QJsonObject result;
    const QJsonObject object = value.toObject();
    for (auto field = object.begin(); field != object.end(); ++field) {
        const QJsonValue inside = field.value();
        const bool hides = isPersonal(field.key()) && inside.isString();
        result.insert(masked(field.key()), hides ? QJsonValue(inside.toString().isEmpty() ? u"(empty)"_s : u"(set)"_s) : masked(inside));
    }
    return result;
}

QString settingsText(const Settings &settings)
{
    const QJsonObject document = QJsonDocument::fromJson(toSettingsDocument(settings)).object();
    return QString::fromUtf8(QJsonDocument(masked(QJsonValue(document)).toObject()).toJson(QJsonDocument::Indented));
}

QString connectionText(const std::optional<ConnectionState> &connection)
{
    if (!connection)
        return u"not at work"_s;
    QString text = toString(connection->kind);
    if (connection->lastSuccess)
        text += u", last answer "_s + timeText(*connection->lastSuccess);
    if (connection->nextTry)
        text += u", next try "_s + timeText(*connection->nextTry);
    if (connection->error)
        text += u", %1 %2 %3"_s.arg(toString(connection->error->kind), connection->error->providerCode, masked(connection->error->detail));
    return text;
}

} // namespace

QString diagnosticsText(const DiagnosticsFacts &facts)
{
    QStringList lines;
    const auto section = [&lines](const QString &title) { lines << QString() << u"== %1"_s.arg(title); };
    lines << u"Textback diagnostics, %1"_s.arg(timeText(facts.time));
    lines << u"version: %1"_s.arg(facts.version) << u"system: %1"_s.arg(facts.system) << u"Qt: %1"_s.arg(facts.qt);
    lines << u"connection: %1"_s.arg(connectionText(facts.connection));
    for (const Notice &notice : facts.notices)
        lines << u"notice: %1 %2"_s.arg(toString(notice.kind), notice.from ? timeText(*notice.from) : QString()).trimmed();

    for (const TrapFinding &trap : facts.traps)
        lines << u"set-up: %1, %2 of %3 calls"_s.arg(toString(trap.kind)).arg(trap.calls).arg(trap.of);

    section(u"settings"_s);
    lines << (facts.settings ? settingsText(*facts.settings).trimmed() : u"(none)"_s);

    section(u"database"_s);
    if (!facts.folderTrouble.isEmpty())
        lines << u"the data folder cannot be used: %1"_s.arg(facts.folderTrouble);
    if (!facts.databaseTrouble.isEmpty())
        lines << u"cannot be read: %1"_s.arg(masked(facts.databaseTrouble));
    else
        lines << u"schema: %1"_s.arg(facts.schema);
    for (const auto &[table, count] : facts.rows)
        lines << u"%1: %2 rows"_s.arg(table).arg(count);

    section(u"log, the last %1 lines"_s.arg(facts.log.size()));
    lines << facts.log;
    return lines.join(u'\n') + u'\n';
}

} // namespace textback
