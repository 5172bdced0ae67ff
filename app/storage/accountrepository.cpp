// SPDX-License-Identifier: MIT
#include "storage/accountrepository.h"

#include "domain/settingsdocument.h"
#include "storage/sqlstatement.h"
#include "storage/storagenames.h"

using namespace Qt::StringLiterals;

namespace textback {

Result<Settings> AccountRepository::settings() const
{
    SqlStatement find(m_db, u"SELECT document FROM settings WHERE id = 1"_s);
    if (!find.next())
        return Settings();
    tl::expected<Settings, SettingsProblem> settings = readStoredSettings(find.text(0).toUtf8());
    if (!settings)
        return storage::refused(u"the stored settings cannot be read: "_s + settings.error().line());
    return *std::move(settings);
}

void AccountRepository::saveSettings(const Settings &settings)
{
    SqlStatement save(m_db, u"INSERT INTO settings (id, document, country) VALUES (1, :document, :country) "
                            "ON CONFLICT (id) DO UPDATE SET document = excluded.document, country = excluded.country"_s);
    save.bind("document"_L1, QString::fromUtf8(toSettingsDocument(settings)));
    save.bind("country"_L1, settings.business.country);
    save.exec();
}

void AccountRepository::keepRules(const QString &version, const QByteArray &document, UtcTime since)
{
    SqlStatement keep(m_db, u"INSERT INTO rule_versions (version, document, since) VALUES (:version, :document, :since) "
                            "ON CONFLICT DO NOTHING"_s);
    keep.bind("version"_L1, version).bind("document"_L1, QString::fromUtf8(document)).bind("since"_L1, since).exec();
}

QString AccountRepository::country() const
{
    SqlStatement find(m_db, u"SELECT country FROM settings WHERE id = 1"_s);
    return find.next() ? find.text(0) : u"US"_s;
}

StoredAccount AccountRepository::open(const QString &provider, const QString &accountKey)
{
    SqlStatement make(m_db, u"INSERT INTO accounts (provider, account_key) VALUES (:provider, :key) ON CONFLICT DO NOTHING"_s);
    make.bind("provider"_L1, provider).bind("key"_L1, accountKey).exec();
    SqlStatement find(m_db, u"SELECT a.id, a.watching_since, CASE WHEN a.imported_epoch < m.epoch THEN m.import_since END "
                            "FROM accounts a JOIN maintenance m ON m.id = 1 WHERE a.provider = :provider AND a.account_key = :key"_s);
    find.bind("provider"_L1, provider).bind("key"_L1, accountKey);
    if (!find.next())
        return {};
    return {find.id<AccountId>(0), find.optionalTime(1), find.optionalTime(2)};
}

void AccountRepository::endImport(AccountId account)
{
    SqlStatement end(m_db, u"UPDATE accounts SET imported_epoch = (SELECT epoch FROM maintenance WHERE id = 1) WHERE id = :account"_s);
    end.bind("account"_L1, account).exec();
}

std::optional<Restoration> AccountRepository::restoration() const
{
    SqlStatement find(m_db,
                      u"SELECT restored_from, set_aside, consents_doubtful FROM maintenance WHERE id = 1 AND restored_from IS NOT NULL"_s);
    if (!find.next())
        return std::nullopt;
    return Restoration{find.time(0), find.text(1), find.flag(2)};
}

void AccountRepository::forgetRestoration()
{
    SqlStatement(m_db, u"UPDATE maintenance SET restored_from = NULL, set_aside = '', consents_doubtful = 0 WHERE id = 1"_s).exec();
}

void AccountRepository::setWatchingSince(AccountId account, UtcTime since)
{
    SqlStatement set(m_db, u"UPDATE accounts SET watching_since = :since WHERE id = :account"_s);
    set.bind("since"_L1, since).bind("account"_L1, account).exec();
}

void AccountRepository::setNumbers(AccountId account, const std::vector<Line> &lines)
{
    // Asked at every connect and mostly the same: then nothing is written.
    if (numbers(account) == lines)
        return;
    SqlStatement(m_db, u"DELETE FROM account_numbers WHERE account = :account"_s).bind("account"_L1, account).exec();
    int position = 0;
    for (const Line &line : lines) {
        SqlStatement add(m_db, u"INSERT INTO account_numbers (account, position, number, label, city, overflow, min_rings, text_from) "
                               "VALUES (:account, :position, :number, :label, :city, :overflow, :minRings, :textFrom)"_s);
        add.bind("account"_L1, account).bind("position"_L1, position++).bind("number"_L1, line.number).bind("label"_L1, line.label);
        add.bind("city"_L1, line.city).bind("overflow"_L1, line.overflow).bind("minRings"_L1, line.minRings);
        add.bind("textFrom"_L1, line.textFrom).exec();
    }
}

std::vector<Line> AccountRepository::numbers(AccountId account) const
{
    std::vector<Line> lines;
    SqlStatement find(m_db, u"SELECT number, label, city, overflow, min_rings, text_from FROM account_numbers "
                            "WHERE account = :account ORDER BY position"_s);
    find.bind("account"_L1, account);
    while (find.next())
        lines.push_back({find.phone(0), find.text(1), find.text(2), find.flag(3), find.number(4), find.phone(5)});
    return lines;
}

bool AccountRepository::isNumberOf(AccountId account, const PhoneNumber &number) const
{
    SqlStatement find(m_db, u"SELECT 1 FROM account_numbers WHERE number = :number AND account = :account"_s);
    return find.bind("number"_L1, number).bind("account"_L1, account).next();
}

std::optional<Cursor> AccountRepository::cursor(AccountId account, CursorKind kind) const
{
    SqlStatement find(m_db, u"SELECT position, token FROM cursors WHERE account = :account AND kind = :kind"_s);
    if (!find.bind("account"_L1, account).bind("kind"_L1, storage::toString(kind)).next())
        return std::nullopt;
    return Cursor{find.time(0), find.text(1)};
}

void AccountRepository::setCursor(AccountId account, CursorKind kind, const Cursor &cursor)
{
    SqlStatement set(m_db, u"INSERT INTO cursors (account, kind, position, token) VALUES (:account, :kind, :position, :token) "
                           "ON CONFLICT (account, kind) DO UPDATE SET position = excluded.position, token = excluded.token"_s);
    set.bind("account"_L1, account).bind("kind"_L1, storage::toString(kind));
    set.bind("position"_L1, cursor.position).bind("token"_L1, cursor.token).exec();
}

} // namespace textback
