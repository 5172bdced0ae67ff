// SPDX-License-Identifier: MIT
#include "domain/hours/areacodes.h"

#include <QFile>
#include <QHash>

using namespace Qt::StringLiterals;

// A resource of a static library is left out of the program unless somebody names it. The macro declares a function, so it must stand
// outside every namespace.
static void registerAreaCodes()
{
    Q_INIT_RESOURCE(domainareacodes);
}

namespace textback {

namespace {

struct Table {
    QHash<QString, AreaCode> codes;
    QHash<QString, QByteArrayList> zones; ///< by state
};

const Table &table()
{
    static const Table read = [] {
        registerAreaCodes();
        Table result;
        QFile file(u":/textback/areacodes.txt"_s);
        if (!file.open(QIODevice::ReadOnly))
            return result;
        const QByteArrayList lines = file.readAll().split('\n');
        for (const QByteArray &line : lines) {
            const QByteArrayList columns = line.trimmed().split(' ');
            if (columns.size() != 3 || line.startsWith('#'))
                continue;
            AreaCode code;
            if (columns[1] != "-")
                code.states = QString::fromLatin1(columns[1]).split(u',');
            code.zones = columns[2].split(',');
            for (const QString &state : std::as_const(code.states)) {
                QByteArrayList &zones = result.zones[state];
                for (const QByteArray &zone : std::as_const(code.zones)) {
                    if (!zones.contains(zone))
                        zones.append(zone);
                }
            }
            result.codes.insert(QString::fromLatin1(columns[0]), code);
        }
        return result;
    }();
    return read;
}

} // namespace

const AreaCode *areaCodeOf(const PhoneNumber &number)
{
    // +1, three digits of area code, seven more
    const QString &e164 = number.e164();
    return e164.size() == 12 && e164.startsWith("+1"_L1) ? areaCode(e164.mid(2, 3)) : nullptr;
}

const AreaCode *areaCode(const QString &digits)
{
    const auto found = table().codes.constFind(digits);
    return found == table().codes.constEnd() ? nullptr : &*found;
}

QByteArrayList zonesOfState(const QString &state)
{
    return table().zones.value(state);
}

} // namespace textback
