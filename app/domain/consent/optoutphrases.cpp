// SPDX-License-Identifier: MIT
#include "domain/consent/optoutphrases.h"

#include "domain/consent/optoutwords.h"

#include <array>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr Phrase optOut(QLatin1StringView pattern)
{
    return {pattern, int(OptOutPhraseKind::OptOut)};
}

constexpr Phrase certain(QLatin1StringView pattern)
{
    return {pattern, int(OptOutPhraseKind::Certain)};
}

constexpr Phrase doubt(QLatin1StringView pattern)
{
    return {pattern, int(OptOutPhraseKind::Doubt)};
}

constexpr Phrase softens(QLatin1StringView pattern)
{
    return {pattern, int(OptOutPhraseKind::Softens)};
}

constexpr Phrase guard(QLatin1StringView pattern)
{
    return {pattern, int(OptOutPhraseKind::Guard)};
}

constexpr Phrase stopWord(QLatin1StringView pattern)
{
    return {pattern, int(OptOutPhraseKind::StopWord)};
}

constexpr Phrase keyword(QLatin1StringView pattern)
{
    return {pattern, int(OptOutPhraseKind::Keyword)};
}

constexpr auto phrases = std::to_array<Phrase>({
    // "Stop texting me": a word for stopping, then within one clause a word for contact
    optOut("@stop * * @writing"_L1),
    optOut("@stop * * @texts"_L1),
    optOut("@stop wasting my time"_L1),
    optOut("@stop blowing * up|phone"_L1),
    optOut("@end sending"_L1),
    optOut("@stop text|message|contact >"_L1),
    optOut("@stop trying to @write"_L1),
    optOut("@stop from? sending|getting|receiving @me? @junk"_L1),
    optOut("@stop from? sending @me? >"_L1),
    optOut("stoptext~|stopmessag~|stopspam~|donttext~|dontmessage~|leavemealone"_L1),
    optOut("@end my|this? text? @texts"_L1),
    optOut("turn|shut off text? @texts >"_L1),
    optOut("turn|shut off text? @texts for|to|from @me|my|this"_L1),
    optOut("turn|shut @texts off"_L1),
    optOut("how do|can|could i|we @stop|@end * @texts"_L1),
    optOut("@stop from? getting|receiving >"_L1),
    optOut("if|that you stopped @writing"_L1),
    optOut("chill|easy|lay w|with|off * @texts"_L1),
    optOut("cut|knock|give it * with * @texts"_L1),
    optOut("tired|sick|fed|done|over with|up|from|getting? * @texts"_L1),
    certain("@texts need|have|must|should|to? to|please? stop >"_L1),
    optOut("@dont hit|reach|follow @me? up|out"_L1),
    certain("make|want|need|get|how @texts * to? stop"_L1),
    optOut("if you dont|wont|cant @stop @writing"_L1),
    optOut("if you dont|wont|cant @stop >"_L1),
    optOut("why wont|dont|cant you @stop @writing"_L1),
    optOut("if you @write|@written * again|more|time * @lawyer"_L1),
    optOut("@lawyer you * you @write"_L1),
    optOut("@lawyer you|this? if you @write"_L1),
    optOut("@write @me again|more * * @lawyer"_L1),
    optOut("@lawyer if * @texts"_L1),
    optOut("next|one|1|another more? text|message|@texts * * @lawyer"_L1),
    // "Stop" as all that a clause says, or as what was said before
    optOut("< no|yes? stop|stopall|unsubscribe|desist stop|no? you? >"_L1),
    optOut("< will|can|would|could|must|should|need you|to? to? stop|quit >"_L1),
    optOut("@want|ask|asking you to stop|quit >"_L1),
    certain("i|you say|said|told|asked you? to? stop|quit >"_L1),
    optOut("@stop testing @me"_L1),
    optOut("< stop today|tonight|everything|forever|k|haha|here >"_L1),
    certain("dont try|attempt|think|dare to|about? @write|@writing @me"_L1),
    optOut("not allowed|permitted to @write"_L1),
    optOut("@told stop|quit yesterday|already|before|twice"_L1),
    optOut("< you can|need|should|must|better to? stop|quit >"_L1),
    optOut("< stop stop|this|i|im|ive|who|you|we|he|she|wrong|not|its|dont|no|or|me|my|never|because|got|have"_L1),
    optOut("@told * stop|quit @me? * times|twice|more|again >"_L1),
    optOut("@told * stop|quit >"_L1),
    optOut("stop * or * @lawyer"_L1),
    optOut("< quit|discontinue|cease|halt >"_L1),
    optOut("stop >"_L1),
    optOut("part|means stop"_L1),
    optOut("< stop means"_L1),
    optOut("wrong number|person stop|quit|dont|no"_L1),
    optOut("< stop|quit|end|cease it|this|that|them >"_L1),
    optOut("cease and desist"_L1),
    // "Don't text me"
    optOut("@dont|stop call|calling @me? or|and|nor @write|@writing"_L1),
    optOut("@dont @write >"_L1),
    optOut("@dont bother|disturb @me|my|this|anymore|again"_L1),
    optOut("@dont @write or|and call~"_L1),
    optOut("do? @dont|stop call|calling? or|and? @write @me|it|this|here|or|again|anymore|no|more|from|or >?"_L1),
    optOut("do? @dont|stop call|calling? or|and? @write @my @my? @number"_L1),
    optOut("< can|could|would|will|do? you? @dont you|be|keep|dare? @write|@writing >"_L1),
    optOut("do? @dont|stop call|calling? or|and? @write @my @my? @number"_L1),
    optOut("< can|could|would|will|do? you? @dont you|be|keep|dare? @write|@writing @me|it|this|anyone"_L1),
    optOut("< @dont reply|respond to? * or|and @write"_L1),
    optOut("@dont use text|sms|texting|texts"_L1),
    optOut("@dont use this|my @number * @texts"_L1),
    optOut("@dont be|keep|you|want|try|to? send|sending @me? * @texts"_L1),
    optOut("@dont send @me? nothing|anything|this|it|them|more|no"_L1),
    optOut("@dont send @me? >"_L1),
    optOut("@dont send @me? @junk|links anymore|again|no|please? >"_L1),
    optOut("@dont|doesnt @want * text? @texts|@written|@writing|text"_L1),
    optOut("@dont @want * @me? on|in @my? * list|lists"_L1),
    optOut("wont be needing * @texts"_L1),
    optOut("no need for|to send? * @texts"_L1),
    optOut("dont|not|aint|nobody|noone * @texts"_L1),
    optOut("@dont @want to? receive|get >"_L1),
    optOut("no longer @want * @texts|@written|@writing"_L1),
    optOut("@want|@told|prefer|rather|appreciate that? you? not|didnt|dont|no|never|stop * @texts|@written|@writing|@write"_L1),
    optOut("@dont @want|@me? to? hear from"_L1),
    optOut("no need to|for @write * anymore|again"_L1),
    optOut("no more|further|additional text|follow? @texts|ups"_L1),
    optOut("< no text? @texts to|on|at|for|here|this|my"_L1),
    optOut("< no|enough more? text|contact? @texts|contact you? >"_L1),
    optOut("< no texting|contacting|messaging @me|this|my|here"_L1),
    optOut("enough with? text? @texts"_L1),
    optOut("further|unwanted @texts|contact"_L1),
    optOut("cease >"_L1),
    optOut("no more text >"_L1),
    optOut("no longer @write @me"_L1),
    certain("not|no|never|dont|without * consent|permission|authorization to? * @write|@texts"_L1),
    optOut("< no consent|permission|authorization"_L1),
    optOut("revoke|revoking|revoked|withdraw|withdrawing|withdrawn|rescind|take * consent|permission|authorization"_L1),
    optOut("consent|permission|authorization * * revoked|withdrawn"_L1),
    // "Take me off your list"
    optOut("remov~|delet~|unsub~ @me"_L1),
    optOut("removing|deleting|erasing|taking @my @number"_L1),
    optOut("@number is|be|gets @removed"_L1),
    optOut("be|get|got @removed from this|here"_L1),
    optOut("take|get @me off >"_L1),
    optOut("@remove @me off|out|from|de * @list"_L1),
    optOut("@strike @me from|de * @list"_L1),
    optOut("@remove @me off|out|from this|here|it @junk? >"_L1),
    optOut("@remove @me off|out|from whatever|everything"_L1),
    optOut("@removed off|out|from * @list"_L1),
    optOut("< @remove @me off? >"_L1),
    optOut("take|get @me off i|im|we|you|or|and|because|cuz|before"_L1),
    optOut("@strike @me >"_L1),
    optOut("@strike @me from text|message|contact|future|this|here|it"_L1),
    optOut("@strike|lose|forget about|you? have|had|got? @my @my? @number? @number"_L1),
    optOut("take|get|pull|keep|leave @my @my? @number? @number off|out|from"_L1),
    optOut("remove|delete|take|get * # #? #? #? from|off|out"_L1),
    optOut("remove|delete|block # #"_L1),
    optOut("cancel|end|stop my? text? subscription"_L1),
    optOut("want|wanna|need|like to? be? off|out|removed from|this? * @list"_L1),
    optOut("want|wanna|need|like to? be? off|out this >"_L1),
    optOut("off|from text|texting|contact|call|mailing|messaging? list|lists"_L1),
    optOut("get off|from my|our|this phone|number|list|lists"_L1),
    optOut("@me|be removed|deleted|erased|unsubscribed"_L1),
    optOut("be taken|removed? off >"_L1),
    optOut("be off this? @list"_L1),
    optOut("@number * * @strike|lose it"_L1),
    optOut("@dont|stop use|using my @number"_L1),
    optOut("take|get off my|this @number"_L1),
    optOut("get|throw rid|away @my @number"_L1),
    optOut("@my @number removed|deleted|erased"_L1),
    optOut("< delete|remove @number? >"_L1),
    optOut("unsubscribe|optout"_L1),
    optOut("opt|opting|opts|opted @me|this|my|@number? @number? out"_L1),
    optOut("do? dont|not|no contact|call|text|texting or|and? contact|call|text? list|registry"_L1),
    optOut("as|down dont contact|text|call >"_L1),
    optOut("dnc"_L1),
    // Anger
    optOut("leave @me|my|this|@number * alone|be >"_L1),
    optOut("leave @me|@my * alone"_L1),
    optOut("stay|keep out|away|off|from my phone|inbox|cell"_L1),
    optOut("< go away"_L1),
    optOut("< piss|fuck|buzz|back|f off"_L1),
    // "No me manden mensajes"
    optOut("@no que? me|nos|le|les|lo|la? @escriban"_L1),
    optOut("no me|nos text~|message|messages"_L1),
    optOut("no me|nos interesan @mensajes"_L1),
    optOut("hart~|cansad~|canse|aburrid~|bueno|chole|madre con|de tant~? @mensajes"_L1),
    optOut("nada|cero|suficiente|basta con|de? @mensajes"_L1),
    optOut("@no textear|mensajear"_L1),
    optOut("@no sigan|sigas|siga >"_L1),
    optOut("@no @quiero que me|nos|le? sigan|siga|sigas"_L1),
    optOut("no quiero nada de ustedes|usted"_L1),
    optOut("si me|nos siguen|vuelven * @mensajes|@escribiendo|@escribir"_L1),
    optOut("< alto alto"_L1),
    optOut("cancelen|cancele|cancela esto >"_L1),
    optOut("@no molestar|contactar|escribir|mensajear|textear >"_L1),
    optOut("< @no molest~|chingu~|jod~|frieg~ >"_L1),
    optOut("@no que? me|nos|le|les|se? @manden * @mensajes"_L1),
    optOut("@no me|nos|le|les|se? @manden @nada"_L1),
    optOut("@no me|nos|le|les|se? @manden >"_L1),
    optOut("@no me|nos|se? vuelva|vuelvan|vuelvas|siga|sigan|sigas|este|esten|estes|ande|anden * @escribir|@escribiendo|@mensajes"_L1),
    optOut("@no @quiero * @mensajes|@escriban|@manden"_L1),
    optOut("@no @quiero recibir * @mensajes|@nada"_L1),
    optOut("@no recibir * @mensajes"_L1),
    optOut("@dejen de recibir"_L1),
    optOut("@dejen de * @escribir|@escribiendo|@mensajes"_L1),
    optOut(
        "stop|parar|paren|parenle|parele|parale|detengan|detener|detenga|cancelen|cancelar|cancele|basta|eviten|quiten|alto de|a|con? * @mensajes"_L1),
    optOut("stop de? @escribiendo|@escribir"_L1),
    optOut("eviten|evite|evitar|absten~ de? @escribir"_L1),
    optOut("suspend~|desactiv~|anul~|deteng~|cancel~ envio? de? @mensajes"_L1),
    optOut("de no @escribir"_L1),
    optOut("@no es? necesario|falta que? me? @manden|@escriban * @mensajes"_L1),
    optOut("cancel~ mis? @mensajes"_L1),
    optOut("no mas @mensajes"_L1),
    optOut("< no|sin mas? @mensajes mas? >"_L1),
    optOut("< no? alto|parar|paren|pare|basta|cancelar|salir|baja|eliminar|remover|para|detener|parenle|parele|parale no|basta|stop? >"_L1),
    optOut("dije|dicho|digo|dijimos|pedi que? no? @dejen >"_L1),
    optOut("equivocado|equivocada|equivoco * paren|basta|alto|stop"_L1),
    optOut("dejenme|dejeme|dejame|dejenos|dejanos * paz|quieto|quieta|tranquilo|tranquila|tranquilos"_L1),
    optOut("dejen|deje|deja @mi @numero en? paz"_L1),
    optOut("@quiten @mi @numero"_L1),
    optOut("@quiten @numero >"_L1),
    optOut("no use|usen|guarde|guarden @mi @numero"_L1),
    optOut("pierda|pierdan|olvide~ de? @mi @numero"_L1),
    optOut("no|nunca|retiro|revoco doy|di? @mi? consentimiento|permiso"_L1),
    optOut("prohib~ que? me? @escribir|@escriban|@manden"_L1),
    optOut("puse|mande|dije|escribi|conteste stop|alto"_L1),
    optOut("paren|parar|cancelar|cancelen|detengan todo >"_L1),
    optOut("nadie quiere|pidio * @mensajes"_L1),
    optOut("@quitenme >"_L1),
    optOut("@quitenme|quitenlo|quitelo|saquenlo * @lista"_L1),
    certain("no es * * borrelo|borrenlo|quitelo|quitenlo|eliminelo|eliminenlo"_L1),
    optOut("@quitenme de aqui|ahi|esto"_L1),
    optOut("me|nos @quiten de * @lista"_L1),
    optOut("que me|nos @quiten >"_L1),
    optOut("salir|salirme|salgo de esto|aqui|ahi|grupo"_L1),
    optOut("como|para salirme"_L1),
    optOut("como cancelo|paro|detengo|quito|desactivo esto|@mensajes"_L1),
    optOut("< borrenlo|borrelo|borralo >"_L1),
    optOut("me|nos quito|salgo|borro|elimino|saco|sacan|borran|eliminan de * @lista|aqui|esto"_L1),
    optOut("@quiten|salir|saca~|borra~ de * lista"_L1),
    optOut("darme|denme|deme|dame|denos|dar|den|doy|di|date de baja >"_L1),
    optOut("darme|denme|deme|dame|denos|dar|den|doy|date de baja de|mi|este * @lista|@numero"_L1),
    optOut("< quiero baja"_L1),
    optOut("desuscri~|desinscri~|desubscri~"_L1),
    optOut("cancel~|anul~ * suscripcion|subscripcion"_L1),

    // Perhaps
    doubt("wrong number|person|phone|contact"_L1),
    doubt("got|have wrong guy|lady|woman|one >"_L1),
    doubt("@dont @write"_L1),
    doubt("text|bother someone|somebody else"_L1),
    doubt("permission denied"_L1),
    doubt("you cant|cannot @write @me"_L1),
    doubt("< estuvo >"_L1),
    doubt("hartaron|hartos|harto|harta"_L1),
    doubt("instead texting|messaging"_L1),
    doubt("@write @me one|1 more time and"_L1),
    doubt("< no text * call >"_L1),
    doubt("< no text >"_L1),
    doubt("< no text? @texts @time"_L1),
    doubt("no means no"_L1),
    doubt("dont disturb >"_L1),
    doubt("no soliciting|solicitors|solicitation"_L1),
    doubt("get lost"_L1),
    doubt("@dont @want >"_L1),
    doubt("< blocked >"_L1),
    doubt("blocked and reported"_L1),
    doubt("kick rocks"_L1),
    doubt("mind your? own? business"_L1),
    doubt("enough >"_L1),
    doubt("give it rest"_L1),
    doubt("fuck|screw you|u|off"_L1),
    doubt("cut it out"_L1),
    doubt("got|have wrong >"_L1),
    doubt("not my|his|her|their|this? number|phone|name"_L1),
    doubt("not|longer interested anymore|at|yet|for|bye? this? time|moment? >"_L1),
    doubt("@stop call|calling"_L1),
    doubt("@dont call me|us|this|again|anymore"_L1),
    doubt("spam|scam|scammer|scammers|harassment|harassing|tcpa|fcc"_L1),
    doubt("unsolicited|illegal"_L1),
    doubt("report|reporting|reported|block|blocking|blocked you|this|as"_L1),
    doubt("you|youre|number are|is|getting|being|have? getting|been|being? blocked"_L1),
    doubt("why are|is|do|does|am|you * @writing|@texts|text"_L1),
    doubt("never|didnt * sign|signed|subscribe|subscribed|opted|agreed|asked|ask * up|for|to|in"_L1),
    doubt("no need to|for @write >"_L1),
    doubt("who gave * number"_L1),
    doubt("how did|do you? get|got|have * number"_L1),
    doubt("too many @texts"_L1),
    doubt("< enough >"_L1),
    doubt("< no more >"_L1),
    doubt("shut up"_L1),
    doubt("knock it off"_L1),
    doubt("numero|persona|telefono equivocado|equivocada|incorrecto"_L1),
    doubt("equivoco|equivocaron|equivocaste de numero|persona"_L1),
    doubt("no me|nos? interesa|interesan"_L1),
    doubt("no estoy|estamos interesad~"_L1),
    doubt("no me|nos? llame|llamen|llames"_L1),
    doubt("quien les|te|le dio * numero"_L1),
    doubt("dejenme|dejame|dejeme >"_L1),
    doubt("no @quiero nada"_L1),
    doubt("< no mas >"_L1),
    doubt("no pedi|solicite|autorice|autorizo"_L1),
    doubt("voy a bloquear|reportar~"_L1),

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

    // Opt-out words in other texts
    stopWord("stop|quit|parar"_L1),
    keyword("stopall|unsubscribe|cancel|end|revoke|optout|remove|nonstop"_L1),
    keyword("opt out"_L1),
    keyword("non stop"_L1),
    keyword("cancelar"_L1),
});

} // namespace

const PhraseBook &optOutBook()
{
    static const PhraseBook book(phrases, optOutLists(), optOutSpellings());
    return book;
}

} // namespace textback
