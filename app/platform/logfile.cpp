// SPDX-License-Identifier: MIT
#include "platform/logfile.h"

#include "domain/ports/clock.h"

#include <QDate>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cstdio>
#include <utility>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
const QString currentName = u"textback.log"_s;

/// The day in the name of a file that is full, or none for any other name.
QDate dayOf(const QString &name)
{
    return QDate::fromString(name.mid(u"textback-"_s.size(), 10), Qt::ISODate);
}

/// Its number among those of the same day: "textback-2026-11-26.log" is the first.
int numberOf(const QString &name)
{
    const QString rest = name.mid(u"textback-2026-11-26"_s.size()); // ".log" or "-2.log"
    return rest.startsWith(u'-') ? rest.mid(1).chopped(4).toInt() : 1;
}

/// The day on which the first line of a file was written; `otherwise` if it has none.
QString firstDay(const QString &path, const QString &otherwise)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return otherwise;
    const QString day = QString::fromLatin1(file.read(10));
    return QDate::fromString(day, Qt::ISODate).isValid() ? day : otherwise;
}

} // namespace

struct LogFile::Open {
    explicit Open(std::FILE *f)
        : file(f)
    {
    }
    Open(const Open &) = delete;
    Open &operator=(const Open &) = delete;
    ~Open() { std::fclose(file); }

    std::FILE *file;
    QString day;
    std::atomic<qint64> size = 0;
};

LogFile::LogFile(QString folder, const Clock &clock, Limits limits)
    : m_folder(std::move(folder))
    , m_clock(clock)
    , m_limits(limits)
{
    if (QDir().mkpath(m_folder))
        QFile::setPermissions(m_folder, ownerOnly | QFileDevice::ExeOwner);
    m_open.store(open());
    prune();
}

LogFile::LogFile(QString folder, const Clock &clock)
    : LogFile(std::move(folder), clock, Limits())
{
}

LogFile::~LogFile() = default;

QString LogFile::path() const
{
    return QDir(m_folder).filePath(currentName);
}

QString LogFile::today() const
{
    return QDateTime::fromMSecsSinceEpoch(toUnixMillis(m_clock.utcNow()), Qt::UTC).date().toString(Qt::ISODate);
}

std::shared_ptr<LogFile::Open> LogFile::open() const
{
    const QString day = firstDay(path(), today());
    // Made with its rights before the first byte; "a" keeps what is there.
    if (!QFile::exists(path())) {
        QFile made(path());
        if (!made.open(QIODevice::WriteOnly | QIODevice::NewOnly))
            return nullptr;
        made.setPermissions(ownerOnly);
    } else {
        QFile::setPermissions(path(), ownerOnly);
    }
    std::FILE *file = std::fopen(QFile::encodeName(path()).constData(), "ab");
    if (!file)
        return nullptr;
    auto opened = std::make_shared<Open>(file);
    opened->day = day;
    opened->size = QFileInfo(path()).size();
    return opened;
}

void LogFile::append(const QByteArray &lines)
{
    std::shared_ptr<Open> file = m_open.load();
    if ((!file || file->day != today() || file->size.load() + lines.size() > m_limits.fileSize) && !m_turning.test_and_set()) {
        turn(file);
        file = m_open.load();
        m_turning.clear();
    }
    if (!file)
        return;
    // One call, so that lines of several threads do not mix.
    std::fwrite(lines.constData(), 1, static_cast<size_t>(lines.size()), file->file);
    std::fflush(file->file);
    file->size += lines.size();
}

void LogFile::turn(const std::shared_ptr<Open> &old)
{
    if (old && old->size.load() > 0) {
        if (!QFile::rename(path(), freeName(old->day)))
            return; // goes on in the old one (some systems do not rename what is open in another thread); the next line tries again
    } else if (old) {
        old->day = today();
        return;
    }
    m_open.store(open());
    prune();
}

QString LogFile::freeName(const QString &day) const
{
    int last = 0;
    for (const QString &name : QDir(m_folder).entryList({u"textback-%1*.log"_s.arg(day)}, QDir::Files))
        last = std::max(last, numberOf(name));
    return QDir(m_folder).filePath(last == 0 ? u"textback-%1.log"_s.arg(day) : u"textback-%1-%2.log"_s.arg(day).arg(last + 1));
}

/// The newest first.
QStringList LogFile::fullFiles(const QDir &folder)
{
    QStringList names = folder.entryList({u"textback-*.log"_s}, QDir::Files);
    names.removeIf([](const QString &name) { return !dayOf(name).isValid(); });
    std::sort(names.begin(), names.end(),
              [](const QString &a, const QString &b) { return std::pair(dayOf(b), numberOf(b)) < std::pair(dayOf(a), numberOf(a)); });
    return names;
}

void LogFile::prune() const
{
    const QDir folder(m_folder);
    const QDate oldest = QDate::fromString(today(), Qt::ISODate).addDays(1 - m_limits.days);
    qint64 whole = m_limits.fileSize; // for the one that is written to
    for (const QString &name : fullFiles(folder)) {
        whole += QFileInfo(folder.filePath(name)).size();
        if (whole > m_limits.wholeSize || dayOf(name) < oldest)
            QFile::remove(folder.filePath(name));
    }
}

QStringList LogFile::lastLines(const QString &folder, qsizetype count)
{
    const QDir logs(folder);
    QStringList lines;
    for (const QString &name : QStringList{currentName} + fullFiles(logs)) {
        QFile file(logs.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts) + lines;
        if (lines.size() >= count)
            break;
    }
    return lines.mid(std::max<qsizetype>(0, lines.size() - count));
}

} // namespace textback
