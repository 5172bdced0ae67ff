// SPDX-License-Identifier: MIT
#include "fuzz/fuzz.h"

#include "domain/contacts/contactcsvreader.h"
#include "domain/contacts/contactimport.h"
#include "domain/contacts/textdecoding.h"
#include "domain/csv.h"

using namespace textback;
using namespace Qt::StringLiterals;

// Any bytes are read to their end, in records that stand in the order of their lines; what was written as a table is read as it was; no name that an
// import takes can be a formula's or break a line.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    CsvRecords records(decodeText(bytes));
    int line = 0;
    QList<QStringList> read;
    while (const auto record = records.next()) {
        FUZZ_PROMISE(record->line > line);
        FUZZ_PROMISE(record->whole || record->cells.isEmpty());
        line = record->line;
        if (record->whole)
            read.append(record->cells);
    }
    FUZZ_PROMISE(!records.next());

    QByteArray written = csvBegin() + csvRow({u"first"_s, u"second"_s});
    for (const QStringList &cells : read)
        written += csvRow(cells);
    CsvRecords again(decodeText(written));
    FUZZ_PROMISE(again.next());
    for (const QStringList &cells : read) {
        const auto record = again.next();
        FUZZ_PROMISE(record && record->whole && record->cells.size() == cells.size());
    }

    ContactCsvReader reader(bytes);
    ContactImport import(u"US"_s);
    while (const auto row = reader.next())
        import.add(*row);
    FUZZ_PROMISE(reader.isUsable() || import.contacts().isEmpty());
    for (const ImportedContact &contact : import.contacts())
        FUZZ_PROMISE(!contact.name.contains(u'\n') && !contact.name.trimmed().isEmpty());
    return 0;
}
