// SPDX-License-Identifier: MIT
#include "domain/consent/optoutwords.h"

#include <array>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr auto lists = std::to_array<WordList>({
    // What is passed over
    WordList{
        "filler"_L1,
        "please|kindly|just|ever|even|immediately|now|right|fucking|freaking|effing|damn|damned|stupid|the|a|an|all|any|of|these|those|"
        "your|ok|okay|so|well|um|yeah|yea|hey|hi|hello|thanks|thx|ty|sir|maam|bro|dude|man|guys|folks|people|lol|omg|already|yall|also|"
        "por|favor|porfavor|porfa|gracias|ya|los|las|el|la|sus|tus|su|tu|estos|esos|esas|estas|un|una|oigan|oye|senor|senora|nomas|ahora|"
        "mismo|wey|amigo|plis|bruh|fam|sis|yo|nope|nah|fr|ma|sorry|disculpe|automated|automatic|auto|promotional|marketing|spammy|robo"_L1},
    // Known with one letter wrong, and what only looks like that
    WordList{"near"_L1, "texting|messages|messaging|message|unsubscribe|contact|contacting|remove|delete|discontinue|sending|receive|"
                        "receiving|anymore|number|bothering|bugging|blowing|spamming|harassing|pestering|mensajes|equivocado"_L1},
    WordList{"apart"_L1, "testing|contract|contracts|contacts|contacto|massage|spending|remote|removed|removes|deleted|receiver|"
                         "received|mensaje|equivoco"_L1},
    // English
    WordList{"stop"_L1, "stop|quit|cease|discontinue|halt|desist|refrain|avoid|stopping|quitting"_L1},
    WordList{"end"_L1, "end|cut|kill|cancel|disable|deactivate|discontinue|terminate|suspend|block"_L1},
    WordList{"dont"_L1, "dont|never|not|aint|nobody|noone"_L1},
    WordList{"want"_L1, "want|wants|wanna|wish|like|care|need|needing|consent|agree|authorize|authorized|allowed|permitted|interested"_L1},
    WordList{"write"_L1, "text|message|contact|spam|notify|solicit|hmu"_L1},
    WordList{
        "writing"_L1,
        "texting|messaging|contacting|spamming|harassing|bothering|bugging|pestering|annoying|soliciting|hitting|"
        "reaching|following|communicating|notifying|pinging|buzzing|bombarding|hounding|stalking|nagging|disturbing|advertising|replying|answering|responding"_L1},
    WordList{"written"_L1, "texted|messaged|contacted|bothered|spammed|harassed"_L1},
    WordList{"texts"_L1,
             "texts|messages|msgs|sms|robotexts|spam|notifications|alerts|texting|messaging|communications|communication|reminders|"
             "followups|updates|ads|advertisements|promos|promotions|offers|solicitations|mensajes|textos"_L1},
    WordList{"junk"_L1, "stuff|crap|shit|junk|bs|nonsense|garbage|mess|things|this|that|it|them|anything|nothing"_L1},
    WordList{"me"_L1, "me|us"_L1},
    WordList{"my"_L1, "mi|mis|este|nuestro|my|our|this|his|her|moms|dads|wifes|husbands|mothers|fathers|that"_L1},
    WordList{"number"_L1, "number|phone|cell|cellphone|contact|name|info|information|details|data|line|"
                          "numero|telefono|celular|cel|contacto"_L1},
    WordList{"remove"_L1, "remove|delete|erase|drop|scratch|strike|unlist|exclude|take|get|pull|block|unenroll"_L1},
    WordList{
        "strike"_L1,
        "remove|delete|erase|drop|scratch|strike|unlist|exclude|unenroll|purge|scrub|wipe|dump|scrap|trash|loose|block|blacklist|deregister|unregister"_L1},
    WordList{"removed"_L1, "removed|taken|deleted|erased|dropped|purged|scrubbed|pulled"_L1},
    WordList{
        "list"_L1,
        "list|lists|lista|thing|group|database|system|contacts|texts|messages|records|file|files|phonebook|phone|cell|robot|alerts|thread|chat"_L1},
    WordList{"ours"_L1, // what texts come from, as far as a customer knows
             "list|lists|lista|group|database|system|contacts|texts|text|txts|messages|message|msgs|sms|texting|messaging|contact|mailing|"
             "records|file|files|"
             "phonebook|phone|phones|computer|computers|book|books|directory|rolodex|roster|crm|robot|bot|blast|blasts|alerts|"
             "notifications|reminders|promos|"
             "promotions|ads|offers|updates|communications|communication|replies|reply|machine|campaign|campaigns|spam|thread|chat|crap|"
             "junk|stuff|shit|bs|garbage|"
             "nonsense|whatever"_L1},
    WordList{"hence"_L1, "this|that|it|here|you|yours|whatever|everything"_L1},
    WordList{
        "joins"_L1,
        "and|or|i|im|we|today|stop|no|not|dont|because|since|if|as|before|my|who|why|n|she|he|they|twice|times|yesterday|last"_L1}, // what goes on behind a whole wish
    WordList{"unsubscribe"_L1, "unsubscribe|optout"_L1},
    WordList{"reaching"_L1,
             "sending|sendin|getting|receiving|calling|blowing|blasting|filling|flooding|bombing|clogging|spamming|dialing|ringing|using|"
             "trying|asking|marketing|selling|wasting|testing|hounding"_L1},
    WordList{"ignoring"_L1, "ignoring|ignorin|avoiding|dodging|skipping|missing|ghosting|losing|forgetting|overlooking|leaving|not"_L1},
    WordList{"family"_L1, "family|wife|husband|mom|mother|dad|father|son|daughter|kid|kids|child|children|grandma|grandpa|sister|brother|"
                          "girlfriend|boyfriend|parents|phone|inbox"_L1},
    WordList{"asked"_L1, "ask|asked|told|tell|sign|signed|subscribe|subscribed|request|requested|agreed|agree|wanted|want"_L1},
    WordList{"told"_L1, "told|tell|telling|said|say|saying|asked|ask|asking|typed|texted|replied|wrote|sent|begging"_L1},
    WordList{
        "lawyer"_L1,
        "lawyer|attorney|restraining|fcc|ftc|police|cops|sheriff|court|lawsuit|sue|suing|report|reporting|block|blocking|blocked|legal"_L1},
    WordList{"time"_L1, "before|after|while|until|till|when|during|between"_L1},
    // Español
    WordList{"no"_L1, "no|ni|nunca|jamas"_L1},
    WordList{"escriban"_L1,
             "escriba~|textee~|texte|contacte|contacten|contact|contactes|moleste|molesten|molestes|mensajee~|busque|busquen|"
             "insista|insistan|comunique~|chinguen|chingues|fastidien|jodan|jodas|hostiguen|textie~|mensajie~"_L1},
    WordList{
        "manden"_L1,
        "mande|manden|mandes|envie|envien|envies|mandar|enviar|mandarme|enviarme|mandarnos|lleguen|tiren|tires|tire|mandaran|mandara|enviaran|enviara"_L1},
    WordList{
        "escribir"_L1,
        "escribir|escribirme|escribirnos|escribirle|textear~|textiar~|molestar|molestarme|molestarnos|contactar|contactarme|"
        "mensajear~|mensajiar~|chingar|fregar|joder|fastidiar|comunicar|comunicarse|mandar|mandarme|mandarnos|enviar|enviarme|enviarnos|insistir"_L1},
    WordList{
        "escribiendo"_L1,
        "mandando~|enviando~|escribiendo~|molestando~|texteando~|textiando~|mensajeando~|mensajiando~|contactando~|chingando|jodiendo|fregando"_L1},
    WordList{"mensajes"_L1, "mensajes|mensaje|textos|texto|sms|msjs|notificaciones|texts|messages|mensajitos|spam|"
                            "recordatorios|publicidad|promociones|avisos|anuncios|propaganda"_L1},
    WordList{"abogado"_L1,
             "abogado|abogada|demanda|demando|demandare|demandar|demandarlos|denuncio|denuncia|denunciar|denunciarlos|denunciare|"
             "reporto|reporte|reportar|reportare|reportarlos|policia|bloqueo|bloquear|bloquearlos|corte"_L1},
    WordList{"nada"_L1, "nada|mas|esto|eso|tonterias|cosas"_L1},
    WordList{"dejen"_L1, "deja|dejen|deje|dejar|dejad|para|paren|pare|parar|cesen|cese|basta|alto|stop|detengan|detener|eviten|evite"_L1},
    WordList{
        "quiero"_L1,
        "quiero|queremos|quiere|deseo|deseamos|necesito|pedi|solicite|autorizo|autorice|gustaria|acepto|aceptamos|requiero|requerimos|solicito|pido|pedimos"_L1},
    WordList{
        "quiten"_L1,
        "remove|delete|erase|quita|quite|quiten|quitar|saca|saque|saquen|sacar|borra|borre|borren|borrar|elimina|elimine|eliminen|eliminar|"
        "remueva|remuevan|remover|olvide|olviden|bloquee|bloqueen"_L1},
    WordList{"quitenme"_L1,
             "bajame|bajeme|bajenme|quitarme|quitame|quiteme|quitenme|sacame|saqueme|saquenme|sacarme|borrame|borreme|borrenme|borrarme|"
             "eliminame|elimineme|eliminenme|eliminarme|removerme|remuevame|remuevanme"_L1},
    WordList{"mi"_L1, "mi|mis|este|ese|nuestro"_L1},
    WordList{"numero"_L1, "numero|datos|telefono|celular|cel|contacto|nombre|tel"_L1},
    WordList{"lista"_L1, "lista|list|listas|base|sistema|contactos|registro|registros|mensajes|textos"_L1},
    WordList{"cuando"_L1, "antes|despues|mientras|hasta|cuando|durante|noche|hoy|tarde|todavia|entre|temprano|mejor"_L1},
});

constexpr auto spellings = std::to_array<WordList>({
    WordList{"dont"_L1, "dnt|donr|dony|donot|dontt|doont|dnot"_L1},
    WordList{"please"_L1, "pls|plz|plez|plse|pleas|plees|pleaes|plase"_L1},
    WordList{"you"_L1, "u|ye"_L1},
    WordList{"your"_L1, "ur|yr"_L1},
    WordList{"quit"_L1, "qit|qiut|quitt|qut|quti|qwit"_L1},
    WordList{"stop"_L1, "stp|sto|stoo|sstop|stio|stpo|sotp|stopp|sttop|stap|tsop|st0p|stahp"_L1},
    WordList{"text"_L1, "texr|texy|rext|twxt|tezt|txt|tex|tect|tetx|txet"_L1},
    WordList{"texts"_L1, "txts|texs|texes"_L1},
    WordList{"texting"_L1, "txtn|textn|etxting|txting|textin|txtin|textng|texing|txtng"_L1},
    WordList{"message"_L1, "msg|mesage"_L1},
    WordList{"messages"_L1, "msgs|mesages|massages|mssgs|mssages"_L1},
    WordList{"messaging"_L1, "msging|msgin|messagin|mesaging"_L1},
    WordList{"hitting"_L1, "hittin"_L1},
    WordList{"number"_L1, "num|nbr|numbr"_L1},
    WordList{"remove"_L1, "rmv|remov"_L1},
    WordList{"mensajes"_L1, "msj|msjs|mjs|mensaj|mensages"_L1},
    WordList{"unsubscribe"_L1, "unsub|unsuscribe|unsubcribe|unsubscrib|unsubscribed|unsubscribing|unsuscribirme|unsuscrib"_L1},
    WordList{"quiero"_L1, "kiero|qiero|kero"_L1},
    WordList{"more"_L1, "mor|moar"_L1},
    WordList{"from"_L1, "frm"_L1},
    WordList{"que"_L1, "q|k|ke"_L1},
    WordList{"por"_L1, "x"_L1},
    WordList{"de"_L1, "d"_L1},
});

} // namespace

std::span<const WordList> optOutLists()
{
    return lists;
}

std::span<const WordList> optOutSpellings()
{
    return spellings;
}

} // namespace textback
