// SPDX-License-Identifier: MIT
#include "ui/settings/dataexport.h"

#include "domain/csv.h"
#include "domain/ports/clock.h"
#include "ui/format/reasonwords.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr Millis retryDelay{250};
constexpr int mostTries = 240; // a minute

QString seconds(Millis span)
{
    return QString::number(double(span.count()) / 1000, 'f', 1);
}

} // namespace

DataExport::DataExport(ExportReader &reader, const Clock &clock, Scheduler &scheduler, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
    , m_clock(clock)
    , m_scheduler(scheduler)
{
}

DataExport::~DataExport()
{
    // The program ends in the middle: half an export is none.
    if (isRunning()) {
        m_file.reset();
        QDir(m_folder).removeRecursively();
    }
}

void DataExport::start(const QString &folder, const QTimeZone &zone)
{
    if (isRunning())
        return;
    m_zone = zone.isValid() ? zone : QTimeZone::systemTimeZone();
    m_rows = 0;
    m_busy = 0;
    // A folder of its own: nothing that is there already is written over.
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(toUnixMillis(m_clock.utcNow()), m_zone);
    const QString name = u"Textback "_s + now.toString(u"yyyy-MM-dd HH.mm.ss"_s);
    const QDir parent(folder);
    QString unused = name;
    for (int i = 2; parent.exists(unused); ++i)
        unused = u"%1 (%2)"_s.arg(name).arg(i);
    m_folder = parent.filePath(unused);
    if (!parent.mkdir(unused) || !QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner)) {
        emit failed(tr("Nothing can be written in %1. Choose another folder.").arg(QDir::toNativeSeparators(folder)));
        return;
    }
    begin(Part::Calls);
}

void DataExport::begin(Part part)
{
    m_part = part;
    m_after = 0;
    const QString name = part == Part::Calls ? u"calls.csv"_s : part == Part::Texts ? u"texts.csv"_s : u"contacts.csv"_s;
    m_file = std::make_unique<QSaveFile>(QDir(m_folder).filePath(name));
    if (!m_file->open(QIODevice::WriteOnly) || !m_file->setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return fail(tr("%1 cannot be written. Choose another folder.").arg(QDir::toNativeSeparators(m_file->fileName())));
    m_file->write(csvBegin());
    const QString zone = QString::fromUtf8(m_zone.id());
    const QString timeHead = tr("Time (%1)").arg(zone);
    switch (part) {
    case Part::Calls:
        writeRow({timeHead, tr("Number"), tr("Name"), tr("Your number"), tr("Direction"), tr("Result"), tr("Missed"), tr("Rang (s)"),
                  tr("Talked (s)"), tr("Voicemails"), tr("Voicemail (s)"), tr("Automatic text"), tr("Sent after (s)"), tr("Why no text")});
        break;
    case Part::Texts:
        writeRow({timeHead, tr("Number"), tr("Name"), tr("Your number"), tr("Direction"), tr("Written by"), tr("Text"), tr("Status"),
                  tr("Provider's words"), tr("Pictures or files")});
        break;
    case Part::Contacts:
        writeRow({tr("Number"), tr("Name"), tr("Last activity (%1)").arg(zone), tr("Opted out")});
        break;
    case Part::None:
        break;
    }
    stepLater(Millis(0));
}

void DataExport::stepLater(Millis delay)
{
    m_next = m_scheduler.callAfter(delay, [this] { step(); });
}

void DataExport::step()
{
    const bool more = writePage();
    if (m_busy > mostTries)
        return fail(tr("The database is busy. Try the export again later."));
    if (m_file->error() != QFileDevice::NoError)
        return fail(tr("The export could not be written: is the disk full? Choose another folder."));
    if (m_busy > 0)
        return stepLater(retryDelay);
    emit progressed(m_rows);
    if (more)
        return stepLater(Millis(0));
    if (!m_file->commit())
        return fail(tr("The export could not be written: is the disk full? Choose another folder."));
    m_file.reset();
    if (m_part != Part::Contacts)
        return begin(m_part == Part::Calls ? Part::Texts : Part::Contacts);
    m_part = Part::None;
    emit finished(m_folder, m_rows);
}

void DataExport::fail(const QString &sentence)
{
    m_part = Part::None;
    m_file.reset();
    QDir(m_folder).removeRecursively();
    emit failed(sentence);
}

template <typename Row, typename Key>
bool DataExport::take(const Result<std::vector<Row>> &page, Key keyOf)
{
    if (!page) {
        ++m_busy;
        return true;
    }
    m_busy = 0;
    for (const Row &row : *page) {
        write(row);
        m_after = keyOf(row);
    }
    m_rows += int(page->size());
    return int(page->size()) == pageSize;
}

bool DataExport::writePage()
{
    switch (m_part) {
    case Part::Calls:
        return take(m_reader.calls(CallId{m_after}, pageSize), [](const ExportedCall &row) { return row.card.id.value; });
    case Part::Texts:
        return take(m_reader.texts(MessageId{m_after}, pageSize), [](const ExportedText &row) { return row.message.id.value; });
    case Part::Contacts:
        return take(m_reader.contacts(ConversationId{m_after}, pageSize), [](const ExportedContact &row) { return row.id.value; });
    case Part::None:
        break;
    }
    return false;
}

QString DataExport::time(UtcTime at) const
{
    return QDateTime::fromMSecsSinceEpoch(toUnixMillis(at), m_zone).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

void DataExport::write(const ExportedCall &call)
{
    const CallCard &card = call.card;
    const QString text = card.textedAfter ? tr("sent") : call.text ? toString(*call.text) : QString();
    writeRow({time(card.at), call.address, call.name, card.line.e164(),
              card.direction == CallDirection::Inbound ? tr("incoming") : tr("outgoing"),
              card.open ? tr("running") : toString(card.disposition), card.missed ? tr("yes") : tr("no"), seconds(card.rang),
              seconds(card.talked), QString::number(card.recordings), seconds(card.recordingLength), text,
              card.textedAfter ? seconds(*card.textedAfter) : QString(),
              card.missed && card.skippedLater ? ReasonWords::sentence(*card.skippedLater) : QString()});
}

void DataExport::write(const ExportedText &text)
{
    const Message &message = text.message;
    const bool incoming = message.direction == MessageDirection::Incoming;
    // By name where a member of staff wrote it from the road.
    const QString writer = message.author.isEmpty() ? toString(message.origin) : message.author;
    writeRow({time(message.at), text.address, text.name, message.line.e164(), incoming ? tr("incoming") : tr("outgoing"), writer,
              message.body, toString(message.status), message.errorText, QString::number(message.media)});
}

void DataExport::write(const ExportedContact &contact)
{
    writeRow({contact.address, contact.name, contact.lastActivity == UtcTime() ? QString() : time(contact.lastActivity),
              contact.optedOut ? tr("yes") : tr("no")});
}

void DataExport::writeRow(const QStringList &cells)
{
    m_file->write(csvRow(cells));
}

} // namespace textback
