// SPDX-License-Identifier: MIT
#include "simulator/cast.h"

#include "domain/phonenumber.h"

#include <algorithm>

namespace textback {

using namespace Qt::StringLiterals;

const std::vector<CastMember> &cast()
{
    static const std::vector<CastMember> members{
        {u"+13135550142"_s,
         u"Maria Garcia"_s,
         {u"Hi, my car died on Michigan Ave at 14th St. It's a blue 2015 Honda Civic."_s, u"Great, how long will it take?"_s,
          u"OK, I'll wait inside the gas station. Thank you!"_s},
         TextFate::Delivered,
         false,
         true},
        {u"+13135550117"_s,
         u"James Carter"_s,
         {u"Flat tire, no spare. Ford F-150 in the Kroger lot on Warren Ave."_s, u"Sounds good. What do you charge for that?"_s,
          u"Fine, come on over."_s},
         TextFate::Delivered,
         false},
        {u"+13135550155"_s,
         u"Rosa Hernández"_s,
         {u"Hola, se me ponchó una llanta en la I-94 cerca de la salida 211. Es un Nissan Sentra blanco."_s,
          u"Estoy en el acotamiento con las luces puestas. ¿Cuánto tardan?"_s, u"Muchas gracias, los espero."_s},
         TextFate::Delivered,
         false},
        {u"+13135550123"_s, u"Kevin Walsh"_s, {u"STOP"_s}, TextFate::Delivered, false},
        {u"+13135550168"_s, u"Corktown Diner (landline)"_s, {}, TextFate::Landline, false},
        {withheldCaller, u"Withheld number"_s, {}, TextFate::Delivered, false},
        {u"+13135550131"_s,
         u"Aisha Johnson"_s,
         {u"Locked my keys in the car 😩 Belle Isle, by the aquarium. Can you come?"_s, u"Let me call you real quick"_s},
         TextFate::Delivered,
         true},
        {u"+13135550176"_s,
         u"Luis Ortega"_s,
         {u"Buenas tardes, necesito una grúa de Livernois y 8 Mile a Dearborn."_s, u"Es una Chevy Silverado 2012. ¿Qué precio tiene?"_s,
          u"Perfecto, aquí estoy."_s},
         TextFate::Delivered,
         false},
        {u"+13135550109"_s, u"Denise Brown"_s, {}, TextFate::Delivered, false, false, true},
        {u"+13135550184"_s, u"Tom Kowalski (phone is off)"_s, {}, TextFate::PhoneOff, false},
        {u"+13135550190"_s,
         u"Priya Patel"_s,
         {u"Need a jump start please. Wayne State, parking structure 2, level 3. The gate is 7 feet high so a big truck won't fit, "
          u"you'd need the small one. It's a gray Toyota Corolla and I'm standing next to it."_s,
          u"Perfect, see you soon"_s},
         TextFate::Delivered,
         false},
    };
    return members;
}

const CastMember *castMember(const QString &number)
{
    const auto found = std::find_if(cast().begin(), cast().end(), [&number](const CastMember &member) { return member.number == number; });
    return found == cast().end() ? nullptr : &*found;
}

QString callerLabel(const QString &number)
{
    const CastMember *member = castMember(number);
    if (number == withheldCaller)
        return member ? member->name : number;
    const std::optional<PhoneNumber> parsed = PhoneNumber::parse(number);
    const QString display = parsed ? parsed->display() : number;
    return member ? member->name + u' ' + display : display;
}

} // namespace textback
