// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ids.h"
#include "domain/phonenumber.h"
#include "domain/time.h"
#include "storage/sqlconnection.h"

#include <QString>
#include <QVariant>

#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace textback {

/// One use of a prepared statement with named placeholders (`:name`). Qt says nothing when a value is bound to a name that is not there, or
/// a name gets no value: this class fails instead. Statements are kept prepared per connection; two uses of the same text at once each
/// get their own. Failures go to the connection (SqlConnection::failure); a statement on a failed connection does nothing.
///
///     SqlStatement find(db, u"SELECT id, body FROM messages WHERE account = :account"_s);
///     find.bind("account"_L1, account);
///     while (find.next())
///         use(find.id<MessageId>(0), find.text(1));
class SqlStatement {
public:
    SqlStatement(SqlConnection &connection, const QString &sql);
    ~SqlStatement();
    SqlStatement(const SqlStatement &) = delete;
    SqlStatement &operator=(const SqlStatement &) = delete;

    SqlStatement &bind(QLatin1StringView name, qint64 value) { return bindVariant(name, QVariant(value)); }
    SqlStatement &bind(QLatin1StringView name, int value) { return bindVariant(name, QVariant(qint64(value))); }
    SqlStatement &bind(QLatin1StringView name, bool value) { return bindVariant(name, QVariant(qint64(value ? 1 : 0))); }
    SqlStatement &bind(QLatin1StringView name, UtcTime value) { return bind(name, toUnixMillis(value)); }
    SqlStatement &bind(QLatin1StringView name, Millis value) { return bind(name, qint64(value.count())); }
    /// A null string is stored as an empty one: NULL is for "not known", and asked for with std::optional.
    SqlStatement &bind(QLatin1StringView name, const QString &value);
    SqlStatement &bind(QLatin1StringView name, const PhoneNumber &value) { return bind(name, value.e164()); }
    /// An id that is null is stored as NULL.
    template <typename Tag>
    SqlStatement &bind(QLatin1StringView name, Id<Tag> value)
    {
        return value.isNull() ? bindNull(name) : bind(name, value.value);
    }
    template <typename T>
    SqlStatement &bind(QLatin1StringView name, const std::optional<T> &value)
    {
        return value ? bind(name, *value) : bindNull(name);
    }
    /// A text that is stored as NULL when it is empty, so that a UNIQUE column takes any number of them.
    SqlStatement &bindOrNull(QLatin1StringView name, const QString &value) { return value.isEmpty() ? bindNull(name) : bind(name, value); }
    SqlStatement &bindNull(QLatin1StringView name) { return bindVariant(name, QVariant()); }

    /// Runs it. False if it failed, a name has no value, or the connection had failed before.
    bool exec();
    /// The next row; runs the statement at the first call.
    bool next();
    int changedRows() const { return m_changedRows; }

    // Columns of the current row.
    bool isNull(int column) const;
    qint64 integer(int column) const;
    bool flag(int column) const { return integer(column) != 0; }
    int number(int column) const { return int(integer(column)); }
    QString text(int column) const;
    UtcTime time(int column) const { return fromUnixMillis(integer(column)); }
    Millis span(int column) const { return Millis(integer(column)); }
    std::optional<UtcTime> optionalTime(int column) const { return isNull(column) ? std::nullopt : std::optional(time(column)); }
    std::optional<Millis> optionalSpan(int column) const { return isNull(column) ? std::nullopt : std::optional(span(column)); }
    PhoneNumber phone(int column) const { return PhoneNumber::fromStored(text(column)).value_or(PhoneNumber()); }
    template <typename AnyId>
    AnyId id(int column) const
    {
        return AnyId{integer(column)};
    }
    /// A value by its stored spelling. A spelling that this version does not know is a failure, unless the column is NULL or empty.
    template <typename FromString>
    auto named(int column, FromString fromString) const -> std::invoke_result_t<FromString, const QString &>
    {
        const QString spelling = text(column);
        if (spelling.isEmpty())
            return std::nullopt;
        auto value = fromString(spelling);
        if (!value)
            failUnknown(spelling);
        return value;
    }

private:
    SqlStatement &bindVariant(QLatin1StringView name, const QVariant &value);
    void failUnknown(const QString &spelling) const;
    void fail(const QString &what) const;

    SqlConnection &m_connection;
    QString m_sql;
    std::unique_ptr<SqlConnection::Prepared> m_prepared;
    quint64 m_bound = 0; // one bit per name
    int m_changedRows = 0;
    bool m_executed = false;
};

} // namespace textback
