// SPDX-License-Identifier: MIT
#include "ui/thread/mediawords.h"

#include "ui/format/errorwords.h"
#include "ui/format/timewords.h"

#include <QLocale>

namespace textback {

using namespace Qt::StringLiterals;

QString MediaWords::kind(MediaType type)
{
    switch (type) {
    case MediaType::Pdf:
        return tr("PDF document");
    case MediaType::VCard:
        return tr("Contact card");
    default:
        break;
    }
    switch (mediaKindOf(type)) {
    case MediaKind::Picture:
        return tr("Picture");
    case MediaKind::Sound:
        return tr("Sound");
    case MediaKind::Video:
        return tr("Video");
    case MediaKind::Other:
        return tr("File");
    }
    Q_UNREACHABLE();
}

QString MediaWords::named(const KeptFile &file)
{
    return tr("%1, %2", "PDF document, 120 kB").arg(kind(file.type), QLocale().formattedDataSize(file.size, 0, QLocale::DataSizeSIFormat));
}

QString MediaWords::failure(const Error &error)
{
    if (error.httpStatus == 404 || error.httpStatus == 410)
        return tr("It is not at your phone provider any more.");
    if (error.providerCode == notSoundCode)
        return tr("Your phone provider sent something that is no sound.");
    if (error.providerCode == redirectCode)
        return tr("Your phone provider points to a place that is not its own, so it was not fetched.");
    switch (error.kind) {
    case ErrorKind::Network:
        return tr("It could not be fetched. Check this PC's internet connection.");
    case ErrorKind::Timeout:
        return tr("It took too long to fetch it.");
    case ErrorKind::BadResponse:
        return tr("It could not be fetched: it is broken, or too large.");
    case ErrorKind::Storage:
        return tr("It could not be kept on this PC. Make sure that the disk is not full.");
    case ErrorKind::Rejected:
        return tr("Your phone provider does not give it.");
    default:
        return ErrorWords::sentence(error);
    }
}

QString MediaWords::openPicture(int number, int of)
{
    return of > 1 ? tr("Open picture %1 of %2").arg(number).arg(of) : tr("Open picture");
}

QString MediaWords::savePicture(int number, int of)
{
    return of > 1 ? tr("Save picture %1 of %2 as…").arg(number).arg(of) : tr("Save picture as…");
}

QString MediaWords::saveFile(const KeptFile &file)
{
    return tr("Save %1 as…", "Save “PDF document, 120 kB” as…").arg(u'“' + named(file) + u'”');
}

QString MediaWords::playVoicemail(const CallCard &card)
{
    return card.recordingLength > Millis(0) ? tr("Play voicemail, %1").arg(TimeWords::span(card.recordingLength)) : tr("Play voicemail");
}

QString MediaWords::stopVoicemail()
{
    return tr("Stop the voicemail");
}

QString MediaWords::fileName(const KeptFile &file, const QString &at, bool voicemail, int number)
{
    const QString name = (voicemail ? tr("Voicemail") : kind(file.type)) + u' ' + at;
    return (number > 1 ? u"%1 (%2)"_s.arg(name).arg(number) : name) + u'.' + mediaSuffix(file.type);
}

} // namespace textback
