// SPDX-License-Identifier: MIT
#include "domain/consent/optoutguards.h"

#include "domain/consent/optoutphrases.h"

#include <array>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr Phrase softens(QLatin1StringView pattern)
{
    return {pattern, int(OptOutPhraseKind::Softens)};
}

constexpr Phrase quiets(QLatin1StringView pattern)
{
    return {pattern, int(OptOutPhraseKind::Quiets)};
}

constexpr Phrase guard(QLatin1StringView pattern)
{
    return {pattern, int(OptOutPhraseKind::Guard)};
}

constexpr Phrase denies(QLatin1StringView pattern)
{
    return {pattern, int(OptOutPhraseKind::Denial)};
}

constexpr auto phrases = std::to_array<Phrase>({
    // Not wholly
    softens("instead|mejor"_L1),
    softens("prefer call~"_L1),
    softens("< no text * call"_L1),
    softens("@write|@me call >"_L1),
    softens("< call me|us|him|her|my"_L1),
    softens("@write|@writing|@me|@texts at work|night"_L1),
    softens("< call >"_L1),
    softens("call only"_L1),
    softens("@write|@writing|@me|@texts * @time"_L1),
    softens("@escriban|@manden|@mensajes * @cuando"_L1),
    softens("llama|llameme|llamenme|llamame"_L1),
    softens("< llame|llamen"_L1),
    // Whoever wants something of us is asked before he is silenced
    softens("send|get|bring somebody|someone|him|tech|technician|truck|driver|guy|tow|crew|plumber|mechanic|locksmith"_L1),
    softens("and|then send|bring|come|answer|hurry|fix|finish|pick"_L1),
    softens("and|then get|come over|here|somebody|someone|him"_L1),
    softens("and give|get @me"_L1),
    softens("get|give|need|want @me? person|human|agent|manager|operator"_L1),
    softens("talk|speak to|with person|human|real|manager|owner|someone|somebody"_L1),
    softens("hablar con"_L1),
    softens("@write|send @me time|price|eta|address|quote|when|once|earliest|total|cost|location|code"_L1),
    softens("you|u can text|message|call @me"_L1),
    softens("and put @me|my !do|dont|dnc|not|no"_L1),
    softens("when|where is|are|will|can|yall|you * coming|come|arrive|arriving|here|ready|fixed|show"_L1),
    softens("when|where is|are he|she|my|driver|tech|truck|guy|tow"_L1),
    softens("wheres|where * driver|tech|truck|guy|tow"_L1),
    softens("what|whats price|eta|rate|cost|total|time"_L1),
    softens("how much !longer|more|clearer|do|times|stop|pay"_L1),
    softens("still|im|ive|been waiting !off|stop|end|unsubscribe|remove|removed|take|taken|delete|deleted"_L1),
    softens("still need|want !to|off|out|stop|you|no|yall"_L1),
    softens("i|we|but need * tow|quote|estimate|plumber|mechanic|locksmith|appointment|help|someone|somebody"_L1),
    softens("answer|pick up? my|phone|call|calls"_L1),
    softens("found it|keys|key"_L1),
    softens("passed|missed it|@me|my|house|street|turn|exit|driveway"_L1),
    softens("go back|around"_L1),
    softens("turn around"_L1),
    softens("< wrong house|driveway|street|turn|way|door|unit|address|exit|side|car >"_L1),
    softens("can|could|would|will you? call|ring @me"_L1),
    softens("cuando|hora|donde vienen|viene|llega|llegan|vendran|estan|esta"_L1),
    softens("cuando|hora pueden|puede !dejar|parar|quitar~|borrar~|eliminar~|sacar~"_L1),
    softens("how soon|long|far !until|till|before|do|stop"_L1),
    softens("cuanto|cuantos cobran|cobra|cuesta|sale|seria|es|vale"_L1),
    softens("mande~|envie~ tecnico|grua|alguien|chofer|muchacho|plomero"_L1),
    softens("todavia|aun|si quiero|necesito|ocupo !que|no|quiten~|salir~"_L1),
    softens("necesito mi|carro|grua|tecnico|plomero|ayuda|cita"_L1),
    softens("sigo esperando"_L1),
    // ... or complains that nobody answers him
    softens(
        "why|how wont|arent|dont|didnt|hasnt|havent|isnt|is|come you|yall|anyone|anybody|nobody|noone * answer~|repl~|respond~|return~|call~ >"_L1),
    softens(
        "why|how wont|arent|dont|didnt|hasnt|havent|isnt|is|come you|yall|anyone|anybody|nobody|noone * answer~|repl~|respond~|return~|call~ !stop~|unsub~|remov~|off"_L1),
    softens(
        "you|nobody|noone|anyone is|has|will|can|never|ever|dont|didnt|havent|hasnt|arent|wont|stopped? answer~|repl~|respond~|return~ >"_L1),
    softens(
        "you|nobody|noone|anyone is|has|will|can|never|ever|dont|didnt|havent|hasnt|arent|wont|stopped? answer~|repl~|respond~|return~ !stop~|unsub~|remov~|off|when"_L1),
    softens("no|nadie|nunca me|nos|le|ni? han|ha? contest~|respond~|regres~|devuelv~"_L1),
    // ... or wants the texts
    softens("stop|quit|unsubscribe|optout|out|alto|baja|parar|cancelar by|on mistake|accident"_L1),
    softens("stop|quit|unsubscribe|optout|out|alto|baja|parar|cancelar error|equivocacion|accidente|accidentally"_L1),
    softens("stop|quit|unsubscribe|optout|out|alto|baja|parar|cancelar sin querer"_L1),
    softens("accidentally|accidently|mistakenly|accident|mistake|error|equivocacion * stop|unsubscribe|optout|out|alto|baja|parar >"_L1),
    softens(
        "toddler|kid|kids|baby|son|daughter|dog|cat|nino|nina|hijo|hija|bebe|nieto|nieta @told|typed|hit|pressed|pushed|mando|puso|escribio|apreto|pico|envio stop|unsubscribe|alto|baja"_L1),
    softens("< ignore|disregard that|it|last|my|stop|this|previous|text|message"_L1),
    softens("sign|put|add|opt @me back|in"_L1),
    softens("back on list"_L1),
    softens("get|be|go back on >"_L1),
    softens("husband|wife|mom|dad|mother|father|esposo|esposa hit|pressed|pushed|clicked|apreto|pico stop|unsubscribe|alto|baja"_L1),
    softens(
        "i|we|si|still|do want|need|like|love|quiero|queremos !no|stop|stopped|end|to|off|out|less|that|your|you|my|de|que|not|yall|quit * @texts"_L1),
    softens("i|we love|like * @texts"_L1),
    softens("@texts are|is helpful|great|nice|good|fine|appreciated|useful|ok"_L1),
    softens("i|we|to want|like|to keep|stay|continue"_L1),
    softens("< keep sending|them|us"_L1),
    softens("< keep @me !off|out|from|away"_L1),
    softens("can|could|please|to|and keep sending"_L1),
    softens("< que? sigan|siga|sigue mandan~|envian~|escrib~"_L1),
    // ... or to be texted otherwise
    softens("@dont|@stop * pictures|pics|photos|videos|spanish|english|facebook|whatsapp|fotos >"_L1),
    softens("@dont|@stop * pictures|pics|photos|videos|spanish|english|facebook|whatsapp|fotos !@texts|@mensajes|@write"_L1),
    softens("no me|nos? @manden|@escriban * fotos|videos|audios"_L1),
    softens("no me|nos? @manden|@escriban|@mensajes * en ingles|espanol"_L1),
    softens("@write|@writing|@escriban|@escribiendo|@manden * old|other|otro|previous number|phone|cell|numero|cel"_L1),
    softens("< use this|my|other|new number|phone|one|cell|instead"_L1),
    softens("and use this|my|other|new number|phone|one|cell|instead"_L1),
    softens("< text|message @me !again|and|one|1|more|anymore|another|no|nothing|once|ever"_L1),
    softens("< text|message @me >"_L1),
    softens("escribanme|escribame|mandenme|mandeme|mandame|contactenme"_L1),

    // Not by its sound alone. "Stop rescheduling me": with a verb that no wording knows the whole may sound like an opt-out and is as often a complaint
    quiets(
        "stop|quit !@writing|@written|@write|@texts|@reaching|contact|everything|anything|nothing|something|thing|morning|evening ~ing"_L1),
    quiets("dont|never|not @strike|@remove"_L1),
    quiets("@remove|@strike @me off|from !@ours|@hence|stop|dont|never ~"_L1),
    quiets("salir|salgo de !@lista|@mensajes|aqui|ahi|esto|eso|grupo|todo ~"_L1),
    quiets("de alta"_L1),
    quiets("que lo|le|la? moleste con|otra|a|tan|por"_L1),
    quiets("@strike|@remove my !@number|@family|digits ~ from|off|out"_L1),
    quiets("@quiten|@quitenme * de|del !@lista|@mensajes|aqui|ahi|esto|eso|todo|todas|@numero"_L1),
    quiets("@remove|@strike @me|@my|@number as"_L1),
    quiets("borraron|perdieron|eliminaron|olvido mi|me|mis"_L1),
    quiets("@unsubscribe * from|off|de !@ours|service"_L1),
    quiets("baja de|del|a|en? !@mensajes|@lista|@numero|aqui|ahi|esto|eso|no|porque|estoy|soy"_L1),
    quiets("dejen|deje|dejan|paren|pare de !@escribir|@mensajes|recibir|@escribiendo"_L1),

    // Something else
    guard("dont|never|didnt|doesnt|wont|cant|couldnt|wouldnt|not|did|i|they @stop"_L1),
    guard("for not @writing"_L1),
    guard("start|starts|resume|restart * @writing|@texts|text"_L1),
    guard("not @writing back"_L1),
    guard("no quiero molestar~"_L1),
    guard("did|didnt|when you|they|he @stop"_L1),
    guard("bus|truck|rest|pit|next|last|first|second|third|final|only|quick|one|way|my|non|without stop"_L1),
    guard("says stop >"_L1),
    guard("to|not stop >"_L1),
    guard("it|wont|doesnt|cant|does|did|didnt|keeps|bus to|fully|completely|really|seem|8? stop >"_L1),
    guard("make|let|get|bus * stop >"_L1),
    guard("stop by|in|over|at|off"_L1),
    guard("i|we|he|she|they|you|if|why dont|never|not @write"_L1),
    guard("if you dont|wont @write"_L1),
    guard("@dont forget|hesitate|worry|wait|mind|see|get|got|have|receive|received|know|think|read|check|sure|understand|open"_L1),
    guard("dont have text|texting|texts|messages >"_L1),
    guard(
        "@dont|didnt|havent getting|seeing|receiving|get|got|gotten|see|seen|receive|received|read|check|checked|answer|miss|ignore|ignoring"_L1),
    guard("dont|never|not @want to? miss|bother"_L1),
    guard("dont|not unsubscribe|opt|remove|delete"_L1),
    guard("got|get|getting|have|had|received|are|were|there|see no more? @texts"_L1),
    guard("out my|warranty|insurance|plan|service|maintenance|coverage|contract"_L1),
    guard("off|from|on waiting|schedule|calendar|appointment|tomorrow|cancellation"_L1),
    guard("no recibi|puedo|pude|tengo|tiene|hay|veo|vi|llego|llegan|llegaron|he|ha|han|era|es|se"_L1),
    guard("no se moleste|molesten"_L1),
    guard("no dejen|deje|dejes|paren|pare|pares"_L1),
    guard("wont|dont leave"_L1),
    guard("unsubscribe from * plan|membership|newsletter|warranty|insurance"_L1),
    guard("gave|give|sent|typed|entered|put * wrong number"_L1),
    guard("wrong person to"_L1),
    guard("spam filter|folder"_L1),
    guard("lista de? espera"_L1),
    // The opt-out denied
    denies("dont|never|not to? @strike|@remove|lose|forget @me|@my"_L1),
    denies("dont|never|not to? @strike|@remove @me|@my * list|lists"_L1),
    denies(
        "dont|never|not|didnt want|wanna|need|like|mean|meant|trying|going|gonna to? be|get|have|you? to? stop|quit|end|@strike|take|@removed|unsubscribe|optout|opt|opted|lose"_L1),
    denies(
        "never|didnt|not say|said|tell|told|text|texted|type|typed|send|sent|hit|press|mean|replied|reply you|to? to? stop|unsubscribe|quit|optout|alto|baja"_L1),
    denies("no|nunca me|nos|le|lo @quiten|@quitenme|borra~|saca~"_L1),
    denies("no|nunca @quiten|@quitenme mi|mis"_L1),
    denies("no @quiero|quise|quisiera|queria|voy|pienso|quiso que? me|nos? a? darme|@quiten|@quitenme|salir|salirme"_L1),
    denies("no @quiero|quise|quisiera|queria|quiso poner|mandar|cancelar stop|alto|baja|mensajes"_L1),
    // Asked or told about
    denies(
        "did|do|does|didnt|have|havent|think|guess|maybe|if|must|might|probably you|they|he|she|i|we|yall|somebody|someone|have|of? have|just? lose|lost|delete|deleted|erase|erased|forget|forgot|block|blocked|remove|removed @me|@my"_L1),
    denies("you|yall must|might|probably|may have? @strike|lose|lost|delete|deleted|erased|forgot @me|@my"_L1),
    denies("am|is|are|was i|we|it|he|car|truck|my off|from * list|lists"_L1),
    guard("if i|we reply|text|send|say|type|hit|write|answer stop|unsubscribe"_L1),
    guard("does|what|do|will|would|happens|which stop|unsubscribe work|mean|do|cancel|promos"_L1),
    guard("what does * stop"_L1),
    guard("why|did|does|has|how nobody|noone"_L1),
    denies("< tell driver|him|her|tech|guy to? stop|quit"_L1),
    guard("you|u stop texting|messaging|writing after|when|once"_L1),
    denies("when|how will|does|do|is|can * stop >"_L1),
    denies("@stop|@end charging|billing"_L1),
    denies("@stop !@writing|@written|@write|@reaching|contact|everything|anything|nothing|something|thing|morning|evening ~ing"_L1),
    denies("tired|sick|done waiting|calling|checking|asking|looking"_L1),
    denies("dont|never|not see|read|get|answer|hear|receive|check|open my|our * @texts"_L1),
    denies(
        "@remove @me off|out|from !text|texts|message|messages|texting|contact|contacts|mailing|mail|messaging|call|calling|sms|customer|client|email|phone|spam|robot|bot|this|that|my|our|whatever|distribution|subscription|dang|dumb|bs|shit|little|whole|entire|or|and ~ list|lists"_L1),
    denies("did|was|were|got|has my|i|we|@number * @removed|deleted|erased|removed|blocked"_L1),
    // Of something else
    denies("opt|opting|opts|opted out from|off|de? !@ours|@hence|from|off|de|@joins"_L1),
    denies("@me|@number|name off|from|out !@ours|@hence|@joins"_L1),
    denies(
        "list|lists|lista for|of|to|para|de !@texts|@mensajes|texting|numbers|people|customers|contacts|clientes|contactos|envio|envios|difusion|correo|publicidad"_L1),
    denies("subscription|suscripcion|subscripcion to|for|of|de|del !@ours|@mensajes"_L1),
    denies("@quiten|@quitenme * de|del !@lista|@mensajes|aqui|ahi|esto|eso|todo|todas|@numero"_L1),
    guard("no contact delivery|dropoff|drop|pickup|service"_L1),
    guard("go away for|on|to|next"_L1),
    denies("no se|me|nos? olvid~"_L1),
    guard("not gonna|going lie"_L1),
    guard("drop|dropping @my @number off"_L1),
    denies("@stop|@end * @ignoring my|our|@me|calls|@texts"_L1),
    denies("@dejen de ignorar~|evitar|hacer~|dejar~|perder|borrar"_L1),
});

} // namespace

std::span<const Phrase> optOutGuards()
{
    return phrases;
}

} // namespace textback
