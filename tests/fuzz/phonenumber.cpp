// SPDX-License-Identifier: MIT
#include "fuzz/fuzz.h"

#include "domain/phonenumber.h"

using namespace textback;
using namespace Qt::StringLiterals;

namespace {

void checkNumber(const PhoneNumber &number, const QString &region)
{
    FUZZ_PROMISE(PhoneNumber::fromStored(number.e164()) == number);
    FUZZ_PROMISE(number.countryCode() > 0);
    FUZZ_PROMISE(number.lastFour().size() == 4);
    FUZZ_PROMISE(!number.display(region).isEmpty());
    (void)number.kind();
    (void)number.isDomestic(region);
    // What is stored is read as the same number again, wherever the business is.
    for (const QString &anywhere : {region, u"US"_s, u"DE"_s})
        FUZZ_PROMISE(PhoneNumber::parse(number.e164(), anywhere) == number);
    // What is shown, too; in +1, where the people are whom this is for.
    if (number.countryCode() == 1)
        FUZZ_PROMISE(PhoneNumber::parse(number.display(u"US"_s), u"US"_s) == number);
}

} // namespace

// The first byte chooses the home region, the rest is what a provider or a person wrote.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    static const QStringList regions{u"US"_s, u"CA"_s, u"GB"_s, u"DE"_s, u"MX"_s, u"AU"_s, u"IT"_s, u"XX"_s, u""_s};
    const QString &region = regions.at(data[0] % regions.size());
    const QString text = fuzz::textOf(data + 1, size - 1);

    const std::optional<PhoneNumber> number = PhoneNumber::parse(text, region);
    if (number)
        checkNumber(*number, region);
    if (const std::optional<PhoneNumber> stored = PhoneNumber::fromStored(text)) {
        FUZZ_PROMISE(stored->e164() == text);
        (void)stored->display(region);
        (void)stored->isDomestic(region);
        (void)stored->kind();
    }

    const CallerIdentity caller = identifyCaller(text, region);
    FUZZ_PROMISE((caller.kind == CallerKind::Number) == !caller.number.isNull());
    FUZZ_PROMISE(!caller.address.isEmpty()); // every caller has a conversation to be in
    if (caller.kind == CallerKind::Number)
        FUZZ_PROMISE(number == caller.number && caller.address == caller.number.e164());
    // Under its address a party is found again: never two conversations for one, never one for two kinds.
    FUZZ_PROMISE(identifyCaller(caller.address, region) == caller);
    return 0;
}
