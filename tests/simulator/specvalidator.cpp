// SPDX-License-Identifier: MIT
#include "simulator/specvalidator.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace textback::test {

using namespace Qt::StringLiterals;

std::optional<SpecValidator> SpecValidator::load(const QString &file)
{
    const QString folder = qEnvironmentVariable("TEXTBACK_SPECS", QStringLiteral(TEXTBACK_SOURCE_DIR "/../shared/specs"));
    QFile spec(folder + u'/' + file);
    if (!spec.open(QIODevice::ReadOnly))
        return std::nullopt;
    SpecValidator validator;
    validator.m_document = QJsonDocument::fromJson(spec.readAll()).object();
    return validator.m_document.isEmpty() ? std::nullopt : std::optional(validator);
}

QStringList SpecValidator::check(const QString &path, const QString &method, int status, const QByteArray &body) const
{
    const QJsonObject answer = m_document["paths"_L1][path][method]["responses"_L1][QString::number(status)].toObject();
    const QJsonObject schema = answer["content"_L1]["application/json"_L1]["schema"_L1].toObject();
    if (schema.isEmpty())
        return {u"the specification has no answer %1 for %2 %3"_s.arg(QString::number(status), method, path)};
    QStringList violations;
    check(QJsonDocument::fromJson(body).object(), schema, u"body"_s, violations);
    return violations;
}

QJsonObject SpecValidator::resolve(const QJsonObject &schema) const
{
    QString reference = schema["$ref"_L1].toString();
    if (reference.isEmpty())
        return schema;
    QJsonValue found = m_document;
    for (const QString &part : reference.split(u'/').sliced(1))
        found = found.toObject().value(part);
    return found.toObject();
}

void SpecValidator::check(const QJsonValue &value, const QJsonObject &unresolved, const QString &where, QStringList &violations) const
{
    const QJsonObject schema = resolve(unresolved);
    const QString type = schema["type"_L1].toString();
    if (value.isNull()) {
        if (!schema["nullable"_L1].toBool() && !type.isEmpty())
            violations += where + u" must not be null"_s;
        return;
    }
    const bool fits = type.isEmpty() || (type == "string"_L1 && value.isString()) || (type == "boolean"_L1 && value.isBool()) ||
                      (type == "object"_L1 && value.isObject()) || (type == "array"_L1 && value.isArray()) ||
                      (type == "number"_L1 && value.isDouble()) ||
                      (type == "integer"_L1 && value.isDouble() && value.toInteger(-1) == value.toInteger(-2));
    if (!fits) {
        violations += where + u" must be of type "_s + type;
        return;
    }
    const QJsonArray allowed = schema["enum"_L1].toArray();
    if (!allowed.isEmpty() && !allowed.contains(value))
        violations += where + u" has a value that is not in the list: "_s + value.toVariant().toString();
    if (value.isString()) {
        const QString text = value.toString();
        const QString pattern = schema["pattern"_L1].toString();
        if (!pattern.isEmpty() && !QRegularExpression(pattern).match(text).hasMatch())
            violations += where + u" does not match "_s + pattern;
        if (text.size() < schema["minLength"_L1].toInt() ||
            (schema.contains("maxLength"_L1) && text.size() > schema["maxLength"_L1].toInt()))
            violations += where + u" has a wrong length"_s;
    }
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            check(array.at(i), schema["items"_L1].toObject(), u"%1[%2]"_s.arg(where).arg(i), violations);
    }
    const QJsonObject properties = schema["properties"_L1].toObject();
    if (value.isObject() && !properties.isEmpty()) {
        const QJsonObject object = value.toObject();
        for (auto field = object.begin(); field != object.end(); ++field) {
            if (properties.contains(field.key()))
                check(field.value(), properties[field.key()].toObject(), where + u'.' + field.key(), violations);
            else
                violations += where + u'.' + field.key() + u" is unknown"_s;
        }
    }
}

} // namespace textback::test
