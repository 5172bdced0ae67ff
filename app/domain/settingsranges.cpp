// SPDX-License-Identifier: MIT
#include "domain/settingsranges.h"

#include "domain/settingsschema.h"

using namespace Qt::StringLiterals;

namespace textback {

namespace {

using Problem = std::optional<SettingsProblem>;

constexpr MicroDollars dearest = 1000000LL * 1000000; // for anything here

/// Visits what settingsschema.h describes and looks at nothing but the ranges of numbers.
class RangeCheck {
public:
    const Problem &found() const { return m_found; }

    template <typename Fill>
    void section(const char *key, Fill fill)
    {
        inside(path(key), [&] { fill(*this); });
    }

    template <typename Entry, typename Fill>
    void list(const char *key, const std::vector<Entry> &entries, Fill fill)
    {
        for (size_t i = 0; i < entries.size(); ++i)
            inside(u"%1[%2]"_s.arg(path(key)).arg(i), [&] { fill(*this, entries[i]); });
    }

    void whole(const char *key, int value, int least, int most)
    {
        if (!m_found && (value < least || value > most))
            m_found = SettingsProblem{path(key), u"must be a whole number from %1 to %2"_s.arg(least).arg(most)};
    }

    template <typename Enum, typename FromText>
    void choice(const char *, Enum, FromText, const char *)
    {
    }
    void text(const char *, const QString &) {}
    void flag(const char *, bool) {}
    void number(const char *, const PhoneNumber &) {}
    void week(const std::optional<WeeklyHours> &weekly)
    {
        const QString overlap = weekly ? overlapProblem(*weekly) : QString();
        if (!m_found && !overlap.isEmpty())
            m_found = SettingsProblem{m_path, overlap};
    }
    void plan(const char *key, const std::optional<WeeklyHours> &weekly)
    {
        inside(path(key), [&] { week(weekly); });
    }
    void date(const char *key, const Holiday &holiday)
    {
        if (!m_found && holiday.day == 0)
            m_found = SettingsProblem{path(key), u"is required"_s};
    }
    void numbers(const char *, const std::vector<PhoneNumber> &) {}
    void trapKeys(const char *, const QStringList &) {}
    void moment(const char *, const std::optional<UtcTime> &) {}
    void dollars(const char *key, MicroDollars value)
    {
        if (!m_found && (value < 0 || value > dearest))
            m_found = SettingsProblem{path(key), u"must be an amount in dollars from 0 to %1, like 0.0083"_s.arg(dearest / 1000000)};
    }
    void texts(const char *, const QMap<QString, QString> &, const QStringList &) {}
    void provider(const char *, const AccountSettings &) {}
    void fields(const AccountSettings &) {}

private:
    QString path(const char *key) const
    {
        const QString name = QString::fromLatin1(key);
        return m_path.isEmpty() ? name : m_path + u'.' + name;
    }

    template <typename Work>
    void inside(const QString &where, Work work)
    {
        const QString before = std::exchange(m_path, where);
        work();
        m_path = before;
    }

    QString m_path;
    Problem m_found;
};

} // namespace

std::optional<SettingsProblem> checkRanges(const Settings &settings)
{
    RangeCheck check;
    visitSettings(check, settings);
    return check.found();
}

} // namespace textback
