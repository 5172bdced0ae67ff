// SPDX-License-Identifier: MIT
#include "fuzz/fuzz.h"

#include "domain/contacts/contactimport.h"
#include "domain/contacts/vcardreader.h"
#include "domain/contacts/vcardwriter.h"

using namespace textback;
using namespace Qt::StringLiterals;

// Any bytes are read to their end, in rows that stand in the order of their lines and hold no more than they may. Whatever name and number came out is
// read again as it was written.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    VCardReader reader(fuzz::bytesOf(data, size));
    ContactImport import(u"US"_s);
    int line = 0;
    size_t rows = 0;
    while (const auto row = reader.next()) {
        FUZZ_PROMISE(row->line > line);
        FUZZ_PROMISE(row->numbers.size() <= VCardReader::mostNumbers);
        FUZZ_PROMISE(row->readable || row->numbers.isEmpty());
        line = row->line;
        FUZZ_PROMISE(++rows <= size);
        import.add(*row);
    }
    FUZZ_PROMISE(!reader.next());
    for (const ImportedContact &contact : import.contacts()) {
        FUZZ_PROMISE(!contact.name.isEmpty() && contact.name.size() <= ContactImport::longestName);
        FUZZ_PROMISE(!contact.number.isNull());
        VCardReader again(vcardOf(contact.name, contact.number.e164()));
        const auto row = again.next();
        // What is no valid text (half a character) becomes U+FFFD on its way.
        FUZZ_PROMISE(row && row->name == QString::fromUtf8(contact.name.toUtf8()).simplified());
        FUZZ_PROMISE(row->numbers == QStringList{contact.number.e164()});
    }
    return 0;
}
