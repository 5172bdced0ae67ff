// SPDX-License-Identifier: MIT
#include "providers/http/jsonreader.h"

#include "providers/http/retrypolicy.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonParseError>

#include <utility>

using namespace Qt::StringLiterals;

namespace textback {

namespace {

bool isMissing(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull();
}

/// The value if it is a whole number that a qint64 holds exactly.
std::optional<qint64> exactInteger(const QJsonValue &value)
{
    // toInteger gives its default for anything else, so two defaults tell.
    const qint64 first = value.toInteger(0);
    return first == value.toInteger(1) ? std::optional(first) : std::nullopt;
}

} // namespace

Result<JsonRecord> JsonRecord::parse(const QByteArray &json)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error == QJsonParseError::NoError && document.isObject())
        return JsonRecord(document.object(), QString());
    Error error;
    error.kind = ErrorKind::BadResponse;
    error.providerCode = notJsonCode;
    error.detail = problem.error == QJsonParseError::NoError
                       ? u"the answer is JSON, but no object"_s
                       : u"the answer is no JSON: %1 at byte %2 of %3"_s.arg(problem.errorString()).arg(problem.offset).arg(json.size());
    return tl::unexpected(error);
}

JsonRecord::JsonRecord(QJsonObject object, QString path)
    : m_object(std::move(object))
    , m_path(std::move(path))
{
}

QString JsonRecord::id(QLatin1StringView key)
{
    const QJsonValue value = m_object.value(key);
    if (!value.isString())
        reject(key, u"not a string"_s);
    else if (value.toString().isEmpty() || value.toString().size() > 200)
        reject(key, u"empty or too long for an id"_s);
    else
        return value.toString();
    return {};
}

QString JsonRecord::text(QLatin1StringView key)
{
    const QJsonValue value = m_object.value(key);
    if (!isMissing(value) && !value.isString())
        reject(key, u"not a string"_s);
    return value.toString();
}

QString JsonRecord::requiredText(QLatin1StringView key)
{
    if (!m_object.value(key).isString())
        reject(key, u"not a string"_s);
    return m_object.value(key).toString();
}

QString JsonRecord::code(QLatin1StringView key)
{
    const QJsonValue value = m_object.value(key);
    if (isMissing(value))
        return {};
    if (value.isString())
        return value.toString().left(40);
    if (const auto number = value.isDouble() ? exactInteger(value) : std::nullopt)
        return QString::number(*number);
    reject(key, u"not a code"_s);
    return {};
}

std::optional<qint64> JsonRecord::integer(QLatin1StringView key, qint64 least, qint64 most)
{
    const QJsonValue value = m_object.value(key);
    if (isMissing(value) || (value.isString() && value.toString().isEmpty()))
        return std::nullopt;
    std::optional<qint64> number;
    if (value.isDouble()) {
        number = exactInteger(value);
    } else if (value.isString()) {
        bool ok = false;
        const qint64 parsed = value.toString().toLongLong(&ok);
        if (ok)
            number = parsed;
    }
    if (!number || *number < least || *number > most) {
        reject(key, u"not a whole number from %1 to %2"_s.arg(least).arg(most));
        return std::nullopt;
    }
    return number;
}

std::optional<bool> JsonRecord::boolean(QLatin1StringView key)
{
    const QJsonValue value = m_object.value(key);
    if (isMissing(value))
        return std::nullopt;
    if (!value.isBool()) {
        reject(key, u"not true or false"_s);
        return std::nullopt;
    }
    return value.toBool();
}

JsonRecord JsonRecord::record(QLatin1StringView key)
{
    const QJsonValue value = m_object.value(key);
    if (!isMissing(value) && !value.isObject())
        reject(key, u"not an object"_s);
    return JsonRecord(value.toObject(), m_path + key + u'.');
}

std::vector<JsonRecord> JsonRecord::records(QLatin1StringView key)
{
    std::vector<JsonRecord> result;
    const QJsonValue value = m_object.value(key);
    if (!value.isArray()) {
        reject(key, u"not a list"_s);
        return result;
    }
    const QJsonArray list = value.toArray();
    result.reserve(static_cast<size_t>(list.size()));
    for (qsizetype i = 0; i < list.size(); ++i) {
        JsonRecord entry(list.at(i).toObject(), u"%1%2[%3]."_s.arg(m_path, QString(key)).arg(i));
        if (!list.at(i).isObject())
            entry.reject(QLatin1StringView(), u"not an object"_s);
        result.push_back(std::move(entry));
    }
    return result;
}

void JsonRecord::reject(QLatin1StringView key, const QString &why)
{
    if (m_problem.isEmpty())
        m_problem = m_path + key + u": "_s + why;
}

} // namespace textback
