// SPDX-License-Identifier: MIT
#include "ui/contact/personexport.h"

#include "domain/evidence/evidencedocument.h"
#include "domain/phonenumber.h"
#include "domain/ports/clock.h"
#include "domain/ports/evidencereader.h"

#include <QDir>
#include <QFileDialog>
#include <QSaveFile>
#include <QStandardPaths>

namespace textback {

using namespace Qt::StringLiterals;

PersonExport::PersonExport(EvidenceReader &reader, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
    , m_clock(clock)
{
}

void PersonExport::askForPlace(const std::vector<PhoneNumber> &numbers, QWidget *window)
{
    auto *place = new QFileDialog(window, tr("Export this person"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    place->setAttribute(Qt::WA_DeleteOnClose);
    place->setAcceptMode(QFileDialog::AcceptSave);
    place->setDefaultSuffix(u"json"_s);
    place->selectFile(u"textback-%1.json"_s.arg(numbers.front().e164().mid(1)));
    connect(place, &QFileDialog::fileSelected, this, [this, numbers](const QString &path) { writeTo(path, numbers); });
    place->open();
}

void PersonExport::writeTo(const QString &path, const std::vector<PhoneNumber> &numbers)
{
    const QString shown = QDir::toNativeSeparators(path);
    std::vector<Evidence> all;
    for (const PhoneNumber &number : numbers) {
        const auto evidence = m_reader.evidence(number);
        if (!evidence) {
            emit told(tr("The data cannot be read at the moment. Try it again in a minute."));
            return;
        }
        all.push_back(*evidence);
    }
    const std::vector<Evidence> linked(all.begin() + 1, all.end());
    QSaveFile file(path);
    const QByteArray document = toEvidenceDocument(all.front(), m_clock.utcNow(), EvidenceNotes::Included, linked);
    const bool written = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                         file.write(document) == document.size() && file.commit();
    emit told(written ? tr("Saved as %1.").arg(shown) : tr("%1 cannot be written. Choose another place.").arg(shown));
}

} // namespace textback
