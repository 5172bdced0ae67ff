// SPDX-License-Identifier: MIT
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace textback {

/// One object of a provider's JSON, read strictly: every access says which type it needs, the first misfit is remembered with its path and
/// everything read is harmless from then on (empty, nothing). So a reader takes all fields and asks once at the end:
///
///     JsonRecord row = ...;
///     leg.id = row.id("sid");
///     if (!row.problem().isEmpty()) -> put this one record aside, the others are fine
///
/// Ids are strings end to end: a number in their place is a misfit, because a double would already have lost its last digits.
/// null, "missing" and (for numbers) "" are the same. Fields that nobody asks for are ignored.
class JsonRecord {
public:
    /// The object that a whole document consists of. Fails (BadResponse) for anything else: HTML, half a document, something after its end.
    static Result<JsonRecord> parse(const QByteArray &json);

    JsonRecord(QJsonObject object, QString path);

    /// A required identifier: a string of 1 to 200 characters.
    QString id(QLatin1StringView key);
    /// A string that may be missing.
    QString text(QLatin1StringView key);
    /// A string that must be there (it may be empty).
    QString requiredText(QLatin1StringView key);
    /// A code that comes as a number or as a string: its text, or empty.
    QString code(QLatin1StringView key);
    /// A whole number in a range, as a number or as decimal text; nothing when missing.
    std::optional<qint64> integer(QLatin1StringView key, qint64 least, qint64 most);
    /// A truth value that may be missing.
    std::optional<bool> boolean(QLatin1StringView key);
    /// An object that may be missing (then empty).
    JsonRecord record(QLatin1StringView key);
    /// A required list; entries that are no objects come as records that already have a problem.
    std::vector<JsonRecord> records(QLatin1StringView key);

    /// Reports a misfit that only the caller can see (an unknown status). The first one stays.
    void reject(QLatin1StringView key, const QString &why);
    /// The first misfit ("calls[3].sid: not a string"), or empty. Never contains a value.
    const QString &problem() const { return m_problem; }
    bool contains(QLatin1StringView key) const { return m_object.contains(key); }

private:
    QJsonObject m_object;
    QString m_path;
    QString m_problem;
};

} // namespace textback
