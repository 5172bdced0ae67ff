// SPDX-License-Identifier: MIT
#include "platform/crashguard.h"

#include "domain/ports/clock.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QSaveFile>

#include <algorithm>
#include <utility>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(log, "textback.startup")

constexpr qint64 latest = qint64(1) << 48; // milliseconds: some thousand years

std::optional<UtcTime> timeFrom(const QJsonValue &value)
{
    // Whatever stands there: times that cannot be are none.
    const qint64 millis = value.toInteger(-1);
    return millis >= 0 && millis < latest ? std::optional(fromUnixMillis(millis)) : std::nullopt;
}

} // namespace

CrashGuard::CrashGuard(QString file, const Clock &clock)
    : m_file(std::move(file))
    , m_clock(clock)
{
}

bool CrashGuard::begin()
{
    const UtcTime now = m_clock.utcNow();
    m_record = read();
    // A run that was left running crashed: nobody knows when, but not after now. One that had lived longer than the span is no part of a loop,
    // so it counts with the end of that span at the latest.
    if (m_record.running)
        m_record.crashes.append(std::min(now, *m_record.running + crashSpan));
    // The future is where a clock that was set back left them.
    m_record.crashes.removeIf([now](UtcTime crash) { return crash > now || now - crash > crashSpan; });
    if (m_record.crashes.size() >= crashesUntilSafeMode)
        m_record.safeMode = true;
    m_record.running = now;
    write();
    return m_record.safeMode;
}

void CrashGuard::leaveSafeMode()
{
    m_record.crashes.clear();
    m_record.safeMode = false;
    write();
}

void CrashGuard::end()
{
    m_record.running.reset();
    m_record.crashes.clear();
    if (m_record.safeMode)
        write();
    else
        QFile::remove(m_file);
}

CrashGuard::Record CrashGuard::read() const
{
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject object = QJsonDocument::fromJson(file.read(4096)).object();
    Record record;
    record.running = timeFrom(object.value("running"_L1));
    record.safeMode = object.value("safeMode"_L1).toBool();
    const QJsonArray crashes = object.value("crashes"_L1).toArray();
    for (const auto &value : crashes) {
        if (const auto crash = timeFrom(value))
            record.crashes.append(*crash);
    }
    return record;
}

void CrashGuard::write() const
{
    QJsonArray crashes;
    for (const UtcTime crash : m_record.crashes)
        crashes.append(toUnixMillis(crash));
    QJsonObject object{{u"crashes"_s, crashes}, {u"safeMode"_s, m_record.safeMode}};
    if (m_record.running)
        object.insert(u"running"_s, toUnixMillis(*m_record.running));
    QSaveFile file(m_file);
    const bool written = file.open(QIODevice::WriteOnly) && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                         file.write(QJsonDocument(object).toJson(QJsonDocument::Compact)) > 0 && file.commit();
    if (!written)
        qCWarning(log).noquote() << "the run cannot be noted, crashes are not counted:" << file.errorString();
}

} // namespace textback
