// SPDX-License-Identifier: MIT
#include "ui/people/peopleexport.h"

#include "domain/contacts/vcardwriter.h"
#include "domain/csv.h"

#include <QDateTime>

#include <optional>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr int pageSize = 200;

} // namespace

bool PeopleExport::isCards(const QString &file)
{
    return file.endsWith(".vcf"_L1, Qt::CaseInsensitive);
}

QByteArray PeopleExport::head(const QString &file, const QTimeZone &zone)
{
    if (isCards(file))
        return {};
    return csvBegin() + csvRow({tr("Number"), tr("Name"), tr("Last activity (%1)").arg(QString::fromUtf8(zone.id())), tr("Opted out")});
}

PagedExport::NextPage PeopleExport::pages(PeopleReader &reader, const QString &file, const QTimeZone &zone)
{
    return [&reader, cards = isCards(file), zone, after = std::optional<PersonKey>()]() mutable -> Result<PagedExport::Page> {
        const auto people = reader.people(PeopleFilter::All, after, pageSize);
        if (!people)
            return tl::unexpected(people.error());
        PagedExport::Page page;
        for (const Person &person : *people) {
            after = person.key();
            if (cards && person.number.isNull())
                continue; // a card wants a number
            ++page.rows;
            if (cards) {
                page.bytes += vcardOf(person.name, person.number.e164());
                continue;
            }
            const QDateTime last = QDateTime::fromMSecsSinceEpoch(toUnixMillis(person.lastActivity), zone);
            page.bytes +=
                csvRow({person.address, person.name, person.lastActivity == UtcTime() ? QString() : last.toString(u"yyyy-MM-dd HH:mm:ss"_s),
                        person.optedOut ? tr("yes") : tr("no")});
        }
        page.last = int(people->size()) < pageSize;
        return page;
    };
}

} // namespace textback
