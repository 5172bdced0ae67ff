// SPDX-License-Identifier: MIT
#include "domain/urgencyphrases.h"

#include <array>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr auto lists = std::to_array<WordList>({
    WordList{"filler"_L1, "please|the|a|an|any|all|of|very|really|just|now|right|my|our|your|his|her|its|im|i|there|theres|omg|so|some|"
                          "por|favor|el|la|los|las|un|una|mi|mis|su|nuestro|nuestra|muy|mucho|mucha|ya|me|se|lo|le"_L1},
    WordList{"near"_L1, "emergency|urgent|urgente|emergencia|flooding|monoxide|accident|accidente|inundando|incendio"_L1},
    WordList{"apart"_L1, "floating|urgency|accidents|monoxido"_L1},
    // English
    WordList{"being"_L1,
             "baby|babies|child|children|kid|kids|toddler|infant|newborn|son|daughter|grandson|granddaughter|dog|dogs|puppy|cat|"
             "pet|pets|grandma|grandmother|grandpa|mom|mother|dad|father|wife|husband|someone|somebody|people|herself|himself"_L1},
    WordList{"road"_L1, "highway|freeway|interstate|expressway|turnpike|fwy|hwy|i1~|i2~|i3~|i4~|i5~|i6~|i7~|i8~|i9~|94|75|96|696|tracks|"
                        "overpass|ramp|bridge"_L1},
    WordList{"stuck"_L1, "stuck|stranded|broke|broken|died|stalled|quit|sitting|disabled|stopped|trapped"_L1},
    WordList{"lost"_L1, "no|without|out|lost"_L1},
    WordList{"heat"_L1, "heat|heater|furnace|boiler|power|electricity|ac|air|cooling"_L1},
    WordList{"weak"_L1,
             "baby|babies|newborn|infant|toddler|elderly|grandma|grandmother|grandpa|grandfather|oxygen|dialysis|pregnant|disabled|"
             "kids|children|wheelchair"_L1},
    WordList{"sparking"_L1, "spark|sparks|sparking|sparked|arcing"_L1},
    WordList{"shower"_L1, "everywhere|pouring|gushing|spraying|shooting|rising|rushing"_L1},
    // Español
    WordList{"nino"_L1, "bebe|nino|nina|ninos|hijo|hija|perro|perrito|gato|mascota|abuela|abuelo|mama|papa|alguien"_L1},
    WordList{"encerrado"_L1, "encerrado|encerrada|encerrados|encerre|atrapado|atrapada|atorado|atorada"_L1},
    WordList{"varado"_L1, "varado|varada|varados|tirado|tirada|botado|botada|parado|parada|quedado|atorado|atorada|quede|sola|solo"_L1},
    WordList{"carretera"_L1, "autopista|carretera|freeway|highway|expreso|interestatal|94|75|96|696|puente|via|vias"_L1},
});

constexpr auto spellings = std::to_array<WordList>({
    WordList{"emergency"_L1, "emergancy|emergecy|emergeny|emrgency|911"_L1},
    WordList{"urgent"_L1, "urgently|urgnt"_L1},
});

constexpr Phrase of(UrgencyPhraseKind kind, QLatin1StringView pattern)
{
    return {pattern, int(kind)};
}

constexpr Phrase danger(QLatin1StringView pattern)
{
    return of(UrgencyPhraseKind::Danger, pattern);
}

constexpr Phrase guard(QLatin1StringView pattern)
{
    return of(UrgencyPhraseKind::Guard, pattern);
}

constexpr auto phrases = std::to_array<Phrase>({
    of(UrgencyPhraseKind::Keyword, "urgent|emergency|urgente|emergencia"_L1),
    guard("not|isnt|no|non|nothing|wasnt * urgent|emergency"_L1),
    guard("urgent care"_L1),
    guard("emergency brake|brakes|light|lights|exit|room|number|contact|rate|rates|fee|fees|charge|shutoff|kit|calls"_L1),
    guard("do you do|offer|have|charge * emergency"_L1),
    guard("rate|rates|fee|much|cost|price|charge * emergency"_L1),
    guard("no|ni|sin * urgente|emergencia"_L1),
    guard("luz|luces|freno|salida|numero|tarifa de emergencia"_L1),

    // Gas
    danger("gas leak|leaks|leaking|smell"_L1),
    danger("gas is leaking"_L1),
    danger("leaking gas"_L1),
    danger("leak in|on gas"_L1),
    danger("smell|smells|smelling|smelled like? * gas"_L1),
    danger("carbon monoxide"_L1),
    danger("co detector|alarm * going|went|goes|beeping|sounding"_L1),
    danger("fuga|escape|olor de|a? gas"_L1),
    danger("huele a? * gas|quemado|humo"_L1),
    danger("saliendo|sale gas"_L1),
    danger("monoxido"_L1),
    guard("gas station|tank|cap|bill|grill"_L1),
    guard("install|installed|installing|replace|new|buy|sell|need|price * monoxide|monoxido"_L1),
    guard("monoxide detector|detectors|alarm|alarms install|installed|installation|price|quote|battery|chirping|replacement"_L1),
    guard("detector|detectores de? monoxido"_L1),
    // Fire
    danger("fire"_L1),
    danger("flames"_L1),
    danger("smoke coming|pouring|billowing|everywhere|in|from|under|filling"_L1),
    danger("see|seeing|smell|smells|smelling|with|is|are smoke"_L1),
    danger("outlet|panel|breaker|engine|hood|motor|furnace|switch|wire|car|truck|dryer|unit is? smoking"_L1),
    danger("@sparking"_L1),
    danger("burning|burnt|electrical smell"_L1),
    danger("smell|smells|smelling * burning|burnt"_L1),
    danger("got|getting|was shocked|electrocuted"_L1),
    danger("wire|wires|line|lines * down|ground"_L1),
    danger("live|downed|hanging wire|wires|line"_L1),
    danger("exploded|explosion"_L1),
    danger("fuego|incendio|llamas"_L1),
    danger("quemando|quema"_L1),
    danger("sale|saliendo|echando|hay|lleno de? humo"_L1),
    danger("humo"_L1),
    danger("chispa|chispas|chispeando|cortocircuito"_L1),
    danger("olor a? quemado|humo"_L1),
    guard("fire department|dept|pit|pits|place|places|alarm|extinguisher|marshal|station|truck|hydrant|inspection|code|wood|door|damper|"
          "insurance|damage|rated|sprinkler|escape|table|up"_L1),
    guard("wont|doesnt|didnt|not|no fire"_L1),
    guard("smoke|fire detector|detectors|alarm|alarms|shop|free|test"_L1),
    guard("quit|no|not smoking"_L1),
    guard("spark plug|plugs"_L1),
    guard("wood burning"_L1),
    guard("detector|detectores|alarma de humo"_L1),
    guard("bujia|bujias * chispa"_L1),
    guard("false alarm"_L1),
    // Water
    danger("flooding|flooded|flood"_L1),
    danger("water * @shower"_L1),
    danger("water coming through"_L1),
    danger("filling|filled up? with water|smoke"_L1),
    danger("pipe|pipes|line * burst|busted|bursted|exploded"_L1),
    danger("burst|busted pipe|pipes|line"_L1),
    danger("ceiling|roof * falling|fell|caving|caved|collapsed|collapsing"_L1),
    danger("sewage|sewer * everywhere|coming|rising"_L1),
    danger("inunda~|inundo"_L1),
    danger("agua en|por? todos|todas lados|partes"_L1),
    danger("revento|reventaron|exploto"_L1),
    danger("rompio|rompieron tubo|tuberia|pipa"_L1),
    danger("techo * cayendo|cae|cayo|callendo"_L1),
    guard("flood light|lights|insurance|zone|plain"_L1),
    guard("no|not|never flood|flooding|flooded"_L1),
    guard("flooded once"_L1),
    // People and animals
    danger("@being * locked|stuck|trapped in|inside"_L1),
    danger("@being|keys and? * @being in * car"_L1),
    danger("@being in hot? car|truck|vehicle"_L1),
    danger("locked * @being in|inside|by|and"_L1),
    danger("locked out in|with snow|cold|freezing|rain|baby|kids|no"_L1),
    danger("trapped"_L1),
    danger("stuck in elevator"_L1),
    danger("fallen|fell and? cant"_L1),
    danger("injured|bleeding|unconscious|ambulance"_L1),
    danger("someone|somebody|wife|husband|she|he|we|am|is|are|got|badly is? hurt"_L1),
    danger("cant breathe"_L1),
    danger("chest pain|pains"_L1),
    danger("trying to break|get in"_L1),
    danger("being|getting followed"_L1),
    danger("tree * on house|car|roof|wires"_L1),
    danger("@nino * @encerrado"_L1),
    danger("@encerrado * @nino"_L1),
    danger("@nino adentro|dentro"_L1),
    danger("atrapado|atrapada|atrapados"_L1),
    danger("herido|herida|heridos|sangrando|sangra|inconsciente|ambulancia|lastimado"_L1),
    guard("dog|dogs|cat|cats * locked|in * back|bedroom|crate|kennel|garage|yard"_L1),
    guard("perro|perros|gato * patio|cuarto|jaula"_L1),
    guard("lock * dog|dogs|cat"_L1),
    guard("no|nobody one? was|is|got? hurt|injured"_L1),
    guard("trapped|trap squirrel|mouse|raccoon|rat|bird|animal"_L1),
    guard("squirrel|mouse|raccoon|rat|bird|animal|possum trapped|stuck"_L1),
    guard("keys|llaves * encerradas|adentro"_L1),
    // On the road
    danger("@stuck * on|in|at|by * @road"_L1),
    danger("stranded"_L1),
    danger("on|in side|shoulder|middle|lane * road|@road|street"_L1),
    danger("on shoulder"_L1),
    danger("on train? tracks"_L1),
    danger("alone|scared|afraid * dark|night|road|street|@road"_L1),
    danger("accident|crash|crashed|rollover|collision"_L1),
    danger("rolled over"_L1),
    danger("@varado * en * @carretera"_L1),
    danger("varado|varada"_L1),
    danger("accidente|choque|chocaron|volque|volco"_L1),
    danger("sola|solo|miedo * noche|oscura|oscuro|carretera|calle"_L1),
    guard("by accident"_L1),
    guard("fue un? accidente"_L1),
    guard("accident report|claim|repair|repairs|estimate|forgiveness"_L1),
    guard("dog|cat|puppy|kitty had? accident"_L1),
    guard("accident on carpet|rug|floor"_L1),
    guard("crash course"_L1),

    // Cold, and who suffers from it
    of(UrgencyPhraseKind::Cold, "@lost @heat"_L1),
    of(UrgencyPhraseKind::Cold, "@heat is|went|are? out|dead|off|down|broke"_L1),
    of(UrgencyPhraseKind::Cold, "no|sin hay|tengo|tenemos|sirve|prende? calefaccion|luz|calenton|electricidad|aire"_L1),
    of(UrgencyPhraseKind::Vulnerable, "@weak"_L1),
    of(UrgencyPhraseKind::Vulnerable, "mom|mother|dad|father * on|is oxygen|sick|80|85|90|old"_L1),
    of(UrgencyPhraseKind::Vulnerable, "bebe|ninos|abuela|abuelo|anciana|anciano|oxigeno|embarazada|recien"_L1),
    of(UrgencyPhraseKind::Vulnerable, "de 70|75|80|85|90 anos"_L1),

    // Long ago
    of(UrgencyPhraseKind::Past, "last year|month|week|summer|winter|spring|fall"_L1),
    of(UrgencyPhraseKind::Past, "years|months|weeks ago"_L1),
    of(UrgencyPhraseKind::Past, "mes|ano|semana pasado|pasada"_L1),
    of(UrgencyPhraseKind::Past, "hace ano|anos|meses|semanas|tiempo"_L1),
    of(UrgencyPhraseKind::Past, "insurance|estimate|cotizacion * accident|accidents|accidente"_L1),
});

} // namespace

const PhraseBook &urgencyBook()
{
    static const PhraseBook book(phrases, lists, spellings);
    return book;
}

} // namespace textback
