// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace textback::test {

/// Checks JSON against an OpenAPI document, as far as Twilio's specifications go: type, nullable, enum, pattern, minLength, maxLength,
/// properties, items, $ref. Formats are ignored. Fields that the schema does not know are violations here, although JSON Schema would let
/// them pass: the simulator must not invent any.
class SpecValidator {
public:
    /// Where the specifications are: $TEXTBACK_SPECS, else ../shared/specs beside the source folder. Nothing if `file` is not there.
    static std::optional<SpecValidator> load(const QString &file);

    /// Violations of an answer's schema, empty if there are none. `path` as in the document ("/2010-04-01/.../Calls.json").
    QStringList check(const QString &path, const QString &method, int status, const QByteArray &body) const;

private:
    QJsonObject resolve(const QJsonObject &schema) const;
    void check(const QJsonValue &value, const QJsonObject &schema, const QString &where, QStringList &violations) const;

    QJsonObject m_document;
};

} // namespace textback::test
