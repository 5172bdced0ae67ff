<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_US" sourcelanguage="en">
<context>
    <name>ProviderField</name>
    <message>
        <source>Account SID</source>
        <translation>SID de la cuenta</translation>
    </message>
    <message>
        <source>API key SID</source>
        <translation>SID de la clave de API</translation>
    </message>
    <message>
        <source>Auth token</source>
        <translation>Token de autenticación</translation>
    </message>
    <message>
        <source>API key secret</source>
        <translation>Secreto de la clave de API</translation>
    </message>
</context>
<context>
    <name>textback::AboutSection</name>
    <message>
        <source>About</source>
        <translation>Información</translation>
    </message>
    <message>
        <source>First call</source>
        <translation>Primera llamada</translation>
    </message>
    <message>
        <source>%1 (%2 missed)</source>
        <extracomment>How many calls, and how many of them were missed.</extracomment>
        <translation>%1 (%2 perdidas)</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Llamadas</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Consentimiento</translation>
    </message>
    <message>
        <source>Wants no texts</source>
        <translation>No quiere mensajes</translation>
    </message>
    <message>
        <source>Automatic text</source>
        <translation>Mensaje automático</translation>
    </message>
    <message>
        <source>Last one</source>
        <extracomment>Below &quot;Automatic text&quot;: when the newest one was sent.</extracomment>
        <translation>Último</translation>
    </message>
    <message>
        <source>Next one</source>
        <extracomment>Below &quot;Automatic text&quot;: when the next one may be sent.</extracomment>
        <translation>Próximo</translation>
    </message>
</context>
<context>
    <name>textback::AccountWords</name>
    <message>
        <source>Trying again now.</source>
        <translation>Reintentando ahora.</translation>
    </message>
    <message>
        <source>Trying again in %1 s.</source>
        <translation>Reintento en %1 s.</translation>
    </message>
    <message>
        <source>Trying again in %1 min.</source>
        <translation>Reintento en %1 min.</translation>
    </message>
    <message>
        <source>Not connected yet. Enter the sign-in data below.</source>
        <translation>Aún sin conexión. Escriba abajo los datos de acceso.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>Connected.</source>
        <translation>Conectado.</translation>
    </message>
    <message>
        <source>Connected. Last check %1 s ago.</source>
        <translation>Conectado. Última revisión hace %1 s.</translation>
    </message>
    <message>
        <source>Connected. Last check %1 min ago.</source>
        <translation>Conectado. Última revisión hace %1 min.</translation>
    </message>
    <message>
        <source>The provider cannot be reached. Missed calls will be handled when the internet is back.</source>
        <translation>No se puede contactar al proveedor. Las llamadas perdidas se atenderán cuando vuelva internet.</translation>
    </message>
    <message>
        <source>The provider has trouble and does not answer properly.</source>
        <translation>El proveedor tiene problemas y no responde bien.</translation>
    </message>
    <message>
        <source>The provider asks us to slow down.</source>
        <translation>El proveedor pide ir más despacio.</translation>
    </message>
    <message>
        <source>The provider does not accept this sign-in. Texts are on hold: check the account and enter the token again.</source>
        <translation>El proveedor no acepta estos datos de acceso. Los mensajes esperan: revise la cuenta y escriba el token otra vez.</translation>
    </message>
    <message>
        <source>The provider refuses: “%1” Nothing is texted until that is settled with the provider.</source>
        <translation>El proveedor lo rechaza: «%1» No se envía nada hasta resolverlo con el proveedor.</translation>
    </message>
    <message>
        <source>The provider refuses. Nothing is texted until that is settled with the provider.</source>
        <translation>El proveedor lo rechaza. No se envía nada hasta resolverlo con el proveedor.</translation>
    </message>
    <message>
        <source>This computer&apos;s keychain is locked. Unlock it, and Textback goes on by itself; you need not sign in again.</source>
        <translation>El llavero de este equipo está bloqueado. Desbloquéelo y Textback seguirá por sí solo; no hace falta iniciar sesión otra vez.</translation>
    </message>
    <message>
        <source>The database cannot be written; the disk may be full. Nothing is texted, so that nothing is sent twice.</source>
        <translation>No se puede escribir en la base de datos; quizá el disco está lleno. No se envía nada, para no enviar dos veces.</translation>
    </message>
    <message>
        <source>No keychain was found on this computer, so the sign-in data cannot be kept. Install and start one (GNOME Keyring, KWallet or KeePassXC), or give the data by environment variables.</source>
        <translation>No se encontró un llavero en este equipo, así que los datos de acceso no se pueden guardar. Instale e inicie uno (GNOME Keyring, KWallet o KeePassXC) o dé los datos con variables de entorno.</translation>
    </message>
    <message>
        <source>Access to this computer&apos;s keychain was denied. Save again and allow it when you are asked.</source>
        <translation>Se negó el acceso al llavero de este equipo. Guarde otra vez y permítalo cuando se le pregunte.</translation>
    </message>
    <message>
        <source>This computer&apos;s keychain did not answer as it should. Start it again (or sign out of this computer and in again), then save once more.</source>
        <translation>El llavero de este equipo no respondió como debía. Reinícielo (o cierre la sesión del equipo y vuelva a entrar) y guarde otra vez.</translation>
    </message>
    <message>
        <source>%1: the provider&apos;s own call flow may already text back. Switch that off, or callers get two texts.</source>
        <translation>%1: el flujo de llamadas del proveedor quizá ya responde con un mensaje. Desactívelo o quien llama recibirá dos.</translation>
    </message>
    <message>
        <source>%1 cannot send texts.</source>
        <translation>%1 no puede enviar mensajes.</translation>
    </message>
    <message>
        <source>This is a trial account: the provider texts only numbers that you verified there.</source>
        <translation>Es una cuenta de prueba: el proveedor solo envía mensajes a números que usted verificó allí.</translation>
    </message>
</context>
<context>
    <name>textback::AlertStrip</name>
    <message>
        <source>I take it</source>
        <translation>Yo me encargo</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Urgente</translation>
    </message>
    <message>
        <source>Ends the alert: you take care of this customer.</source>
        <translation>Termina la alerta: usted se encarga de este cliente.</translation>
    </message>
</context>
<context>
    <name>textback::AwayDialog</name>
    <message>
        <source>While you were away</source>
        <translation>Mientras no estaba</translation>
    </message>
    <message>
        <source>No missed calls are left without a text.</source>
        <translation>No queda ninguna llamada perdida sin mensaje.</translation>
    </message>
    <message>
        <source>These callers got no text. Call them back.</source>
        <translation>Estas personas no recibieron ningún mensaje. Devuélvales la llamada.</translation>
    </message>
    <message>
        <source>Missed calls without a text</source>
        <translation>Llamadas perdidas sin mensaje</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Quien llamó</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Open conversation</source>
        <translation>Abrir conversación</translation>
    </message>
</context>
<context>
    <name>textback::BackupSection</name>
    <message>
        <source>Backups</source>
        <translation>Copias de seguridad</translation>
    </message>
    <message>
        <source>A backup is made every day and kept on this PC: seven days, and four weeks.</source>
        <translation>Cada día se hace una copia de seguridad y se guarda en este PC: siete días y cuatro semanas.</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Restaurar…</translation>
    </message>
    <message>
        <source>None yet: the first one is made within a minute of the start.</source>
        <translation>Aún no hay ninguna: la primera se hace en el primer minuto tras el arranque.</translation>
    </message>
    <message>
        <source>Go back to</source>
        <translation>Volver a</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>time and size of a backup</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Textback</source>
        <translation>Textback</translation>
    </message>
    <message>
        <source>Go back to the backup of %1?</source>
        <translation>¿Volver a la copia de seguridad del %1?</translation>
    </message>
    <message>
        <source>What was written down since then is set aside, not deleted; opt-outs stay. Nothing is texted until the messages since then are read from your phone provider. The window closes for a moment.</source>
        <translation>Lo anotado desde entonces se aparta, no se borra; las bajas se conservan. No se envía nada hasta que se lean los mensajes desde entonces de su proveedor de telefonía. La ventana se cierra un momento.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>textback::BannerList</name>
    <message>
        <source>Watching only: missed calls are shown, nothing is texted.</source>
        <translation>Solo observando: las llamadas perdidas se muestran y no se envía nada.</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>Activar</translation>
    </message>
    <message>
        <source>Automatic texts are off. Missed calls are only shown.</source>
        <translation>Los mensajes automáticos están desactivados. Las llamadas perdidas solo se muestran.</translation>
    </message>
    <message>
        <source>an unknown time</source>
        <translation>un momento desconocido</translation>
    </message>
    <message>
        <source>A backup is in use. Nothing is texted until the messages since %1 are read from your phone provider.</source>
        <translation>Se usa una copia de seguridad. No se envía nada hasta leer los mensajes de su proveedor desde %1.</translation>
    </message>
    <message>
        <source>Send from here</source>
        <translation>Enviar desde aquí</translation>
    </message>
    <message>
        <source>This PC begins to send in %1. Switch the other one to “only show” now.</source>
        <translation>Este equipo empieza a enviar en %1. Ponga ahora el otro en «solo mostrar».</translation>
    </message>
    <message>
        <source>This PC&apos;s clock looks %1 wrong. Shown times and business hours may be off; set it in the system&apos;s settings.</source>
        <translation>El reloj de este equipo parece estar mal por %1. Las horas mostradas y el horario pueden fallar; ajústelo en el sistema.</translation>
    </message>
    <message>
        <source>The database was damaged. The backup of %1 is in use; the damaged file was kept.</source>
        <translation>La base de datos estaba dañada. Se usa la copia de %1; el archivo dañado se guardó.</translation>
    </message>
    <message>
        <source>A caller was texted by someone else, too. Switch off your provider&apos;s auto-reply or the other PC&apos;s texts to avoid two texts.</source>
        <translation>Alguien más también escribió a quien llamó. Desactive la respuesta automática de su proveedor o los mensajes del otro equipo para evitar dos mensajes.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message numerus="yes">
        <source>While you were away: this PC slept from %1 to %2. %n missed call(s) were not texted, too late.</source>
        <translation>
            <numerusform>Mientras no estaba: este equipo durmió de %1 a %2. %n llamada perdida quedó sin mensaje, ya era tarde.</numerusform>
            <numerusform>Mientras no estaba: este equipo durmió de %1 a %2. %n llamadas perdidas quedaron sin mensaje, ya era tarde.</numerusform>
        </translation>
    </message>
    <message>
        <source>No backup could be made since %1. Free space on the disk.</source>
        <translation>No se pudo hacer una copia de seguridad desde %1. Libere espacio en el disco.</translation>
    </message>
    <message>
        <source>No backup could be made yet. Free space on the disk.</source>
        <translation>Aún no se pudo hacer una copia de seguridad. Libere espacio en el disco.</translation>
    </message>
    <message>
        <source>Textback ended unexpectedly several times. Calls are shown, but nothing is texted until you say to go on.</source>
        <translation>Textback se cerró inesperadamente varias veces. Las llamadas se muestran, pero no se envía ningún mensaje hasta que usted diga que continúe.</translation>
    </message>
    <message>
        <source>Text again</source>
        <translation>Volver a enviar</translation>
    </message>
    <message>
        <source>The database was damaged. The backup of %1 is in use; the damaged file was kept. Opt-outs that were noted by hand since then may be missing: note them again.</source>
        <translation>La base de datos estaba dañada. Se usa la copia de seguridad del %1; el archivo dañado se conservó. Pueden faltar bajas anotadas a mano desde entonces: anótelas de nuevo.</translation>
    </message>
    <message>
        <source>Another PC sends the texts, this one only shows them. If Textback runs on no other PC, send from here.</source>
        <translation>Otra PC envía los mensajes; esta solo los muestra. Si Textback no funciona en ninguna otra PC, envíe desde aquí.</translation>
    </message>
    <message numerus="yes">
        <source>Carriers filtered %n of your texts within a day. A plain text goes in their place; look at your own words and links, and at your registration for business texting.</source>
        <translation>
            <numerusform>Las operadoras filtraron %n de sus mensajes en un día. En su lugar sale un texto sencillo; revise sus propias palabras y enlaces, y su registro para mensajes comerciales.</numerusform>
            <numerusform>Las operadoras filtraron %n de sus mensajes en un día. En su lugar sale un texto sencillo; revise sus propias palabras y enlaces, y su registro para mensajes comerciales.</numerusform>
        </translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>The texts of this month&apos;s plan are used up. More will cost extra.</source>
        <translation>Los mensajes del plan de este mes se han agotado. Los siguientes costarán más.</translation>
    </message>
    <message>
        <source>Four fifths of this month&apos;s texts are used.</source>
        <translation>Ya se usaron cuatro quintas partes de los mensajes de este mes.</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Qué hacer</translation>
    </message>
    <message>
        <source>Automatic texts are paused.</source>
        <translation>Los mensajes automáticos están en pausa.</translation>
    </message>
    <message>
        <source>Automatic texts are paused until %1.</source>
        <translation>Los mensajes automáticos están en pausa hasta %1.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
</context>
<context>
    <name>textback::BusinessSection</name>
    <message>
        <source>Towing</source>
        <translation>Grúas</translation>
    </message>
    <message>
        <source>Roadside assistance</source>
        <translation>Auxilio vial</translation>
    </message>
    <message>
        <source>Heating and cooling</source>
        <translation>Calefacción y aire acondicionado</translation>
    </message>
    <message>
        <source>Plumbing</source>
        <translation>Plomería</translation>
    </message>
    <message>
        <source>Locksmith</source>
        <translation>Cerrajería</translation>
    </message>
    <message>
        <source>Junk car buying</source>
        <translation>Compra de autos chatarra</translation>
    </message>
    <message>
        <source>Electrical</source>
        <translation>Electricidad</translation>
    </message>
    <message>
        <source>Garage doors</source>
        <translation>Puertas de garaje</translation>
    </message>
    <message>
        <source>Appliance repair</source>
        <translation>Reparación de electrodomésticos</translation>
    </message>
    <message>
        <source>Another trade</source>
        <translation>Otro oficio</translation>
    </message>
    <message>
        <source>Business</source>
        <translation>Negocio</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>As your customers know it. It stands in every automatic text.</source>
        <translation>Como lo conocen sus clientes. Aparece en cada mensaje automático.</translation>
    </message>
    <message>
        <source>Trade</source>
        <translation>Oficio</translation>
    </message>
    <message>
        <source>Chooses the standard text.</source>
        <translation>Elige el texto estándar.</translation>
    </message>
    <message>
        <source>As this computer</source>
        <translation>Como este equipo</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona horaria</translation>
    </message>
    <message>
        <source>Times are shown in it.</source>
        <translation>Las horas se muestran en ella.</translation>
    </message>
    <message>
        <source>Booking link</source>
        <translation>Enlace de reservas</translation>
    </message>
    <message>
        <source>Where customers book online. It goes into a text in place of {link}. May stay empty.</source>
        <translation>Donde los clientes reservan en línea. Reemplaza a {link} en el mensaje. Puede quedar vacío.</translation>
    </message>
</context>
<context>
    <name>textback::CallWords</name>
    <message>
        <source>talked %1</source>
        <translation>hablaron %1</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>sin respuesta</translation>
    </message>
    <message>
        <source>rang %1</source>
        <translation>sonó %1</translation>
    </message>
    <message>
        <source>Texted in %1</source>
        <translation>Mensaje en %1</translation>
    </message>
    <message>
        <source>Waits: %1</source>
        <translation>En espera: %1</translation>
    </message>
    <message>
        <source>Not texted: %1</source>
        <translation>Sin mensaje: %1</translation>
    </message>
    <message>
        <source>Text not confirmed yet</source>
        <translation>Mensaje aún sin confirmar</translation>
    </message>
    <message>
        <source>You are calling</source>
        <translation>Usted está llamando</translation>
    </message>
    <message>
        <source>You called</source>
        <translation>Usted llamó</translation>
    </message>
    <message>
        <source>Calling now</source>
        <translation>Llamando ahora</translation>
    </message>
    <message>
        <source>Missed call with voicemail</source>
        <translation>Llamada perdida con mensaje de voz</translation>
    </message>
    <message>
        <source>Missed call</source>
        <translation>Llamada perdida</translation>
    </message>
    <message>
        <source>Answered call</source>
        <translation>Llamada atendida</translation>
    </message>
    <message>
        <source>Call, hung up early</source>
        <translation>Llamada, colgó pronto</translation>
    </message>
    <message>
        <source>Blocked call</source>
        <translation>Llamada bloqueada</translation>
    </message>
    <message>
        <source>Call that failed</source>
        <translation>Llamada fallida</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Llamada</translation>
    </message>
    <message>
        <source>line was busy</source>
        <translation>línea ocupada</translation>
    </message>
    <message>
        <source>no voicemail</source>
        <translation>sin mensaje de voz</translation>
    </message>
    <message>
        <source>voicemail of %1</source>
        <translation>mensaje de voz de %1</translation>
    </message>
    <message>
        <source>voicemail left</source>
        <translation>dejó un mensaje de voz</translation>
    </message>
    <message>
        <source>Automatic text sent %1 after the call ended</source>
        <translation>Mensaje automático enviado %1 después de la llamada</translation>
    </message>
    <message>
        <source>No text sent: %1</source>
        <translation>No se envió mensaje: %1</translation>
    </message>
</context>
<context>
    <name>textback::CallsPage</name>
    <message>
        <source>Calls</source>
        <translation>Llamadas</translation>
    </message>
    <message>
        <source>All calls</source>
        <translation>Todas las llamadas</translation>
    </message>
    <message>
        <source>Exporting… %L1 rows so far.</source>
        <translation>Exportando… %L1 filas hasta ahora.</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) are in %1. They hold your callers&apos; numbers: keep them safe.</source>
        <translation>
            <numerusform>%n llamada está en %1. Contiene el número de quien le llamó: guárdela bien.</numerusform>
            <numerusform>%n llamadas están en %1. Contienen los números de quienes le llamaron: guárdelas bien.</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Perdidas</translation>
    </message>
    <message>
        <source>Texted</source>
        <translation>Con mensaje</translation>
    </message>
    <message>
        <source>Not texted</source>
        <translation>Sin mensaje</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Contestadas</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>Salientes</translation>
    </message>
    <message>
        <source>No such call</source>
        <translation>Ninguna llamada así</translation>
    </message>
    <message>
        <source>No call fits this choice.</source>
        <translation>Ninguna llamada corresponde a esta selección.</translation>
    </message>
    <message>
        <source>Show all calls</source>
        <translation>Ver todas las llamadas</translation>
    </message>
    <message>
        <source>No calls yet</source>
        <translation>Aún no hay llamadas</translation>
    </message>
    <message>
        <source>Every call to and from your numbers is listed here.</source>
        <translation>Aquí aparecen todas las llamadas de sus números y hacia ellos.</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Comprobar ahora</translation>
    </message>
    <message>
        <source>Where to put the calls</source>
        <translation>Dónde guardar las llamadas</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Tabla (CSV)</translation>
    </message>
    <message>
        <source>Time (%1)</source>
        <translation>Hora (%1)</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>Su número</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Llamada</translation>
    </message>
    <message>
        <source>Rang (s)</source>
        <translation>Sonó (s)</translation>
    </message>
    <message>
        <source>Talked (s)</source>
        <translation>Conversación (s)</translation>
    </message>
    <message>
        <source>Automatic text</source>
        <translation>Mensaje automático</translation>
    </message>
    <message>
        <source>Sent after (s)</source>
        <translation>Enviado a los (s)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
</context>
<context>
    <name>textback::Composer</name>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Write a text message</source>
        <translation>Escriba un mensaje</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>Enviar (Entrar)</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too long for a text</source>
        <translation>
            <numerusform>%n carácter de más para un mensaje</numerusform>
            <numerusform>%n caracteres de más para un mensaje</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s)</source>
        <translation>
            <numerusform>%n mensaje</numerusform>
            <numerusform>%n mensajes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” costs %n more text(s). Use a plain one</source>
        <translation>
            <numerusform>«%1» cuesta %n mensaje más. Use uno simple</numerusform>
            <numerusform>«%1» cuesta %n mensajes más. Use uno simple</numerusform>
        </translation>
    </message>
    <message>
        <source>/ Replies</source>
        <translation>/ Respuestas</translation>
    </message>
    <message>
        <source>Saved replies</source>
        <translation>Respuestas guardadas</translation>
    </message>
    <message>
        <source>Saved replies (type /)</source>
        <translation>Respuestas guardadas (escriba /)</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Emojis</translation>
    </message>
    <message>
        <source>What Enter does</source>
        <translation>Qué hace Entrar</translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter begins a new line</source>
        <translation>Entrar envía, Mayús+Entrar empieza otra línea</translation>
    </message>
    <message>
        <source>Ctrl+Enter sends, Enter begins a new line</source>
        <translation>Ctrl+Entrar envía, Entrar empieza otra línea</translation>
    </message>
    <message>
        <source>Enter to send</source>
        <translation>Entrar para enviar</translation>
    </message>
    <message>
        <source>Ctrl+Enter to send</source>
        <translation>Ctrl+Entrar para enviar</translation>
    </message>
    <message>
        <source>Choose what Enter does</source>
        <translation>Elegir qué hace Entrar</translation>
    </message>
    <message>
        <source>Send (Ctrl+Enter)</source>
        <translation>Enviar (Ctrl+Entrar)</translation>
    </message>
    <message numerus="yes">
        <source>Paste %n character(s)?</source>
        <translation>
            <numerusform>¿Pegar %n carácter?</numerusform>
            <numerusform>¿Pegar %n caracteres?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>As text messages that would be %n.</source>
        <translation>
            <numerusform>Como mensaje de texto sería %n.</numerusform>
            <numerusform>Como mensajes de texto serían %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Pegar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Send it with %1 in it?</source>
        <translation>¿Enviarlo con %1 dentro?</translation>
    </message>
    <message>
        <source>The words in braces are still to be filled in: your customer would read them as they are.</source>
        <translation>Faltan por completar las palabras entre llaves: su cliente las leería tal cual.</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Enviar igualmente</translation>
    </message>
    <message>
        <source>%1 / %2 · %3</source>
        <extracomment>46 / 160 · 1 text</extracomment>
        <translation>%1 / %2 · %3</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Llamar</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Escribir una nota</translation>
    </message>
    <message>
        <source>Write a note that only you see (Ctrl+Shift+N)</source>
        <translation>Escribir una nota que solo usted ve (Ctrl+Mayús+N)</translation>
    </message>
</context>
<context>
    <name>textback::ConnectionMark</name>
    <message>
        <source>Connection: %1</source>
        <translation>Conexión: %1</translation>
    </message>
</context>
<context>
    <name>textback::ConnectionWords</name>
    <message>
        <source>Connected.</source>
        <translation>Conectado.</translation>
    </message>
    <message>
        <source>%1 Next try in %2.</source>
        <comment>%1 is a whole sentence</comment>
        <translation>%1 Reintento en %2.</translation>
    </message>
    <message>
        <source>%1 Trying again now.</source>
        <translation>%1 Reintentando ahora.</translation>
    </message>
    <message>
        <source>No phone provider is set up yet, so no calls are watched.</source>
        <translation>Aún no hay un proveedor configurado, así que no se vigilan llamadas.</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Configurar</translation>
    </message>
    <message>
        <source>No internet. Missed calls will be handled when it is back.</source>
        <translation>Sin internet. Las llamadas perdidas se atenderán al volver.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Probar ahora</translation>
    </message>
    <message>
        <source>Your phone provider has trouble. Missed calls will be handled when it is back.</source>
        <translation>Su proveedor tiene problemas. Las llamadas perdidas se atenderán cuando vuelva.</translation>
    </message>
    <message>
        <source>The provider asks us to slow down. Going on in %1.</source>
        <translation>El proveedor pide ir más despacio. Seguimos en %1.</translation>
    </message>
    <message>
        <source>The provider asks us to slow down. Going on shortly.</source>
        <translation>El proveedor pide ir más despacio. Seguimos en un momento.</translation>
    </message>
    <message>
        <source>Your phone provider needs you to sign in again. Texts are on hold.</source>
        <translation>Su proveedor pide iniciar sesión otra vez. Los mensajes esperan.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Your provider refused to send. Nothing is being texted. Look at the account there.</source>
        <translation>Su proveedor rechazó el envío. No se envía nada. Revise la cuenta allí.</translation>
    </message>
    <message>
        <source>Your provider refused to send: “%1” Nothing is being texted.</source>
        <translation>Su proveedor rechazó el envío: «%1» No se envía nada.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Waiting for your computer&apos;s keychain to be unlocked. Texts are on hold.</source>
        <translation>Esperando a que se desbloquee el llavero del equipo. Los mensajes esperan.</translation>
    </message>
    <message>
        <source>The database cannot be written. Nothing is texted, so that nothing is sent twice. Free space on the disk.</source>
        <translation>No se puede escribir en la base de datos. No se envía nada, para no enviar dos veces. Libere espacio en el disco.</translation>
    </message>
    <message>
        <source>Not set up</source>
        <translation>Sin configurar</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Conectando</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Conectado</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Sin internet</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Sin respuesta</translation>
    </message>
    <message>
        <source>Slowed</source>
        <translation>Más lento</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Sin sesión</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rechazado</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>Llavero</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disco</translation>
    </message>
    <message>
        <source>Connecting to your phone provider.</source>
        <translation>Conectando con su proveedor.</translation>
    </message>
    <message>
        <source>Connected. Last check %1 ago.</source>
        <translation>Conectado. Última revisión hace %1.</translation>
    </message>
    <message>
        <source>Another program holds the database. Nothing is texted, so that nothing is sent twice. Close that program (a backup or antivirus tool, perhaps).</source>
        <translation>Otro programa retiene la base de datos. No se envía nada, para que nada se envíe dos veces. Cierre ese programa (quizá sea uno de copias de seguridad o un antivirus).</translation>
    </message>
    <message>
        <source>The database may not be written. Nothing is texted, so that nothing is sent twice. Give your user the right to write the data folder.</source>
        <translation>No hay permiso para escribir en la base de datos. No se envía nada, para que nada se envíe dos veces. Dé a su usuario permiso para escribir en la carpeta de datos.</translation>
    </message>
    <message>
        <source>The database is damaged. Nothing is texted. Start Textback again: the newest backup takes its place.</source>
        <translation>La base de datos está dañada. No se envía nada. Vuelva a iniciar Textback: la copia de seguridad más reciente ocupará su lugar.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>%1 Texts are on hold.</source>
        <comment>%1 is what is wrong with the keychain, whole sentences</comment>
        <translation>%1 Los mensajes esperan.</translation>
    </message>
    <message>
        <source>Open provider</source>
        <translation>Abrir proveedor</translation>
    </message>
    <message>
        <source>Clock wrong</source>
        <translation>Reloj mal</translation>
    </message>
    <message>
        <source>Not secure</source>
        <translation>No segura</translation>
    </message>
</context>
<context>
    <name>textback::ConsentDialog</name>
    <message>
        <source>No more texts</source>
        <translation>No más mensajes</translation>
    </message>
    <message>
        <source>Texts again</source>
        <translation>Mensajes de nuevo</translation>
    </message>
    <message>
        <source>%1 gets no texts any more, neither automatic ones nor yours, until they say otherwise. Texts that wait are dropped.</source>
        <translation>%1 ya no recibe mensajes, ni automáticos ni suyos, hasta que diga otra cosa. Los mensajes en espera se descartan.</translation>
    </message>
    <message>
        <source>Only if %1 asked for texts. If they once wrote STOP, your phone provider may refuse texts until they write START.</source>
        <translation>Solo si %1 pidió mensajes. Si alguna vez escribió STOP, su proveedor puede rechazarlos hasta que escriba START.</translation>
    </message>
    <message>
        <source>How did they say it?</source>
        <translation>¿Cómo lo dijo?</translation>
    </message>
    <message>
        <source>When?</source>
        <translation>¿Cuándo?</translation>
    </message>
    <message>
        <source>Their words (may be left empty)</source>
        <translation>Sus palabras (puede quedar vacío)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Allow texts</source>
        <translation>Permitir mensajes</translation>
    </message>
    <message>
        <source>Write how they said it: it is kept as the proof.</source>
        <translation>Escriba cómo lo dijo: se guarda como prueba.</translation>
    </message>
</context>
<context>
    <name>textback::ConsentWords</name>
    <message>
        <source>By phone</source>
        <translation>Por teléfono</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>En persona</translation>
    </message>
    <message>
        <source>By letter or e-mail</source>
        <translation>Por carta o correo electrónico</translation>
    </message>
    <message>
        <source>Another way</source>
        <translation>De otra forma</translation>
    </message>
    <message>
        <source>Wants no texts (%1)</source>
        <translation>No quiere mensajes (%1)</translation>
    </message>
    <message>
        <source>Wants texts (%1)</source>
        <translation>Quiere mensajes (%1)</translation>
    </message>
    <message>
        <source>They wrote: “%1”</source>
        <translation>Escribió: «%1»</translation>
    </message>
    <message>
        <source>Your phone provider said so (%1).</source>
        <translation>Su proveedor lo dijo (%1).</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1: &quot;By phone&quot;, %2: a date</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Noted: %1</source>
        <translation>Anotado: %1</translation>
    </message>
    <message>
        <source>Noted by hand: %1</source>
        <translation>Anotado a mano: %1</translation>
    </message>
</context>
<context>
    <name>textback::ContactFile</name>
    <message>
        <source>%1 cannot be opened. Choose another file.</source>
        <translation>No se puede abrir %1. Elija otro archivo.</translation>
    </message>
    <message>
        <source>%1 is larger than 20 MB. Export the contacts without pictures, or in several files.</source>
        <translation>%1 ocupa más de 20 MB. Exporte los contactos sin imágenes o en varios archivos.</translation>
    </message>
    <message>
        <source>%1 has no column of phone numbers. Export your contacts as vCard (.vcf), or as CSV for Google or Outlook.</source>
        <translation>%1 no tiene ninguna columna de números de teléfono. Exporte sus contactos como vCard (.vcf) o como CSV para Google u Outlook.</translation>
    </message>
    <message>
        <source>The database is busy. Try the import again later.</source>
        <translation>La base de datos está ocupada. Vuelva a intentar la importación más tarde.</translation>
    </message>
</context>
<context>
    <name>textback::ContactHeader</name>
    <message>
        <source>Back to the list</source>
        <translation>Volver a la lista</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Llamar</translation>
    </message>
    <message>
        <source>Contact panel (Ctrl+I)</source>
        <translation>Panel del contacto (Ctrl+I)</translation>
    </message>
    <message>
        <source>Text messages</source>
        <translation>Mensajes de texto</translation>
    </message>
    <message>
        <source>%1 · text messages</source>
        <translation>%1 · mensajes de texto</translation>
    </message>
</context>
<context>
    <name>textback::ContactPanel</name>
    <message>
        <source>Call</source>
        <translation>Llamar</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>Copiar número</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Close the contact panel</source>
        <translation>Cerrar el panel del contacto</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Cerrar (Esc)</translation>
    </message>
    <message>
        <source>Two people. You will not be asked again.</source>
        <translation>Son dos personas. No se le volverá a preguntar.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>textback::ConversationDelegate</name>
    <message>
        <source>Draft:</source>
        <translation>Borrador:</translation>
    </message>
</context>
<context>
    <name>textback::ConversationPane</name>
    <message>
        <source>Needs reply</source>
        <translation>Responder</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Sin leer</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Bandeja</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Search people and messages</source>
        <translation>Buscar personas y mensajes</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversaciones</translation>
    </message>
    <message>
        <source>Nothing for “%1”.</source>
        <translation>Nada para «%1».</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Borrar búsqueda</translation>
    </message>
    <message>
        <source>No calls yet</source>
        <translation>Aún no hay llamadas</translation>
    </message>
    <message>
        <source>When someone calls and you miss it, they appear here.</source>
        <translation>Cuando alguien llama y no se contesta, aparece aquí.</translation>
    </message>
    <message>
        <source>All caught up</source>
        <translation>Todo al día</translation>
    </message>
    <message>
        <source>Nobody is waiting for an answer.</source>
        <translation>Nadie espera una respuesta.</translation>
    </message>
    <message>
        <source>Show all conversations</source>
        <translation>Mostrar todas las conversaciones</translation>
    </message>
    <message>
        <source>Nothing unread</source>
        <translation>Nada sin leer</translation>
    </message>
    <message>
        <source>You have seen everything that came in.</source>
        <translation>Ya vio todo lo que llegó.</translation>
    </message>
    <message>
        <source>Search the list (Ctrl+Shift+F); everything: Ctrl+K</source>
        <translation>Buscar en la lista (Ctrl+Mayús+F); en todo: Ctrl+K</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Pospuestas</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Nothing snoozed</source>
        <translation>Nada pospuesto</translation>
    </message>
    <message>
        <source>A conversation that you snooze waits here until its time comes.</source>
        <translation>Una conversación que pospone espera aquí hasta que llega su hora.</translation>
    </message>
    <message>
        <source>Nothing done yet</source>
        <translation>Nada hecho todavía</translation>
    </message>
    <message>
        <source>A conversation that you mark as done is kept here.</source>
        <translation>Las conversaciones que marca como hechas se guardan aquí.</translation>
    </message>
</context>
<context>
    <name>textback::ConversationWords</name>
    <message>
        <source>Withheld number</source>
        <translation>Número privado</translation>
    </message>
    <message>
        <source>Unknown caller</source>
        <translation>Persona desconocida</translation>
    </message>
    <message>
        <source>Text not confirmed</source>
        <translation>Mensaje sin confirmar</translation>
    </message>
    <message>
        <source>Missed call · text failed</source>
        <translation>Perdida · el mensaje falló</translation>
    </message>
    <message>
        <source>Missed call · not texted: %1</source>
        <translation>Perdida · sin mensaje: %1</translation>
    </message>
    <message>
        <source>Texting in %1…</source>
        <translation>Se envía en %1…</translation>
    </message>
    <message>
        <source>Texting…</source>
        <translation>Enviando…</translation>
    </message>
    <message>
        <source>Missed call · checking the text</source>
        <translation>Perdida · verificando el mensaje</translation>
    </message>
    <message>
        <source>Missed call · texted in %1</source>
        <translation>Perdida · mensaje en %1</translation>
    </message>
    <message>
        <source>Missed call · texted</source>
        <translation>Perdida · mensaje enviado</translation>
    </message>
    <message>
        <source>Missed call · not texted</source>
        <translation>Perdida · sin mensaje</translation>
    </message>
    <message>
        <source>Missed call</source>
        <translation>Llamada perdida</translation>
    </message>
    <message>
        <source>Opted out (STOP)</source>
        <translation>No quiere mensajes (STOP)</translation>
    </message>
    <message>
        <source>Sent a picture or file</source>
        <translation>Envió una imagen o un archivo</translation>
    </message>
    <message>
        <source>Automatic: %1</source>
        <translation>Automático: %1</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>Usted: %1</translation>
    </message>
    <message>
        <source>Sent elsewhere: %1</source>
        <translation>Enviado desde otro lugar: %1</translation>
    </message>
    <message>
        <source>Answered call</source>
        <translation>Llamada atendida</translation>
    </message>
    <message>
        <source>You called</source>
        <translation>Usted llamó</translation>
    </message>
    <message>
        <source>We could not confirm the text. Check and call.</source>
        <translation>No pudimos confirmar el mensaje. Revise y llame.</translation>
    </message>
    <message>
        <source>The text did not go out. Better call back.</source>
        <translation>El mensaje no salió. Mejor devuelva la llamada.</translation>
    </message>
    <message>
        <source>Call back: this number cannot get texts</source>
        <translation>Devuelva la llamada: este número no recibe mensajes</translation>
    </message>
    <message>
        <source>Called without showing a number</source>
        <translation>Llamó con número privado</translation>
    </message>
    <message>
        <source>Waiting for your call</source>
        <translation>Espera su llamada</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n nuevo</numerusform>
            <numerusform>%n nuevos</numerusform>
        </translation>
    </message>
    <message>
        <source>Missed call · text did not arrive</source>
        <translation>Perdida · el mensaje no llegó</translation>
    </message>
    <message>
        <source>Missed call · text is waiting</source>
        <translation>Perdida · mensaje en espera</translation>
    </message>
    <message>
        <source>No more texts?</source>
        <translation>¿No más mensajes?</translation>
    </message>
    <message>
        <source>Urgent · danger</source>
        <translation>Urgente · peligro</translation>
    </message>
    <message>
        <source>Urgent · asks for help</source>
        <translation>Urgente · pide ayuda</translation>
    </message>
    <message>
        <source>Urgent · called again</source>
        <translation>Urgente · volvió a llamar</translation>
    </message>
    <message>
        <source>Urgent · still waiting</source>
        <translation>Urgente · sigue esperando</translation>
    </message>
    <message>
        <source>They tell of a danger: “%1”. Please call now.</source>
        <translation>Avisa de un peligro: «%1». Llame ahora, por favor.</translation>
    </message>
    <message>
        <source>They ask for help at once: “%1”. Please write or call.</source>
        <translation>Pide ayuda de inmediato: «%1». Escriba o llame, por favor.</translation>
    </message>
    <message numerus="yes">
        <source>They called %n time(s) and reached nobody. Please call back.</source>
        <translation>
            <numerusform>Llamó %n vez y nadie contestó. Devuelva la llamada, por favor.</numerusform>
            <numerusform>Llamó %n veces y nadie contestó. Devuelva la llamada, por favor.</numerusform>
        </translation>
    </message>
    <message>
        <source>They have been waiting for an answer. Please write or call.</source>
        <translation>Lleva tiempo esperando respuesta. Escriba o llame, por favor.</translation>
    </message>
    <message>
        <source>Snoozed to %1</source>
        <translation>Pospuesta hasta %1</translation>
    </message>
    <message>
        <source>done</source>
        <translation>hecha</translation>
    </message>
    <message>
        <source>draft: %1</source>
        <translation>borrador: %1</translation>
    </message>
    <message>
        <source>%1 opted out (STOP). Texts are off until they write START. You may call.</source>
        <translation>%1 no quiere mensajes (STOP). No se le puede escribir hasta que envíe START. Puede llamar.</translation>
    </message>
    <message>
        <source>These callers withheld their number, so there is nobody to text.</source>
        <translation>Llamaron con número privado, así que no hay a quién escribir.</translation>
    </message>
    <message>
        <source>This caller has no phone number that could be texted.</source>
        <translation>Quien llamó no tiene un número al que se pueda escribir.</translation>
    </message>
    <message>
        <source>This is a landline and gets no texts. Call instead.</source>
        <translation>Es un teléfono fijo y no recibe mensajes. Mejor llame.</translation>
    </message>
    <message>
        <source>This number cannot get texts. Call instead.</source>
        <translation>Este número no puede recibir mensajes. Mejor llame.</translation>
    </message>
    <message>
        <source>Set up your phone provider in Settings to write texts.</source>
        <translation>Configure su proveedor en Ajustes para escribir mensajes.</translation>
    </message>
</context>
<context>
    <name>textback::DataExport</name>
    <message>
        <source>Nothing can be written in %1. Choose another folder.</source>
        <translation>No se puede escribir nada en %1. Elija otra carpeta.</translation>
    </message>
    <message>
        <source>%1 cannot be written. Choose another folder.</source>
        <translation>No se puede escribir %1. Elija otra carpeta.</translation>
    </message>
    <message>
        <source>Time (%1)</source>
        <translation>Hora (%1)</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>Su número</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Perdida</translation>
    </message>
    <message>
        <source>Rang (s)</source>
        <translation>Sonó (s)</translation>
    </message>
    <message>
        <source>Talked (s)</source>
        <translation>Habló (s)</translation>
    </message>
    <message>
        <source>Voicemails</source>
        <translation>Mensajes de voz</translation>
    </message>
    <message>
        <source>Voicemail (s)</source>
        <translation>Mensaje de voz (s)</translation>
    </message>
    <message>
        <source>Automatic text</source>
        <translation>Mensaje automático</translation>
    </message>
    <message>
        <source>Sent after (s)</source>
        <translation>Enviado después de (s)</translation>
    </message>
    <message>
        <source>Why no text</source>
        <translation>Por qué no hubo mensaje</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>Escrito por</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Provider&apos;s words</source>
        <translation>Palabras del proveedor</translation>
    </message>
    <message>
        <source>Pictures or files</source>
        <translation>Fotos o archivos</translation>
    </message>
    <message>
        <source>Last activity (%1)</source>
        <translation>Última actividad (%1)</translation>
    </message>
    <message>
        <source>Opted out</source>
        <translation>No quiere mensajes</translation>
    </message>
    <message>
        <source>The database is busy. Try the export again later.</source>
        <translation>La base de datos está ocupada. Vuelva a intentar la exportación más tarde.</translation>
    </message>
    <message>
        <source>The export could not be written: is the disk full? Choose another folder.</source>
        <translation>No se pudo escribir la exportación: ¿está lleno el disco? Elija otra carpeta.</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>enviado</translation>
    </message>
    <message>
        <source>incoming</source>
        <translation>entrante</translation>
    </message>
    <message>
        <source>outgoing</source>
        <translation>saliente</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en curso</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
</context>
<context>
    <name>textback::DataSection</name>
    <message>
        <source>Data</source>
        <translation>Información</translation>
    </message>
    <message>
        <source>Everything is on this computer only.</source>
        <translation>Todo está solo en este equipo.</translation>
    </message>
    <message>
        <source>Export calls and texts…</source>
        <translation>Exportar llamadas y mensajes…</translation>
    </message>
    <message>
        <source>Writes three tables (CSV) for a spreadsheet: calls, texts and contacts.</source>
        <translation>Escribe tres tablas (CSV) para una hoja de cálculo: llamadas, mensajes y contactos.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportación</translation>
    </message>
    <message>
        <source>Exporting… %L1 rows so far.</source>
        <translation>Exportando… %L1 filas hasta ahora.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are in %1. They hold your callers&apos; numbers and texts: keep them safe.</source>
        <translation>
            <numerusform>%n fila está en %1. Contiene números y mensajes de sus clientes: guárdela bien.</numerusform>
            <numerusform>%n filas están en %1. Contienen números y mensajes de sus clientes: guárdelas bien.</numerusform>
        </translation>
    </message>
    <message>
        <source>Where to put the export</source>
        <translation>Dónde poner la exportación</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Exportando…</translation>
    </message>
</context>
<context>
    <name>textback::DaysField</name>
    <message>
        <source>Days</source>
        <translation>Días</translation>
    </message>
    <message>
        <source>Any day</source>
        <translation>Cualquier día</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Últimos 7 días</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Últimos 30 días</translation>
    </message>
    <message>
        <source>Choose days…</source>
        <translation>Elegir días…</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>to</source>
        <translation>hasta</translation>
    </message>
</context>
<context>
    <name>textback::DiagnosticsDialog</name>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnóstico</translation>
    </message>
    <message>
        <source>This is what would be saved, nothing else. Names, messages and secrets are left out; of numbers only the last four digits stand in it. It is not sent anywhere: you decide who gets the file.</source>
        <translation>Esto es lo que se guardaría, nada más. No incluye nombres, mensajes ni secretos; de los números solo quedan los últimos cuatro dígitos. No se envía a ninguna parte: usted decide quién recibe el archivo.</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Guardar como…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Save diagnostics</source>
        <translation>Guardar diagnóstico</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Guardado como %1.</translation>
    </message>
</context>
<context>
    <name>textback::DoubtStrip</name>
    <message>
        <source>No more texts</source>
        <translation>No más mensajes</translation>
    </message>
    <message>
        <source>Texts may go on</source>
        <translation>Los mensajes pueden seguir</translation>
    </message>
    <message>
        <source>Question about texts</source>
        <translation>Pregunta sobre los mensajes</translation>
    </message>
    <message>
        <source>“%1” may mean that they want no more texts. Nothing goes out by itself until you say.</source>
        <translation>«%1» puede significar que no quiere más mensajes. Nada sale por sí solo hasta que usted lo diga.</translation>
    </message>
</context>
<context>
    <name>textback::EmojiList</name>
    <message>
        <source>smile happy</source>
        <translation>sonrisa feliz</translation>
    </message>
    <message>
        <source>grin laugh</source>
        <translation>sonrisa risa</translation>
    </message>
    <message>
        <source>tears of joy laugh</source>
        <translation>lágrimas de risa</translation>
    </message>
    <message>
        <source>wink</source>
        <translation>guiño</translation>
    </message>
    <message>
        <source>blush smile</source>
        <translation>sonrojo sonrisa</translation>
    </message>
    <message>
        <source>heart eyes love</source>
        <translation>ojos de corazón amor</translation>
    </message>
    <message>
        <source>cool sunglasses</source>
        <translation>gafas de sol genial</translation>
    </message>
    <message>
        <source>thinking</source>
        <translation>pensando</translation>
    </message>
    <message>
        <source>sweat relief</source>
        <translation>sudor alivio</translation>
    </message>
    <message>
        <source>sad cry</source>
        <translation>triste llorar</translation>
    </message>
    <message>
        <source>please thanks</source>
        <translation>gracias por favor</translation>
    </message>
    <message>
        <source>thumbs up yes good</source>
        <translation>pulgar arriba sí bien</translation>
    </message>
    <message>
        <source>thumbs down no</source>
        <translation>pulgar abajo no</translation>
    </message>
    <message>
        <source>okay perfect</source>
        <translation>vale perfecto</translation>
    </message>
    <message>
        <source>wave hello goodbye</source>
        <translation>saludo hola adiós</translation>
    </message>
    <message>
        <source>clap well done</source>
        <translation>aplauso bien hecho</translation>
    </message>
    <message>
        <source>strong arm</source>
        <translation>fuerte brazo</translation>
    </message>
    <message>
        <source>handshake deal</source>
        <translation>apretón trato</translation>
    </message>
    <message>
        <source>red heart love</source>
        <translation>corazón rojo amor</translation>
    </message>
    <message>
        <source>party celebrate</source>
        <translation>fiesta celebrar</translation>
    </message>
    <message>
        <source>gift present</source>
        <translation>regalo</translation>
    </message>
    <message>
        <source>star review</source>
        <translation>estrella reseña</translation>
    </message>
    <message>
        <source>fire hot heating</source>
        <translation>fuego calor calefacción</translation>
    </message>
    <message>
        <source>snow cold cooling</source>
        <translation>nieve frío refrigeración</translation>
    </message>
    <message>
        <source>drop water leak</source>
        <translation>gota agua fuga</translation>
    </message>
    <message>
        <source>lightning power electric</source>
        <translation>rayo corriente eléctrico</translation>
    </message>
    <message>
        <source>sun summer</source>
        <translation>sol verano</translation>
    </message>
    <message>
        <source>rain weather</source>
        <translation>lluvia tiempo</translation>
    </message>
    <message>
        <source>house home</source>
        <translation>casa hogar</translation>
    </message>
    <message>
        <source>wrench repair</source>
        <translation>llave inglesa reparar</translation>
    </message>
    <message>
        <source>tools work</source>
        <translation>herramientas trabajo</translation>
    </message>
    <message>
        <source>key door</source>
        <translation>llave puerta</translation>
    </message>
    <message>
        <source>car on my way</source>
        <translation>coche en camino</translation>
    </message>
    <message>
        <source>truck delivery</source>
        <translation>camión entrega</translation>
    </message>
    <message>
        <source>pin place address</source>
        <translation>chincheta lugar dirección</translation>
    </message>
    <message>
        <source>calendar appointment date</source>
        <translation>calendario cita fecha</translation>
    </message>
    <message>
        <source>alarm clock time</source>
        <translation>despertador reloj hora</translation>
    </message>
    <message>
        <source>phone call</source>
        <translation>teléfono llamada</translation>
    </message>
    <message>
        <source>camera photo picture</source>
        <translation>cámara foto</translation>
    </message>
    <message>
        <source>paper clip attachment</source>
        <translation>clip adjunto</translation>
    </message>
    <message>
        <source>money dollar price</source>
        <translation>dinero dólar precio</translation>
    </message>
    <message>
        <source>card payment</source>
        <translation>tarjeta pago</translation>
    </message>
    <message>
        <source>check done yes</source>
        <translation>marca hecho sí</translation>
    </message>
    <message>
        <source>cross no</source>
        <translation>cruz no</translation>
    </message>
    <message>
        <source>warning careful</source>
        <translation>advertencia cuidado</translation>
    </message>
    <message>
        <source>question</source>
        <translation>pregunta</translation>
    </message>
    <message>
        <source>arrow right</source>
        <translation>flecha derecha</translation>
    </message>
    <message>
        <source>dog pet</source>
        <translation>perro mascota</translation>
    </message>
</context>
<context>
    <name>textback::EmojiPicker</name>
    <message>
        <source>Emoji</source>
        <translation>Emojis</translation>
    </message>
    <message>
        <source>Search emoji</source>
        <translation>Buscar emojis</translation>
    </message>
    <message>
        <source>Search emoji by name</source>
        <translation>Buscar emojis por nombre</translation>
    </message>
</context>
<context>
    <name>textback::EraseDialog</name>
    <message>
        <source>Delete data</source>
        <translation>Eliminar datos</translation>
    </message>
    <message>
        <source>What is deleted</source>
        <translation>Qué se elimina</translation>
    </message>
    <message>
        <source>Everything about %1 on this PC: name, texts, calls, notes, tags, jobs, alerts. Texts that wait for later are not sent. This cannot be undone.</source>
        <translation>Todo lo de %1 en este equipo: nombre, mensajes, llamadas, notas, etiquetas, trabajos, avisos. Los mensajes que esperan para más tarde no se envían. No se puede deshacer.</translation>
    </message>
    <message>
        <source>What stays on this PC</source>
        <translation>Qué queda en este equipo</translation>
    </message>
    <message>
        <source>What stays elsewhere</source>
        <translation>Qué queda en otros lugares</translation>
    </message>
    <message>
        <source>Your phone provider keeps its own records of calls and texts. Ask there to have them deleted.</source>
        <translation>Su proveedor telefónico guarda sus propios registros de llamadas y mensajes. Pida allí que los eliminen.</translation>
    </message>
    <message>
        <source>Backups keep the data for up to five weeks, databases that were set aside until you delete them; restoring one brings the data back. Exported files and other PCs keep what they have.</source>
        <translation>Las copias de seguridad conservan los datos hasta cinco semanas, y las bases de datos apartadas hasta que usted las borre; restaurar una trae los datos de vuelta. Los archivos exportados y otros equipos conservan lo que tienen.</translation>
    </message>
    <message>
        <source>To confirm, type the last 4 digits of %1</source>
        <translation>Para confirmar, escriba los últimos 4 dígitos de %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>We keep that this number must not be texted, and the words that say so: the law asks for it.</source>
        <translation>Conservamos que a este número no se le debe escribir, y las palabras que lo dicen: la ley lo exige.</translation>
    </message>
    <message>
        <source>We keep what they said about getting texts, as the proof that the law asks for.</source>
        <translation>Conservamos lo que dijo sobre recibir mensajes, como la prueba que exige la ley.</translation>
    </message>
    <message>
        <source>The number stays blocked.</source>
        <translation>El número sigue bloqueado.</translation>
    </message>
    <message>
        <source>The number is still never texted automatically.</source>
        <translation>Al número se le sigue sin escribir automáticamente.</translation>
    </message>
    <message>
        <source>The number stays a VIP&apos;s.</source>
        <translation>El número sigue siendo de un VIP.</translation>
    </message>
    <message>
        <source>For 60 days we keep when the last automatic texts went out, so that a new call does not bring one too many.</source>
        <translation>Durante 60 días conservamos cuándo salieron los últimos mensajes automáticos, para que una llamada nueva no traiga uno de más.</translation>
    </message>
    <message>
        <source>The provider&apos;s numbers of these calls and texts are kept, without any content, so that they do not come back.</source>
        <translation>Se conservan los números que el proveedor da a estas llamadas y mensajes, sin ningún contenido, para que no vuelvan a aparecer.</translation>
    </message>
    <message>
        <source>Everything about their other numbers: %1. Delete it there, too, if you want it gone.</source>
        <translation>Todo lo de sus otros números: %1. Elimínelo también allí si quiere que desaparezca.</translation>
    </message>
</context>
<context>
    <name>textback::ErrorWords</name>
    <message>
        <source>Your phone provider cannot be reached. Check this PC&apos;s internet connection; we keep trying.</source>
        <translation>No se puede contactar a su proveedor. Revise la conexión a internet de este equipo; seguimos intentando.</translation>
    </message>
    <message>
        <source>Your phone provider took too long to answer. We keep trying.</source>
        <translation>Su proveedor tardó demasiado en responder. Seguimos intentando.</translation>
    </message>
    <message>
        <source>Your phone provider did not accept the sign-in. Check the account&apos;s keys in Settings.</source>
        <translation>Su proveedor no aceptó los datos de acceso. Revise las claves de la cuenta en Ajustes.</translation>
    </message>
    <message>
        <source>The provider asks us to slow down. Trying again in %1.</source>
        <translation>El proveedor pide ir más despacio. Reintento en %1.</translation>
    </message>
    <message>
        <source>The provider asks us to slow down. Trying again shortly.</source>
        <translation>El proveedor pide ir más despacio. Reintentamos en un momento.</translation>
    </message>
    <message>
        <source>This number cannot be texted. Call instead.</source>
        <translation>No se pueden enviar mensajes a este número. Mejor llame.</translation>
    </message>
    <message>
        <source>This person opted out (STOP). You may call, but not text.</source>
        <translation>Esta persona no quiere mensajes (STOP). Puede llamarla, pero no escribirle.</translation>
    </message>
    <message>
        <source>Your phone provider refused this. Look at the account there.</source>
        <translation>Su proveedor lo rechazó. Revise la cuenta allí.</translation>
    </message>
    <message>
        <source>Your phone provider has trouble at the moment. We keep trying.</source>
        <translation>Su proveedor tiene problemas en este momento. Seguimos intentando.</translation>
    </message>
    <message>
        <source>Your phone provider answered with something that could not be read. We keep trying; if it lasts, look for an update.</source>
        <translation>Su proveedor respondió algo que no se pudo leer. Seguimos intentando; si continúa, busque una actualización.</translation>
    </message>
    <message>
        <source>The database on this PC could not be used. Make sure that the disk is not full.</source>
        <translation>No se pudo usar la base de datos de este equipo. Verifique que el disco no esté lleno.</translation>
    </message>
    <message>
        <source>Your computer&apos;s keychain is locked. Unlock it to go on.</source>
        <translation>El llavero de su equipo está bloqueado. Desbloquéelo para continuar.</translation>
    </message>
    <message>
        <source>This computer offers no keychain to keep the sign-in in. Start one, such as GNOME Keyring or KWallet.</source>
        <translation>Este equipo no ofrece un llavero para guardar los datos de acceso. Inicie uno, como GNOME Keyring o KWallet.</translation>
    </message>
    <message>
        <source>It was not finished, because the program was closing. Try again.</source>
        <translation>No se terminó porque el programa se estaba cerrando. Inténtelo otra vez.</translation>
    </message>
    <message>
        <source>This is a landline, or it cannot get texts. Call instead.</source>
        <translation>Es un teléfono fijo o no puede recibir mensajes. Mejor llame.</translation>
    </message>
    <message>
        <source>The phone was off or out of reach. Try again later, or call.</source>
        <translation>El teléfono estaba apagado o sin señal. Inténtelo más tarde o llame.</translation>
    </message>
    <message>
        <source>The phone or its carrier blocks these texts. Call instead.</source>
        <translation>El teléfono o su operador bloquea estos mensajes. Mejor llame.</translation>
    </message>
    <message>
        <source>This number is not in service. Check it, or call.</source>
        <translation>Este número no está en servicio. Revíselo o llame.</translation>
    </message>
    <message>
        <source>The carrier did not deliver it. Write it in other words, or call.</source>
        <translation>El operador no lo entregó. Escríbalo con otras palabras o llame.</translation>
    </message>
    <message>
        <source>Your number is not registered for texting yet. Finish the registration at your phone provider.</source>
        <translation>Su número aún no está registrado para enviar mensajes. Termine el registro con su proveedor.</translation>
    </message>
    <message>
        <source>A trial account texts verified numbers only. Upgrade the account at your phone provider.</source>
        <translation>Una cuenta de prueba solo escribe a números verificados. Amplíe la cuenta con su proveedor.</translation>
    </message>
    <message>
        <source>Texts to this country are switched off at your phone provider. Allow them there, or call.</source>
        <translation>Los mensajes a este país están desactivados en su proveedor. Permítalos allí o llame.</translation>
    </message>
    <message>
        <source>Your number cannot send texts. Choose another one in Settings.</source>
        <translation>Su número no puede enviar mensajes. Elija otro en Ajustes.</translation>
    </message>
    <message>
        <source>Your account at the phone provider is suspended. Look at the account there.</source>
        <translation>Su cuenta con el proveedor está suspendida. Revise la cuenta allí.</translation>
    </message>
    <message>
        <source>It was not delivered. The provider says: “%1”</source>
        <translation>No se entregó. El proveedor dice: «%1»</translation>
    </message>
    <message>
        <source>It was not delivered. Try again, or call.</source>
        <translation>No se entregó. Inténtelo otra vez o llame.</translation>
    </message>
    <message>
        <source>your phone provider</source>
        <comment>in place of its host name</comment>
        <translation>su proveedor</translation>
    </message>
    <message>
        <source>This PC&apos;s clock is wrong, so that nobody can tell whether the connection to %1 is secure. Nothing is sent. Set date and time in the system&apos;s settings.</source>
        <translation>El reloj de este equipo está mal, así que nadie puede saber si la conexión con %1 es segura. No se envía nada. Ajuste la fecha y la hora en el sistema.</translation>
    </message>
    <message>
        <source>Something between this PC and %1 shows a wrong certificate (issued by “%2”). Nothing is sent. Try another network, or ask who looks after this one.</source>
        <translation>Algo entre este equipo y %1 muestra un certificado falso (emitido por «%2»). No se envía nada. Pruebe otra red o pregunte a quien cuida de esta.</translation>
    </message>
    <message>
        <source>Something between this PC and %1 keeps the connection from being secure. Nothing is sent. Try another network, or ask who looks after this one.</source>
        <translation>Algo entre este equipo y %1 impide que la conexión sea segura. No se envía nada. Pruebe otra red o pregunte a quien cuida de esta.</translation>
    </message>
    <message>
        <source>Something else answers in place of your phone provider, such as a network&apos;s sign-in page. Open a web browser and sign in to the network.</source>
        <translation>Algo distinto responde en lugar de su proveedor, como la página de acceso de una red. Abra un navegador e inicie sesión en la red.</translation>
    </message>
    <message>
        <source>The sign-in for your phone provider is not in this computer&apos;s keychain any more. Texts are on hold. Enter it again.</source>
        <translation>Los datos de acceso de su proveedor ya no están en el llavero de este equipo. Los mensajes esperan. Escríbalos otra vez.</translation>
    </message>
    <message>
        <source>Your computer&apos;s keychain refused to give the sign-in. Start Textback again and allow it when you are asked.</source>
        <translation>El llavero de su equipo se negó a entregar los datos de acceso. Inicie Textback otra vez y permítalo cuando se le pregunte.</translation>
    </message>
    <message>
        <source>Your computer&apos;s keychain does not answer as it should. Sign out of this computer and in again.</source>
        <translation>El llavero de su equipo no responde como debe. Cierre la sesión del equipo y vuelva a entrar.</translation>
    </message>
    <message>
        <source>Another program holds the database on this PC. Close it (a backup or antivirus tool, perhaps) and try again.</source>
        <translation>Otro programa retiene la base de datos de este PC. Ciérrelo (quizá sea uno de copias de seguridad o un antivirus) e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The database on this PC may not be written. Give your user the right to write the data folder.</source>
        <translation>No hay permiso para escribir en la base de datos de este PC. Dé a su usuario permiso para escribir en la carpeta de datos.</translation>
    </message>
    <message>
        <source>Nothing was deleted: a text to this person is on its way. Wait until it has left, or cancel it, and try again.</source>
        <translation>No se eliminó nada: hay un mensaje en camino a esta persona. Espere a que salga, o cancélelo, e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Nothing was deleted: a call with this person is not over, or not dealt with yet. Try again in a minute.</source>
        <translation>No se eliminó nada: una llamada con esta persona no ha terminado o aún no se ha atendido. Inténtelo de nuevo en un minuto.</translation>
    </message>
    <message>
        <source>Nothing was deleted: answer the question above the message field first, whether this person wants no more texts.</source>
        <translation>No se eliminó nada: responda primero la pregunta sobre el campo de mensaje, si esta persona no quiere más mensajes.</translation>
    </message>
</context>
<context>
    <name>textback::FindStrip</name>
    <message>
        <source>Search in this conversation</source>
        <translation>Buscar en esta conversación</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Resultado siguiente</translation>
    </message>
    <message>
        <source>Next match, older (Enter, F3)</source>
        <translation>Resultado siguiente, más antiguo (Intro, F3)</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Resultado anterior</translation>
    </message>
    <message>
        <source>Previous match, newer (Shift+Enter, Shift+F3)</source>
        <translation>Resultado anterior, más reciente (Mayús+Intro, Mayús+F3)</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Cerrar la búsqueda</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Cerrar (Esc)</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Sin resultados</translation>
    </message>
    <message>
        <source>%L1 of more than %L2</source>
        <translation>%L1 de más de %L2</translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L1 de %L2</translation>
    </message>
</context>
<context>
    <name>textback::FreedesktopNotifier</name>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Write a text…</source>
        <translation>Escriba un mensaje…</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Responder</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Marcar como leído</translation>
    </message>
</context>
<context>
    <name>textback::HelpSection</name>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>When something does not work: a text file that tells how this PC, the connection and the database stand.</source>
        <translation>Cuando algo no funciona: un archivo de texto que dice cómo están este equipo, la conexión y la base de datos.</translation>
    </message>
    <message>
        <source>Show diagnostics…</source>
        <translation>Mostrar diagnóstico…</translation>
    </message>
</context>
<context>
    <name>textback::ImportDialog</name>
    <message>
        <source>Replace the names that are here already</source>
        <translation>Reemplazar los nombres que ya están aquí</translation>
    </message>
    <message>
        <source>People in the file</source>
        <translation>Personas del archivo</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Qué ocurre</translation>
    </message>
    <message>
        <source>Lines that cannot be used</source>
        <translation>Líneas que no sirven</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Import contacts</source>
        <translation>Importar contactos</translation>
    </message>
    <message>
        <source>Reading “%1”…</source>
        <translation>Leyendo «%1»…</translation>
    </message>
    <message>
        <source>Reading “%1”… %L2 entries so far.</source>
        <translation>Leyendo «%1»… %L2 entradas hasta ahora.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>The file holds no phone number with a name.</source>
        <translation>El archivo no contiene ningún número de teléfono con nombre.</translation>
    </message>
    <message numerus="yes">
        <source>%n new name(s).</source>
        <translation>
            <numerusform>%n nombre nuevo.</numerusform>
            <numerusform>%n nombres nuevos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) are here already.</source>
        <translation>
            <numerusform>%n nombre ya está aquí.</numerusform>
            <numerusform>%n nombres ya están aquí.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) have another name here.</source>
        <translation>
            <numerusform>%n número tiene otro nombre aquí.</numerusform>
            <numerusform>%n números tienen otro nombre aquí.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) stand there more than once and are merged.</source>
        <translation>
            <numerusform>%n número aparece más de una vez y se une.</numerusform>
            <numerusform>%n números aparecen más de una vez y se unen.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are more than 50,000 numbers: the rest is left out. Import it from a file of its own.</source>
        <translation>Hay más de 50.000 números: el resto queda fuera. Impórtelo desde otro archivo.</translation>
    </message>
    <message>
        <source>Whoever has a name is a known contact: your settings send them no automatic text.</source>
        <translation>Quien tiene nombre es un contacto conocido: según sus ajustes no recibe mensajes automáticos.</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>Here already</source>
        <translation>Ya está</translation>
    </message>
    <message>
        <source>Replaces %1</source>
        <translation>Reemplaza a %1</translation>
    </message>
    <message>
        <source>Stays %1</source>
        <translation>Sigue como %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n name(s)</source>
        <translation>
            <numerusform>Importar %n nombre</numerusform>
            <numerusform>Importar %n nombres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) cannot be used:</source>
        <translation>
            <numerusform>%n línea no sirve:</numerusform>
            <numerusform>%n líneas no sirven:</numerusform>
        </translation>
    </message>
    <message>
        <source>The names are being stored…</source>
        <translation>Los nombres se están guardando…</translation>
    </message>
    <message>
        <source>Nothing was stored: the database cannot be written. Try again later.</source>
        <translation>No se guardó nada: no se puede escribir en la base de datos. Inténtelo más tarde.</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) are stored.</source>
        <translation>
            <numerusform>%n nombre guardado.</numerusform>
            <numerusform>%n nombres guardados.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>The names are being stored… %L1 of %L2.</source>
        <translation>Los nombres se están guardando… %L1 de %L2.</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) are stored, then the database could not be written. Try again later: the rest follows.</source>
        <translation>
            <numerusform>%n nombre guardado; después no se pudo escribir en la base de datos. Inténtelo más tarde: sigue el resto.</numerusform>
            <numerusform>%n nombres guardados; después no se pudo escribir en la base de datos. Inténtelo más tarde: sigue el resto.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %n name(s) are stored. Import the file again for the rest.</source>
        <translation>
            <numerusform>Detenido: %n nombre guardado. Vuelva a importar el archivo para el resto.</numerusform>
            <numerusform>Detenido: %n nombres guardados. Vuelva a importar el archivo para el resto.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>textback::ImportWords</name>
    <message>
        <source>The entry is broken off. Export the file again.</source>
        <translation>La entrada está cortada. Vuelva a exportar el archivo.</translation>
    </message>
    <message>
        <source>%1 has no name.</source>
        <translation>%1 no tiene nombre.</translation>
    </message>
    <message>
        <source>No phone number and no name.</source>
        <translation>Sin número de teléfono y sin nombre.</translation>
    </message>
    <message>
        <source>%1 has no phone number.</source>
        <translation>%1 no tiene número de teléfono.</translation>
    </message>
    <message>
        <source>“%1” is no phone number. Write it with its area code.</source>
        <translation>«%1» no es un número de teléfono. Escríbalo con su código de área.</translation>
    </message>
</context>
<context>
    <name>textback::InboxActions</name>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Posponer</translation>
    </message>
    <message>
        <source>Mark unread</source>
        <translation>Marcar como no leída</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Devolver la llamada</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>Copiar el número</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Hecho.</translation>
    </message>
    <message>
        <source>Back in the inbox.</source>
        <translation>De vuelta en la bandeja.</translation>
    </message>
    <message>
        <source>Snoozed to %1.</source>
        <translation>Pospuesta hasta %1.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>textback::InboxPage</name>
    <message>
        <source>Choose a conversation to read and answer it.</source>
        <translation>Elija una conversación para leerla y responderla.</translation>
    </message>
    <message>
        <source>Everything about %1 is deleted.</source>
        <translation>Se eliminó todo lo de %1.</translation>
    </message>
</context>
<context>
    <name>textback::JobDialog</name>
    <message>
        <source>The date is known</source>
        <translation>La fecha es conocida</translation>
    </message>
    <message>
        <source>Book a job</source>
        <translation>Reservar un trabajo</translation>
    </message>
    <message>
        <source>may be left empty</source>
        <translation>puede quedar vacío</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Amount in dollars</source>
        <translation>Importe en dólares</translation>
    </message>
    <message>
        <source>Follow-up texts end when a job is booked.</source>
        <translation>Los mensajes de seguimiento terminan cuando se reserva un trabajo.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Reservar</translation>
    </message>
    <message>
        <source>Write the amount as 480 or 480.50.</source>
        <translation>Escriba el importe como 480 o 480.50.</translation>
    </message>
</context>
<context>
    <name>textback::JobsSection</name>
    <message>
        <source>Jobs</source>
        <translation>Trabajos</translation>
    </message>
    <message>
        <source>Book a job…</source>
        <translation>Reservar…</translation>
    </message>
    <message>
        <source>Job done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Ends the newest open job.</source>
        <translation>Termina el trabajo abierto más reciente.</translation>
    </message>
    <message>
        <source>Notes a job that is done already.</source>
        <translation>Anota un trabajo que ya está hecho.</translation>
    </message>
    <message>
        <source>Done %1</source>
        <translation>Hecho: %1</translation>
    </message>
    <message>
        <source>Booked for %1</source>
        <translation>Reservado: %1</translation>
    </message>
    <message>
        <source>Booked, no date yet</source>
        <translation>Reservado, sin fecha aún</translation>
    </message>
    <message>
        <source>“Job done” also plans the review request.</source>
        <translation>«Hecho» también prepara el pedido de reseña.</translation>
    </message>
</context>
<context>
    <name>textback::JumpButton</name>
    <message numerus="yes">
        <source>Jump to the newest (%n new)</source>
        <translation>
            <numerusform>Ir a lo más reciente (%n nuevo)</numerusform>
            <numerusform>Ir a lo más reciente (%n nuevos)</numerusform>
        </translation>
    </message>
    <message>
        <source>Jump to the newest</source>
        <translation>Ir a lo más reciente</translation>
    </message>
</context>
<context>
    <name>textback::KeyboardDialog</name>
    <message>
        <source>Keyboard</source>
        <translation>Teclado</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Qué hace</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
</context>
<context>
    <name>textback::LinesSection</name>
    <message>
        <source>Lines</source>
        <translation>Líneas</translation>
    </message>
    <message>
        <source>Your numbers whose missed calls are texted.</source>
        <translation>Sus números cuyas llamadas perdidas reciben un mensaje.</translation>
    </message>
    <message>
        <source>Watch every number of the account</source>
        <translation>Vigilar todos los números de la cuenta</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Agregar</translation>
    </message>
    <message>
        <source>Add number</source>
        <translation>Agregar número</translation>
    </message>
    <message>
        <source>Add a number</source>
        <translation>Agregar un número</translation>
    </message>
    <message>
        <source>Name of %1</source>
        <translation>Nombre de %1</translation>
    </message>
    <message>
        <source>Rings of %1 before a hang-up counts as missed</source>
        <translation>Timbres de %1 antes de contar como perdida si cuelgan</translation>
    </message>
    <message>
        <source>Number that texts for %1</source>
        <translation>Número que envía los mensajes por %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Missed after</source>
        <translation>Perdida tras</translation>
    </message>
    <message>
        <source> rings</source>
        <comment>after a number</comment>
        <translation> timbres</translation>
    </message>
    <message>
        <source>Texts come from</source>
        <translation>Los mensajes salen de</translation>
    </message>
    <message>
        <source>Your carrier forwards unanswered calls to this number: every call to it is already missed.</source>
        <translation>Su operador desvía a este número las llamadas sin respuesta: toda llamada a él ya es perdida.</translation>
    </message>
    <message>
        <source>This number</source>
        <translation>Este número</translation>
    </message>
    <message>
        <source>This is not a telephone number that can be called.</source>
        <translation>No es un número de teléfono al que se pueda llamar.</translation>
    </message>
    <message>
        <source>Choose at least one number, or watch every number.</source>
        <translation>Elija al menos un número o vigile todos.</translation>
    </message>
    <message>
        <source>Gets forwarded calls only</source>
        <translation>Solo recibe llamadas desviadas</translation>
    </message>
</context>
<context>
    <name>textback::LintFinding</name>
    <message>
        <source>“%1”: carriers hold back first texts with a link more often. Send the link in your answer, or keep it and watch whether the texts arrive.</source>
        <translation>«%1»: los operadores retienen más a menudo los primeros mensajes que llevan un enlace. Envíe el enlace en su respuesta, o déjelo y fíjese en si los mensajes llegan.</translation>
    </message>
    <message>
        <source>“%1” promises a time that nobody watches. Say what happens next without a time.</source>
        <translation>«%1» promete un plazo que nadie vigila. Diga qué sigue sin prometer un plazo.</translation>
    </message>
    <message>
        <source>“%1” advertises: that needs the caller&apos;s written consent, and a call is none. Leave it out.</source>
        <translation>«%1» es publicidad: requiere el consentimiento por escrito de quien llama, y una llamada no lo es. Quítelo.</translation>
    </message>
    <message>
        <source>Few people read more than %1 characters: make it shorter.</source>
        <translation>Pocos leen más de %1 caracteres: acórtelo.</translation>
    </message>
</context>
<context>
    <name>textback::ListPage</name>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Exportando…</translation>
    </message>
</context>
<context>
    <name>textback::MainWindow</name>
    <message>
        <source>Textback</source>
        <translation>Textback</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Previous conversation</source>
        <translation>Conversación anterior</translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation>Conversación siguiente</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Revisar ahora</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Panel siguiente</translation>
    </message>
    <message>
        <source>Contact panel</source>
        <translation>Panel del contacto</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Bandeja</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Close the top thing</source>
        <translation>Cerrar lo que está al frente</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Simulated phone</source>
        <translation>Teléfono simulado</translation>
    </message>
    <message>
        <source>Textback (%1)</source>
        <translation>Textback (%1)</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Qué hacer</translation>
    </message>
    <message>
        <source>Search in the list</source>
        <translation>Buscar en la lista</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texto más grande</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texto más pequeño</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>Tamaño de texto normal</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Llamadas</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Ir a</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Teclado</translation>
    </message>
</context>
<context>
    <name>textback::MediaActions</name>
    <message>
        <source>This computer has no program for sounds. Save the voicemail and listen to it elsewhere.</source>
        <translation>Este equipo no tiene ningún programa de sonido. Guarde el mensaje de voz y escúchelo en otro lugar.</translation>
    </message>
    <message>
        <source>Where to save it</source>
        <translation>Dónde guardarlo</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Guardado como %1.</translation>
    </message>
    <message>
        <source>%1 cannot be written. Choose another folder.</source>
        <translation>No se puede escribir %1. Elija otra carpeta.</translation>
    </message>
    <message>
        <source>Handed to this computer&apos;s player. If you hear nothing, save the voicemail.</source>
        <translation>Se pasó al reproductor de este equipo. Si no oye nada, guarde el mensaje de voz.</translation>
    </message>
    <message>
        <source>The file is not kept here any more. Open the conversation again to fetch it.</source>
        <translation>El archivo ya no está guardado aquí. Abra la conversación de nuevo para obtenerlo.</translation>
    </message>
</context>
<context>
    <name>textback::MediaWords</name>
    <message numerus="yes">
        <source>%n more at your phone provider</source>
        <translation>
            <numerusform>%n más en su proveedor</numerusform>
            <numerusform>%n más en su proveedor</numerusform>
        </translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Cargando…</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Guardar como…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>Documento PDF</translation>
    </message>
    <message>
        <source>Contact card</source>
        <translation>Tarjeta de contacto</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Sonido</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>PDF document, 120 kB</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>It is not at your phone provider any more.</source>
        <translation>Su proveedor ya no lo tiene.</translation>
    </message>
    <message>
        <source>Your phone provider sent something that is no sound.</source>
        <translation>Su proveedor envió algo que no es un sonido.</translation>
    </message>
    <message>
        <source>Your phone provider points to a place that is not its own, so it was not fetched.</source>
        <translation>Su proveedor remite a un lugar que no es suyo, así que no se descargó.</translation>
    </message>
    <message>
        <source>It could not be fetched. Check this PC&apos;s internet connection.</source>
        <translation>No se pudo descargar. Revise la conexión a internet de este equipo.</translation>
    </message>
    <message>
        <source>It took too long to fetch it.</source>
        <translation>La descarga tardó demasiado.</translation>
    </message>
    <message>
        <source>It could not be fetched: it is broken, or too large.</source>
        <translation>No se pudo descargar: está dañado o es demasiado grande.</translation>
    </message>
    <message>
        <source>It could not be kept on this PC. Make sure that the disk is not full.</source>
        <translation>No se pudo guardar en este equipo. Compruebe que el disco no esté lleno.</translation>
    </message>
    <message>
        <source>Your phone provider does not give it.</source>
        <translation>Su proveedor no lo entrega.</translation>
    </message>
    <message>
        <source>Open picture %1 of %2</source>
        <translation>Abrir imagen %1 de %2</translation>
    </message>
    <message>
        <source>Open picture</source>
        <translation>Abrir imagen</translation>
    </message>
    <message>
        <source>Save picture %1 of %2 as…</source>
        <translation>Guardar imagen %1 de %2 como…</translation>
    </message>
    <message>
        <source>Save picture as…</source>
        <translation>Guardar imagen como…</translation>
    </message>
    <message>
        <source>Save %1 as…</source>
        <comment>Save “PDF document, 120 kB” as…</comment>
        <translation>Guardar %1 como…</translation>
    </message>
    <message>
        <source>Play voicemail, %1</source>
        <translation>Escuchar el mensaje de voz, %1</translation>
    </message>
    <message>
        <source>Play voicemail</source>
        <translation>Escuchar el mensaje de voz</translation>
    </message>
    <message>
        <source>Stop the voicemail</source>
        <translation>Detener el mensaje de voz</translation>
    </message>
    <message>
        <source>Voicemail</source>
        <translation>Mensaje de voz</translation>
    </message>
    <message>
        <source>Fetching the voicemail…</source>
        <translation>Descargando el mensaje de voz…</translation>
    </message>
</context>
<context>
    <name>textback::MoreSection</name>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Never text automatically</source>
        <translation>Nunca escribir solo</translation>
    </message>
    <message>
        <source>Export this person…</source>
        <translation>Exportar esta persona…</translation>
    </message>
    <message>
        <source>For nuisance callers: no automatic text, and no alert. Their calls still stand in the list.</source>
        <translation>Para llamadas molestas: sin mensaje automático ni aviso. Sus llamadas siguen en la lista.</translation>
    </message>
    <message>
        <source>For customers who want none: you call back yourself. You can still write to them.</source>
        <translation>Para clientes que no quieren ninguno: usted mismo devuelve la llamada. Aún puede escribirles.</translation>
    </message>
    <message>
        <source>They want texts again…</source>
        <translation>Quiere mensajes otra vez…</translation>
    </message>
    <message>
        <source>They want no texts…</source>
        <translation>No quiere mensajes…</translation>
    </message>
    <message>
        <source>Delete data…</source>
        <translation>Eliminar datos…</translation>
    </message>
    <message>
        <source>This PC only shows: data are deleted on the PC that sends the texts.</source>
        <translation>Este equipo solo muestra: los datos se eliminan en el equipo que envía los mensajes.</translation>
    </message>
</context>
<context>
    <name>textback::NameField</name>
    <message>
        <source>Contact name</source>
        <translation>Nombre del contacto</translation>
    </message>
    <message>
        <source>Give this number a name</source>
        <translation>Póngale nombre a este número</translation>
    </message>
    <message>
        <source>Click to change the name</source>
        <translation>Haga clic para cambiar el nombre</translation>
    </message>
</context>
<context>
    <name>textback::NavigationRail</name>
    <message>
        <source>Inbox</source>
        <translation>Bandeja</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Llamadas</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
</context>
<context>
    <name>textback::NoteEditor</name>
    <message>
        <source>Note · Only you see this</source>
        <translation>Nota · Solo usted la ve</translation>
    </message>
    <message>
        <source>Back to texts</source>
        <translation>Volver a los mensajes</translation>
    </message>
    <message>
        <source>Save note</source>
        <translation>Guardar nota</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Only you see this. It is never sent.</source>
        <translation>Solo usted la ve. Nunca se envía.</translation>
    </message>
    <message>
        <source>Write a note. It is never sent.</source>
        <translation>Escriba una nota. Nunca se envía.</translation>
    </message>
    <message>
        <source>Save note (Ctrl+Enter)</source>
        <translation>Guardar nota (Ctrl+Intro)</translation>
    </message>
    <message>
        <source>What you began is kept (Esc)</source>
        <translation>Lo que empezó se conserva (Esc)</translation>
    </message>
</context>
<context>
    <name>textback::NotesCard</name>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Gate code, best time to call, …</source>
        <translation>Código de la puerta, mejor hora para llamar, …</translation>
    </message>
    <message>
        <source>Only you see this. Saved while you type.</source>
        <translation>Solo usted lo ve. Se guarda mientras escribe.</translation>
    </message>
    <message>
        <source>Not saved yet. It is kept here and tried again.</source>
        <translation>Aún no se ha guardado. Se conserva aquí y se volverá a intentar.</translation>
    </message>
</context>
<context>
    <name>textback::NoticeBanner</name>
    <message>
        <source>Notice</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Put this notice away</source>
        <translation>Quitar este aviso</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n más</numerusform>
            <numerusform>%n más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>textback::Notifications</name>
    <message>
        <source>Too long ago for a text. Please call back.</source>
        <translation>Pasó demasiado tiempo para un mensaje. Por favor, devuelva la llamada.</translation>
    </message>
    <message>
        <source>Not texted: automatic texts are off.</source>
        <translation>Sin mensaje: los automáticos están desactivados.</translation>
    </message>
    <message>
        <source>Only watching: this call would have been texted.</source>
        <translation>Solo observando: esta llamada habría recibido un mensaje.</translation>
    </message>
    <message>
        <source>Was texted already.</source>
        <translation>Ya recibió un mensaje.</translation>
    </message>
    <message>
        <source>Called again and was texted before. Please call back.</source>
        <translation>Llamó otra vez y ya recibió un mensaje. Por favor, devuelva la llamada.</translation>
    </message>
    <message>
        <source>Not texted: you are already writing to each other.</source>
        <translation>Sin mensaje: ustedes ya se están escribiendo.</translation>
    </message>
    <message>
        <source>Not texted: your monthly limit is reached. Please call back.</source>
        <translation>Sin mensaje: llegó a su límite mensual. Por favor, devuelva la llamada.</translation>
    </message>
    <message>
        <source>Wants no texts (STOP). Please call back.</source>
        <translation>No quiere mensajes (STOP). Por favor, devuelva la llamada.</translation>
    </message>
    <message>
        <source>Not texted: may not want texts. Please look at the conversation.</source>
        <translation>Sin mensaje: quizá no quiere recibirlos. Por favor, revise la conversación.</translation>
    </message>
    <message>
        <source>Not texted, as you set it for this person. Please call back.</source>
        <translation>Sin mensaje, como usted lo indicó para esta persona. Por favor, devuelva la llamada.</translation>
    </message>
    <message>
        <source>The number is withheld, so no text could be sent.</source>
        <translation>El número es privado, así que no se pudo enviar un mensaje.</translation>
    </message>
    <message>
        <source>No automatic text goes to a number of this kind.</source>
        <translation>A un número de este tipo no se le envían mensajes automáticos.</translation>
    </message>
    <message>
        <source>This is a landline. Please call back.</source>
        <translation>Es un teléfono fijo. Por favor, devuelva la llamada.</translation>
    </message>
    <message>
        <source>This number cannot get texts. Please call back.</source>
        <translation>Este número no puede recibir mensajes. Por favor, devuelva la llamada.</translation>
    </message>
    <message>
        <source>Not texted: the text in Settings cannot be used.</source>
        <translation>Sin mensaje: el texto en Ajustes no se puede usar.</translation>
    </message>
    <message>
        <source>Not texted: your phone provider refused. Please call back.</source>
        <translation>Sin mensaje: su proveedor lo rechazó. Por favor, devuelva la llamada.</translation>
    </message>
    <message>
        <source>Texted in %1 s.</source>
        <translation>Mensaje enviado en %1 s.</translation>
    </message>
    <message>
        <source>Texted after %1 min.</source>
        <translation>Mensaje enviado tras %1 min.</translation>
    </message>
    <message>
        <source>Withheld number</source>
        <translation>Número privado</translation>
    </message>
    <message>
        <source>Missed call from %1</source>
        <translation>Llamada perdida de %1</translation>
    </message>
    <message>
        <source>New message</source>
        <translation>Mensaje nuevo</translation>
    </message>
    <message>
        <source>Text to %1 did not arrive</source>
        <translation>El mensaje a %1 no llegó</translation>
    </message>
    <message>
        <source>Please call, or look at the reason in the conversation.</source>
        <translation>Por favor, llame o vea el motivo en la conversación.</translation>
    </message>
    <message>
        <source>Text to %1 was not confirmed</source>
        <translation>El mensaje a %1 no se confirmó</translation>
    </message>
    <message>
        <source>It may have arrived. Please check the conversation before you send it again.</source>
        <translation>Puede haber llegado. Por favor, revise la conversación antes de enviarlo otra vez.</translation>
    </message>
    <message>
        <source>Wants no more texts (STOP). Nothing more is texted to this number.</source>
        <translation>No quiere más mensajes (STOP). No se envía nada más a este número.</translation>
    </message>
    <message>
        <source>Sign in to your phone provider again</source>
        <translation>Inicie sesión otra vez con su proveedor</translation>
    </message>
    <message>
        <source>It no longer accepts the sign-in. Missed callers are not texted until then.</source>
        <translation>Ya no acepta los datos de acceso. Hasta entonces no se envían mensajes a las llamadas perdidas.</translation>
    </message>
    <message>
        <source>Your phone provider refuses to send</source>
        <translation>Su proveedor se niega a enviar</translation>
    </message>
    <message>
        <source>Nothing is texted. Open Textback to see what the provider says.</source>
        <translation>No se envía nada. Abra Textback para ver qué dice el proveedor.</translation>
    </message>
    <message>
        <source>Waiting for the keychain</source>
        <translation>Esperando al llavero</translation>
    </message>
    <message>
        <source>Unlock this computer&apos;s keychain, so that missed callers can be texted.</source>
        <translation>Desbloquee el llavero de este equipo para que se pueda responder a las llamadas perdidas.</translation>
    </message>
    <message>
        <source>Nothing can be saved</source>
        <translation>No se puede guardar nada</translation>
    </message>
    <message>
        <source>The disk may be full. Nothing is texted, so that nothing is sent twice.</source>
        <translation>Quizá el disco está lleno. No se envía nada, para no enviar dos veces.</translation>
    </message>
    <message numerus="yes">
        <source>%n missed calls</source>
        <translation>
            <numerusform>%n llamada perdida</numerusform>
            <numerusform>%n llamadas perdidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replies</source>
        <translation>
            <numerusform>%n respuesta</numerusform>
            <numerusform>%n respuestas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>News in %n conversations</source>
        <translation>
            <numerusform>Novedades en %n conversación</numerusform>
            <numerusform>Novedades en %n conversaciones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 y %n más</numerusform>
            <numerusform>%1 y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>The connection is not secure</source>
        <translation>La conexión no es segura</translation>
    </message>
    <message>
        <source>Nothing is sent. Open Textback to see what is wrong.</source>
        <translation>No se envía nada. Abra Textback para ver qué pasa.</translation>
    </message>
    <message>
        <source>Tells of a danger. Please call now.</source>
        <translation>Avisa de un peligro. Llame ahora, por favor.</translation>
    </message>
    <message>
        <source>Danger: %1</source>
        <translation>Peligro: %1</translation>
    </message>
    <message>
        <source>Asks for help at once.</source>
        <translation>Pide ayuda de inmediato.</translation>
    </message>
    <message>
        <source>Called again and reached nobody. Please call back.</source>
        <translation>Volvió a llamar y nadie contestó. Devuelva la llamada, por favor.</translation>
    </message>
    <message>
        <source>Has been waiting for an answer. Please write or call.</source>
        <translation>Lleva tiempo esperando respuesta. Escriba o llame, por favor.</translation>
    </message>
    <message>
        <source>Urgent: %1</source>
        <translation>Urgente: %1</translation>
    </message>
    <message>
        <source>Not texted: today&apos;s limit of automatic texts is reached. Please call back.</source>
        <translation>Sin mensaje: se alcanzó el límite de mensajes automáticos de hoy. Por favor, devuelva la llamada.</translation>
    </message>
    <message>
        <source>a customer</source>
        <translation>un cliente</translation>
    </message>
    <message>
        <source>A customer</source>
        <translation>Un cliente</translation>
    </message>
    <message>
        <source>Your answer was not sent</source>
        <translation>Su respuesta no se envió</translation>
    </message>
    <message>
        <source>Your answer to %1 was not sent</source>
        <translation>Su respuesta a %1 no se envió</translation>
    </message>
    <message>
        <source>%1 Your words are kept as a draft.</source>
        <translation>%1 Su texto se guardó como borrador.</translation>
    </message>
</context>
<context>
    <name>textback::NotificationsSection</name>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>Your desktop&apos;s own rules hold as well: where it is set not to disturb, it decides.</source>
        <translation>También valen las reglas de su escritorio: si está puesto en no molestar, decide él.</translation>
    </message>
    <message>
        <source>All: missed calls, texts and replies</source>
        <translation>Todo: llamadas perdidas, mensajes y respuestas</translation>
    </message>
    <message>
        <source>Only when I am needed</source>
        <translation>Solo cuando me necesitan</translation>
    </message>
    <message>
        <source>None</source>
        <comment>notifications</comment>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>Tell me</source>
        <translation>Avisarme</translation>
    </message>
    <message>
        <source>You are needed for replies, for callers who could not be texted, and for texts that did not arrive.</source>
        <translation>Lo necesitan las respuestas, quienes llamaron y no pudieron recibir un mensaje, y los mensajes que no llegaron.</translation>
    </message>
    <message>
        <source>Name and text</source>
        <translation>Nombre y texto</translation>
    </message>
    <message>
        <source>Name only</source>
        <translation>Solo el nombre</translation>
    </message>
    <message>
        <source>Neither: “New message”</source>
        <translation>Ninguno: «Mensaje nuevo»</translation>
    </message>
    <message>
        <source>Show of a customer</source>
        <translation>Mostrar de un cliente</translation>
    </message>
    <message>
        <source>Others may see this screen. You can answer in the notification only where it shows the text.</source>
        <translation>Otros pueden ver esta pantalla. Solo se puede responder en la notificación si muestra el texto.</translation>
    </message>
    <message>
        <source> min</source>
        <comment>minutes, after a number</comment>
        <translation> min</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>Tell again while somebody waits, every</source>
        <translation>Repetir mientras alguien espera, cada</translation>
    </message>
    <message>
        <source>Until you open the conversation or answer.</source>
        <translation>Hasta que abra la conversación o responda.</translation>
    </message>
</context>
<context>
    <name>textback::NumbersSection</name>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Abrir %1</translation>
    </message>
    <message>
        <source>More for %1</source>
        <translation>Más para %1</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Números</translation>
    </message>
    <message>
        <source>STOP and the other rules count for each number by itself. An export has all of them; data are deleted number by number.</source>
        <translation>STOP y las demás reglas valen para cada número por separado. Una exportación los incluye todos; los datos se eliminan número por número.</translation>
    </message>
    <message>
        <source>Opted out (STOP)</source>
        <translation>No quiere mensajes (STOP)</translation>
    </message>
    <message>
        <source>Separate: another person</source>
        <translation>Separar: es otra persona</translation>
    </message>
</context>
<context>
    <name>textback::OutlookWords</name>
    <message>
        <source>Only the text for a second call</source>
        <translation>Solo el de segunda llamada</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Permitido</translation>
    </message>
    <message>
        <source>Allowed, from %1</source>
        <translation>Permitido, desde %1</translation>
    </message>
    <message>
        <source>Not now: %1</source>
        <extracomment>Whether an automatic text may be sent. %1: two or three words, such as &quot;texted before&quot;.</extracomment>
        <translation>Ahora no: %1</translation>
    </message>
    <message>
        <source>No: %1</source>
        <translation>No: %1</translation>
    </message>
    <message>
        <source>A missed call would be texted when quiet hours end.</source>
        <translation>Una llamada perdida recibiría un mensaje cuando termine el horario de silencio.</translation>
    </message>
    <message>
        <source>A missed call would be texted now.</source>
        <translation>Una llamada perdida recibiría un mensaje ahora.</translation>
    </message>
    <message>
        <source>A missed call would get no text now: %1</source>
        <extracomment>%1: a sentence that begins in lower case, such as &quot;this is a landline. Call back instead.&quot;</extracomment>
        <translation>Una llamada perdida no recibiría mensaje ahora: %1</translation>
    </message>
    <message>
        <source>after %1</source>
        <extracomment>When the next automatic text is allowed. %1: &quot;2:07 PM tomorrow&quot;</extracomment>
        <translation>después de %1</translation>
    </message>
</context>
<context>
    <name>textback::PagedExport</name>
    <message>
        <source>The export could not be written: is the disk full? Choose another folder.</source>
        <translation>No se pudo escribir la exportación: ¿está lleno el disco? Elija otra carpeta.</translation>
    </message>
    <message>
        <source>%1 cannot be written. Choose another folder.</source>
        <translation>No se puede escribir %1. Elija otra carpeta.</translation>
    </message>
    <message>
        <source>The database is busy. Try the export again later.</source>
        <translation>La base de datos está ocupada. Vuelva a intentar la exportación más tarde.</translation>
    </message>
</context>
<context>
    <name>textback::PeopleDelegate</name>
    <message>
        <source>Opted out</source>
        <translation>No quiere mensajes</translation>
    </message>
</context>
<context>
    <name>textback::PeopleExport</name>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Last activity (%1)</source>
        <translation>Última actividad (%1)</translation>
    </message>
    <message>
        <source>Opted out</source>
        <translation>No quiere mensajes</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
</context>
<context>
    <name>textback::PeoplePage</name>
    <message>
        <source>Import…</source>
        <translation>Importar…</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Find people</source>
        <translation>Buscar personas</translation>
    </message>
    <message>
        <source>Name or number</source>
        <translation>Nombre o número</translation>
    </message>
    <message>
        <source>Reads an address book: vCard (.vcf), or CSV from Google or Outlook.</source>
        <translation>Lee una libreta de direcciones: vCard (.vcf) o CSV de Google u Outlook.</translation>
    </message>
    <message>
        <source>Writes everybody into a table (CSV) or an address book (vCard).</source>
        <translation>Escribe a todas las personas en una tabla (CSV) o una libreta de direcciones (vCard).</translation>
    </message>
    <message>
        <source>All people</source>
        <translation>Todas las personas</translation>
    </message>
    <message>
        <source>Exporting… %L1 people so far.</source>
        <translation>Exportando… %L1 personas hasta ahora.</translation>
    </message>
    <message numerus="yes">
        <source>%n people are in %1. They are your customers&apos; numbers: keep them safe.</source>
        <translation>
            <numerusform>%n persona está en %1. Es el número de un cliente: guárdelo bien.</numerusform>
            <numerusform>%n personas están en %1. Son los números de sus clientes: guárdelos bien.</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>With a name</source>
        <translation>Con nombre</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Sin nombre</translation>
    </message>
    <message>
        <source>Nobody is called “%1”.</source>
        <translation>Nadie se llama «%1».</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Borrar búsqueda</translation>
    </message>
    <message>
        <source>Nobody here</source>
        <translation>Nadie aquí</translation>
    </message>
    <message>
        <source>Nobody fits this choice.</source>
        <translation>Nadie corresponde a esta selección.</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>Ver a todos</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Aún no hay nadie</translation>
    </message>
    <message>
        <source>Whoever calls or writes is listed here, and your address book if you import it.</source>
        <translation>Aquí aparece quien llama o escribe, y su libreta de direcciones si la importa.</translation>
    </message>
    <message>
        <source>Import contacts…</source>
        <translation>Importar contactos…</translation>
    </message>
    <message>
        <source>Which address book to import</source>
        <translation>Qué libreta de direcciones importar</translation>
    </message>
    <message>
        <source>Address books (vCard, CSV)</source>
        <translation>Libretas de direcciones (vCard, CSV)</translation>
    </message>
    <message>
        <source>Where to put the contacts</source>
        <translation>Dónde guardar los contactos</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Tabla (CSV)</translation>
    </message>
    <message>
        <source>Address book (vCard)</source>
        <translation>Libreta de direcciones (vCard)</translation>
    </message>
</context>
<context>
    <name>textback::PersonExport</name>
    <message>
        <source>Export this person</source>
        <translation>Exportar esta persona</translation>
    </message>
    <message>
        <source>The data cannot be read at the moment. Try it again in a minute.</source>
        <translation>Los datos no se pueden leer ahora. Inténtelo de nuevo en un minuto.</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Guardado como %1.</translation>
    </message>
    <message>
        <source>%1 cannot be written. Choose another place.</source>
        <translation>No se puede escribir %1. Elija otro lugar.</translation>
    </message>
</context>
<context>
    <name>textback::PersonWords</name>
    <message>
        <source>No name yet</source>
        <translation>Aún sin nombre</translation>
    </message>
    <message>
        <source>No calls or texts yet</source>
        <translation>Sin llamadas ni mensajes aún</translation>
    </message>
    <message>
        <source>Last contact: %1</source>
        <translation>Último contacto: %1</translation>
    </message>
    <message>
        <source>Opted out</source>
        <translation>No quiere mensajes</translation>
    </message>
</context>
<context>
    <name>textback::PictureViewer</name>
    <message>
        <source>Previous</source>
        <translation>Anterior</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Guardar como…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Picture %1 of %2</source>
        <translation>Imagen %1 de %2</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Cargando…</translation>
    </message>
    <message>
        <source>This picture cannot be shown. You can save it.</source>
        <translation>Esta imagen no se puede mostrar. Puede guardarla.</translation>
    </message>
</context>
<context>
    <name>textback::ProviderSection</name>
    <message>
        <source>Phone provider</source>
        <translation>Proveedor de telefonía</translation>
    </message>
    <message>
        <source>Textback reads the call log of your own account there and texts from your own number.</source>
        <translation>Textback lee allí el registro de llamadas de su propia cuenta y envía mensajes desde su propio número.</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Revisar ahora</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Proveedor</translation>
    </message>
    <message>
        <source>%1 (optional)</source>
        <translation>%1 (opcional)</translation>
    </message>
    <message>
        <source>Kept in this computer&apos;s keychain, never in a file.</source>
        <translation>Se guarda en el llavero de este equipo, nunca en un archivo.</translation>
    </message>
    <message>
        <source>Numbers of this account: %1</source>
        <translation>Números de esta cuenta: %1</translation>
    </message>
</context>
<context>
    <name>textback::RailButton</name>
    <message numerus="yes">
        <source>%n need(s) a reply</source>
        <translation>
            <numerusform>%n por responder</numerusform>
            <numerusform>%n por responder</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>textback::ReasonWords</name>
    <message>
        <source>answered</source>
        <translation>atendida</translation>
    </message>
    <message>
        <source>answered elsewhere</source>
        <translation>atendida en otro teléfono</translation>
    </message>
    <message>
        <source>called back</source>
        <translation>llamada devuelta</translation>
    </message>
    <message>
        <source>hung up early</source>
        <translation>colgó pronto</translation>
    </message>
    <message>
        <source>menu or robot</source>
        <translation>menú o robot</translation>
    </message>
    <message>
        <source>screened</source>
        <translation>filtrada</translation>
    </message>
    <message>
        <source>before set-up</source>
        <translation>antes de configurar</translation>
    </message>
    <message>
        <source>too late</source>
        <translation>demasiado tarde</translation>
    </message>
    <message>
        <source>PC was asleep</source>
        <translation>el equipo dormía</translation>
    </message>
    <message>
        <source>texts are off</source>
        <translation>mensajes desactivados</translation>
    </message>
    <message>
        <source>watching only</source>
        <translation>solo observando</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>other PC</source>
        <translation>otro equipo</translation>
    </message>
    <message>
        <source>line is off</source>
        <translation>línea desactivada</translation>
    </message>
    <message>
        <source>you cancelled</source>
        <translation>usted canceló</translation>
    </message>
    <message>
        <source>quiet hours</source>
        <translation>horas de silencio</translation>
    </message>
    <message>
        <source>waited too long</source>
        <translation>esperó demasiado</translation>
    </message>
    <message>
        <source>already texted</source>
        <translation>ya se escribió</translation>
    </message>
    <message>
        <source>texted before</source>
        <translation>se escribió antes</translation>
    </message>
    <message>
        <source>texted twice</source>
        <translation>se escribió dos veces</translation>
    </message>
    <message>
        <source>you are in touch</source>
        <translation>ya se escriben</translation>
    </message>
    <message>
        <source>provider texted</source>
        <translation>escribió el proveedor</translation>
    </message>
    <message>
        <source>daily limit</source>
        <translation>límite diario</translation>
    </message>
    <message>
        <source>cost limit</source>
        <translation>límite de costo</translation>
    </message>
    <message>
        <source>allowance used</source>
        <translation>cupo usado</translation>
    </message>
    <message>
        <source>comparison group</source>
        <translation>grupo de comparación</translation>
    </message>
    <message>
        <source>opted out</source>
        <translation>no quiere mensajes</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>bloqueado</translation>
    </message>
    <message>
        <source>never text</source>
        <translation>nunca escribir</translation>
    </message>
    <message>
        <source>known contact</source>
        <translation>contacto conocido</translation>
    </message>
    <message>
        <source>VIP</source>
        <translation>VIP</translation>
    </message>
    <message>
        <source>withheld</source>
        <translation>número privado</translation>
    </message>
    <message>
        <source>no phone number</source>
        <translation>sin número</translation>
    </message>
    <message>
        <source>short code</source>
        <translation>número corto</translation>
    </message>
    <message>
        <source>toll-free</source>
        <translation>número gratuito</translation>
    </message>
    <message>
        <source>premium number</source>
        <translation>número de pago</translation>
    </message>
    <message>
        <source>foreign number</source>
        <translation>número extranjero</translation>
    </message>
    <message>
        <source>own number</source>
        <translation>número propio</translation>
    </message>
    <message>
        <source>staff</source>
        <translation>personal</translation>
    </message>
    <message>
        <source>landline</source>
        <translation>teléfono fijo</translation>
    </message>
    <message>
        <source>cannot get texts</source>
        <translation>no recibe mensajes</translation>
    </message>
    <message>
        <source>no text written</source>
        <translation>sin texto escrito</translation>
    </message>
    <message>
        <source>provider refused</source>
        <translation>el proveedor se negó</translation>
    </message>
    <message>
        <source>the call was answered.</source>
        <translation>la llamada fue atendida.</translation>
    </message>
    <message>
        <source>the call was answered on another phone.</source>
        <translation>la llamada fue atendida en otro teléfono.</translation>
    </message>
    <message>
        <source>you called back before it was due.</source>
        <translation>usted devolvió la llamada antes.</translation>
    </message>
    <message>
        <source>the caller hung up before it rang long enough.</source>
        <translation>la persona colgó antes de que sonara lo suficiente.</translation>
    </message>
    <message>
        <source>the call ended in a menu, or a robot called.</source>
        <translation>la llamada terminó en un menú o llamó un robot.</translation>
    </message>
    <message>
        <source>the call was screened and never reached your phone.</source>
        <translation>la llamada fue filtrada y nunca llegó a su teléfono.</translation>
    </message>
    <message>
        <source>the call came before this account was watched. Call back if it still matters.</source>
        <translation>la llamada llegó antes de vigilar esta cuenta. Devuélvala si todavía importa.</translation>
    </message>
    <message>
        <source>the call was seen too late for a text. Call back instead.</source>
        <translation>la llamada se vio demasiado tarde para un mensaje. Mejor devuelva la llamada.</translation>
    </message>
    <message>
        <source>this PC was asleep, and afterwards it was too late. Call back instead.</source>
        <translation>este equipo dormía y después ya era tarde. Mejor devuelva la llamada.</translation>
    </message>
    <message>
        <source>automatic texts are off. Switch them on in Settings.</source>
        <translation>los mensajes automáticos están desactivados. Actívelos en Ajustes.</translation>
    </message>
    <message>
        <source>watching only, otherwise it would have been texted. Switch texts on in Settings.</source>
        <translation>solo observando; si no, se habría enviado. Active los mensajes en Ajustes.</translation>
    </message>
    <message>
        <source>automatic texts were paused. Write or call yourself.</source>
        <translation>los mensajes automáticos estaban en pausa. Escriba o llame usted.</translation>
    </message>
    <message>
        <source>another PC sends the texts; this one only shows them.</source>
        <translation>otro equipo envía los mensajes; este solo los muestra.</translation>
    </message>
    <message>
        <source>automatic texts are off for the line that was called.</source>
        <translation>los mensajes automáticos están desactivados para la línea que recibió la llamada.</translation>
    </message>
    <message>
        <source>you cancelled it.</source>
        <translation>usted lo canceló.</translation>
    </message>
    <message>
        <source>it is quiet hours. It is decided again when they end.</source>
        <translation>son horas de silencio. Se decide de nuevo cuando terminen.</translation>
    </message>
    <message>
        <source>it had to wait until it was too late. Call back instead.</source>
        <translation>tuvo que esperar hasta que fue tarde. Mejor devuelva la llamada.</translation>
    </message>
    <message>
        <source>this call was already answered with a text.</source>
        <translation>esta llamada ya se respondió con un mensaje.</translation>
    </message>
    <message>
        <source>this caller got an automatic text a short while ago. Write yourself if something is open.</source>
        <translation>esta persona recibió un mensaje automático hace poco. Escriba usted si algo quedó pendiente.</translation>
    </message>
    <message>
        <source>this caller got both automatic texts already. Better call back.</source>
        <translation>esta persona ya recibió los dos mensajes automáticos. Mejor devuelva la llamada.</translation>
    </message>
    <message>
        <source>you are already writing with this caller.</source>
        <translation>usted ya se está escribiendo con esta persona.</translation>
    </message>
    <message>
        <source>your phone provider texted by itself. Switch its auto-reply off to avoid two texts.</source>
        <translation>su proveedor escribió por su cuenta. Desactive su respuesta automática para evitar dos mensajes.</translation>
    </message>
    <message>
        <source>the limit of automatic texts for today is reached. Write or call yourself.</source>
        <translation>se alcanzó el límite de mensajes automáticos de hoy. Escriba o llame usted.</translation>
    </message>
    <message>
        <source>the cost limit is reached. Write or call yourself, or raise the limit in Settings.</source>
        <translation>se alcanzó el límite de costo. Escriba o llame usted, o suba el límite en Ajustes.</translation>
    </message>
    <message>
        <source>the texts of your provider&apos;s plan are used up. Call back instead.</source>
        <translation>se agotaron los mensajes del plan de su proveedor. Mejor devuelva la llamada.</translation>
    </message>
    <message>
        <source>this caller is in the group that gets none, for comparison.</source>
        <translation>esta persona está en el grupo que no recibe mensajes, para comparar.</translation>
    </message>
    <message>
        <source>this person opted out (STOP). You may call, but not text.</source>
        <translation>esta persona no quiere mensajes (STOP). Puede llamarla, pero no escribirle.</translation>
    </message>
    <message>
        <source>texts to this person are on hold. You may call.</source>
        <translation>los mensajes a esta persona están en espera. Puede llamarla.</translation>
    </message>
    <message>
        <source>this number is blocked.</source>
        <translation>este número está bloqueado.</translation>
    </message>
    <message>
        <source>this number is on your “never text” list. Call back instead.</source>
        <translation>este número está en su lista «nunca escribir». Mejor devuelva la llamada.</translation>
    </message>
    <message>
        <source>known contacts get no automatic text. Write or call yourself.</source>
        <translation>los contactos conocidos no reciben mensajes automáticos. Escriba o llame usted.</translation>
    </message>
    <message>
        <source>this is a VIP: call back in person.</source>
        <translation>es un VIP: devuelva la llamada en persona.</translation>
    </message>
    <message>
        <source>the caller withheld the number, so there is nobody to text.</source>
        <translation>llamó con número privado, así que no hay a quién escribir.</translation>
    </message>
    <message>
        <source>the caller has no phone number that could be texted.</source>
        <translation>quien llamó no tiene un número al que se pueda escribir.</translation>
    </message>
    <message>
        <source>short codes and service numbers are never texted.</source>
        <translation>a números cortos y de servicio nunca se les escribe.</translation>
    </message>
    <message>
        <source>toll-free numbers are not texted. Call back instead.</source>
        <translation>a números gratuitos no se les escribe. Mejor devuelva la llamada.</translation>
    </message>
    <message>
        <source>premium numbers are never texted.</source>
        <translation>a números de pago nunca se les escribe.</translation>
    </message>
    <message>
        <source>this is a number from another country. Call or write yourself.</source>
        <translation>es un número de otro país. Llame o escriba usted.</translation>
    </message>
    <message>
        <source>this is one of your own numbers.</source>
        <translation>es uno de sus propios números.</translation>
    </message>
    <message>
        <source>this number belongs to your staff.</source>
        <translation>este número es de su personal.</translation>
    </message>
    <message>
        <source>this is a landline. Call back instead.</source>
        <translation>es un teléfono fijo. Mejor devuelva la llamada.</translation>
    </message>
    <message>
        <source>this number cannot get texts. Call back instead.</source>
        <translation>este número no puede recibir mensajes. Mejor devuelva la llamada.</translation>
    </message>
    <message>
        <source>no text is written for this case. Write one in Settings.</source>
        <translation>no hay un texto escrito para este caso. Escriba uno en Ajustes.</translation>
    </message>
    <message>
        <source>your phone provider refuses to send. Look at the account there.</source>
        <translation>su proveedor se niega a enviar. Revise la cuenta allí.</translation>
    </message>
    <message>
        <source>Missed call</source>
        <translation>Llamada perdida</translation>
    </message>
    <message>
        <source>Missed call, closed</source>
        <translation>Llamada perdida, cerrado</translation>
    </message>
    <message>
        <source>Missed call, holiday</source>
        <translation>Llamada perdida, feriado</translation>
    </message>
    <message>
        <source>Storm</source>
        <translation>Tormenta</translation>
    </message>
    <message>
        <source>Second call</source>
        <translation>Segunda llamada</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Seguimiento</translation>
    </message>
    <message>
        <source>Review request</source>
        <translation>Pedido de reseña</translation>
    </message>
    <message>
        <source>Opted out</source>
        <translation>No quiere mensajes</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Opted in</source>
        <translation>Acepta mensajes</translation>
    </message>
    <message>
        <source>We have your message</source>
        <translation>Tenemos su mensaje</translation>
    </message>
    <message>
        <source>replied</source>
        <translation>respondió</translation>
    </message>
    <message>
        <source>booked</source>
        <translation>reservado</translation>
    </message>
    <message>
        <source>the customer replied, so nothing follows by itself.</source>
        <translation>el cliente respondió, así que nada más sale por sí solo.</translation>
    </message>
    <message>
        <source>a job is booked, so nothing follows by itself.</source>
        <translation>hay un trabajo reservado, así que nada más sale por sí solo.</translation>
    </message>
    <message>
        <source>hourly limit</source>
        <translation>límite por hora</translation>
    </message>
    <message>
        <source>this number got three automatic texts within an hour, and gets no more. Write or call yourself.</source>
        <translation>este número ya recibió tres mensajes automáticos en una hora y no recibe más. Escriba o llame usted.</translation>
    </message>
</context>
<context>
    <name>textback::RepliesDialog</name>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Saved replies</source>
        <translation>Respuestas guardadas</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>{name|there}, {biz}, {link}, {phone} and {open} are filled in. Other words in braces, such as {day}, you fill in yourself.</source>
        <translation>{name|there}, {biz}, {link}, {phone} y {open} se completan solos. Otras palabras entre llaves, como {day}, las completa usted.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>A reply has no name yet: give it one, or delete it.</source>
        <translation>Una respuesta aún no tiene nombre: póngale uno o elimínela.</translation>
    </message>
    <message>
        <source>Two replies are called “%1”: change one of the names.</source>
        <translation>Dos respuestas se llaman «%1»: cambie uno de los nombres.</translation>
    </message>
    <message>
        <source>“%1” has no text yet: write one, or delete the reply.</source>
        <translation>«%1» aún no tiene texto: escríbalo o elimine la respuesta.</translation>
    </message>
    <message>
        <source>“%1” is longer than a text may be (%2 characters): shorten it.</source>
        <translation>«%1» es más largo de lo que puede ser un mensaje (%2 caracteres): acórtelo.</translation>
    </message>
</context>
<context>
    <name>textback::ReplyPicker</name>
    <message>
        <source>Saved replies</source>
        <translation>Respuestas guardadas</translation>
    </message>
    <message>
        <source>Manage saved replies…</source>
        <translation>Administrar respuestas guardadas…</translation>
    </message>
</context>
<context>
    <name>textback::RowControls</name>
    <message>
        <source>Back to the inbox</source>
        <translation>Volver a la bandeja</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Snooze to another time</source>
        <translation>Posponer a otra hora</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Posponer</translation>
    </message>
</context>
<context>
    <name>textback::RulesSection</name>
    <message>
        <source>Automatic text</source>
        <translation>Mensaje automático</translation>
    </message>
    <message>
        <source>Text to a missed caller</source>
        <translation>Mensaje para una llamada perdida</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Activado</translation>
    </message>
    <message>
        <source>A missed caller gets the text below.</source>
        <translation>Quien llamó sin respuesta recibe el mensaje de abajo.</translation>
    </message>
    <message>
        <source>Watch only</source>
        <translation>Solo observar</translation>
    </message>
    <message>
        <source>Shows what would have been texted, and sends nothing.</source>
        <translation>Muestra lo que se habría enviado y no envía nada.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Desactivado</translation>
    </message>
    <message>
        <source>Nothing is decided or texted by itself. You can still write to everyone.</source>
        <translation>Nada se decide ni se envía por sí solo. Usted puede seguir escribiendo a todos.</translation>
    </message>
    <message>
        <source>Insert %1</source>
        <translation>Insertar %1</translation>
    </message>
    <message>
        <source>+ Business name</source>
        <translation>+ Nombre del negocio</translation>
    </message>
    <message>
        <source>+ Booking link</source>
        <translation>+ Enlace de reservas</translation>
    </message>
    <message>
        <source>Use the standard text</source>
        <translation>Usar el texto estándar</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds, after a number</comment>
        <translation> s</translation>
    </message>
    <message>
        <source> h</source>
        <comment>hours, after a number</comment>
        <translation> h</translation>
    </message>
    <message>
        <source> min</source>
        <comment>minutes, after a number</comment>
        <translation> min</translation>
    </message>
    <message>
        <source>Wait before the text</source>
        <translation>Espera antes del mensaje</translation>
    </message>
    <message>
        <source>Dropped if the caller is answered meanwhile.</source>
        <translation>Se cancela si mientras tanto alguien atiende.</translation>
    </message>
    <message>
        <source>One text per caller in</source>
        <translation>Un mensaje por persona cada</translation>
    </message>
    <message>
        <source>Over all of your numbers.</source>
        <translation>Entre todos sus números.</translation>
    </message>
    <message>
        <source>Never text a call older than</source>
        <translation>No responder llamadas de hace más de</translation>
    </message>
    <message>
        <source>Such a call asks to be called back.</source>
        <translation>Esa llamada queda para devolver.</translation>
    </message>
    <message>
        <source>Stay silent after you wrote, for</source>
        <translation>Callar después de que usted escribió</translation>
    </message>
    <message>
        <source>So that nothing talks over you.</source>
        <translation>Para que nada interrumpa su conversación.</translation>
    </message>
    <message>
        <source>If a call is missed, the caller is texted after %1 s, at most once in %2 h.</source>
        <translation>Si se pierde una llamada, la persona recibe un mensaje tras %1 s, como máximo una vez cada %2 h.</translation>
    </message>
    <message>
        <source>Watching only: nothing is sent. When on: %1</source>
        <translation>Solo observando: no se envía nada. Al activarlo: %1</translation>
    </message>
    <message>
        <source>Off: nothing is sent by itself.</source>
        <translation>Desactivado: nada se envía por sí solo.</translation>
    </message>
</context>
<context>
    <name>textback::SamePersonCard</name>
    <message>
        <source>Same person</source>
        <translation>La misma persona</translation>
    </message>
    <message>
        <source>No, two people</source>
        <translation>No, son dos personas</translation>
    </message>
    <message>
        <source>Each number keeps its own texts and rules.</source>
        <translation>Cada número conserva sus propios mensajes y reglas.</translation>
    </message>
    <message>
        <source>%1 also has %2. The same person?</source>
        <translation>%1 tiene también el %2. ¿Es la misma persona?</translation>
    </message>
</context>
<context>
    <name>textback::SearchModel</name>
    <message>
        <source>Recent</source>
        <translation>Recientes</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Acciones</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>You:</source>
        <translation>Usted:</translation>
    </message>
    <message>
        <source>Note about %1</source>
        <translation>Nota sobre %1</translation>
    </message>
</context>
<context>
    <name>textback::SearchPalette</name>
    <message>
        <source>↑ ↓ to choose · Enter to open · Esc to close</source>
        <translation>↑ ↓ para elegir · Intro para abrir · Esc para cerrar</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>Buscar en todo</translation>
    </message>
    <message>
        <source>Search people, messages, notes and actions</source>
        <translation>Buscar personas, mensajes, notas y acciones</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>Nothing for “%1”. Search also looks in notes.</source>
        <translation>Nada para «%1». La búsqueda también mira en las notas.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n resultado</numerusform>
            <numerusform>%n resultados</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>textback::SecretField</name>
    <message>
        <source>Keep it</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Will be removed when you save</source>
        <translation>Se quitará al guardar</translation>
    </message>
    <message>
        <source>Stored in this computer&apos;s keychain. Type to replace it</source>
        <translation>Guardado en el llavero de este equipo. Escriba para reemplazarlo</translation>
    </message>
    <message>
        <source>From the environment (%1)</source>
        <translation>Del entorno (%1)</translation>
    </message>
</context>
<context>
    <name>textback::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Not saved: one field needs another look.</source>
        <translation>No se guardó: revise un campo.</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>No se guardó: %1</translation>
    </message>
    <message>
        <source>Not saved: the keychain did not take the sign-in data.</source>
        <translation>No se guardó: el llavero no aceptó los datos de acceso.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Guardado.</translation>
    </message>
</context>
<context>
    <name>textback::SettingsProblem</name>
    <message>
        <source>The name is needed before texts can go out: it stands in each of them.</source>
        <translation>El nombre hace falta antes de enviar mensajes: aparece en cada uno.</translation>
    </message>
    <message>
        <source>This name cannot be used in a text.</source>
        <translation>Este nombre no se puede usar en un mensaje.</translation>
    </message>
    <message>
        <source>This time zone is not known. Choose one from the list, such as America/Detroit.</source>
        <translation>No se conoce esta zona horaria. Elija una de la lista, como America/Detroit.</translation>
    </message>
    <message>
        <source>Enter a whole address that begins with https://</source>
        <translation>Escriba una dirección completa que empiece con https://</translation>
    </message>
    <message>
        <source>This text cannot be used: see the note below it.</source>
        <translation>Este texto no se puede usar: vea la nota de abajo.</translation>
    </message>
    <message>
        <source>The number that texts must be one of your own.</source>
        <translation>El número que envía debe ser uno de los suyos.</translation>
    </message>
    <message>
        <source>This line cannot be used as it is.</source>
        <translation>Esta línea no se puede usar así.</translation>
    </message>
    <message>
        <source>This is needed to sign in.</source>
        <translation>Hace falta para iniciar sesión.</translation>
    </message>
    <message>
        <source>This does not look right. Copy it once more from the provider&apos;s page.</source>
        <translation>No parece correcto. Cópielo otra vez de la página del proveedor.</translation>
    </message>
    <message>
        <source>This name is too long or has characters that cannot be shown.</source>
        <translation>Este nombre es demasiado largo o tiene caracteres que no se pueden mostrar.</translation>
    </message>
</context>
<context>
    <name>textback::ShellDialogs</name>
    <message>
        <source>Quit Textback?</source>
        <translation>¿Salir de Textback?</translation>
    </message>
    <message>
        <source>Missed calls will not be texted until you start it again.</source>
        <translation>No se responderá a las llamadas perdidas hasta que lo inicie de nuevo.</translation>
    </message>
    <message>
        <source>Calls will not be watched until you start it again.</source>
        <translation>Las llamadas no se vigilarán hasta que lo inicie de nuevo.</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Textback is still running</source>
        <translation>Textback sigue funcionando</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>Entendido</translation>
    </message>
    <message>
        <source>Quit instead</source>
        <translation>Salir del programa</translation>
    </message>
    <message>
        <source>This desktop has no tray for its icon, so the window was minimized and missed callers are texted as before. To end the program, press Ctrl+Q in its window.</source>
        <translation>Este escritorio no tiene bandeja para su icono, así que la ventana se minimizó y se sigue respondiendo a las llamadas perdidas. Para terminar el programa, presione Ctrl+Q en su ventana.</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) have not left yet. They leave when you start it again, unless it is too late for them then.</source>
        <translation>
            <numerusform>Todavía no ha salido %n mensaje. Saldrá cuando vuelva a iniciar el programa, salvo que entonces ya sea demasiado tarde.</numerusform>
            <numerusform>Todavía no han salido %n mensajes. Saldrán cuando vuelva a iniciar el programa, salvo que entonces ya sea demasiado tarde.</numerusform>
        </translation>
    </message>
    <message>
        <source>Textback is already running, but it does not answer.</source>
        <translation>Textback ya está en marcha, pero no responde.</translation>
    </message>
    <message>
        <source>Process %1 seems to be frozen. Ending it loses nothing: what it recorded is safe, and a text that was on its way is looked up at your phone provider.</source>
        <translation>Parece que el proceso %1 está bloqueado. Terminarlo no pierde nada: lo que registró está a salvo, y un mensaje que estaba en camino se busca en su proveedor de telefonía.</translation>
    </message>
    <message>
        <source>It cannot be ended from here. Restart the computer, then start Textback again.</source>
        <translation>No se puede terminar desde aquí. Reinicie el equipo y vuelva a iniciar Textback.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>End it and start</source>
        <translation>Terminarlo e iniciar</translation>
    </message>
    <message>
        <source>Another computer has this data in use: %1</source>
        <translation>Otro equipo tiene estos datos en uso: %1</translation>
    </message>
    <message>
        <source>If Textback runs there on this very folder, close it there first. If it does not, because the folder was copied or moved, start it here. When both computers go on, let only one of them send: Settings, This PC.</source>
        <translation>Si Textback está funcionando allí con esta misma carpeta, ciérrelo allí primero. Si no es así, porque la carpeta se copió o se movió, inícielo aquí. Si los dos equipos siguen funcionando, deje que solo uno envíe: Ajustes, Este equipo.</translation>
    </message>
    <message>
        <source>Start here</source>
        <translation>Iniciar aquí</translation>
    </message>
    <message>
        <source>It goes on texting missed callers while its window is closed. Open it again with its icon in the tray; if you do not see the icon, look among the hidden ones. To end the program, choose Quit there. You can change this in Settings.</source>
        <translation>Sigue respondiendo a las llamadas perdidas con la ventana cerrada. Ábralo otra vez con su icono en la bandeja; si no ve el icono, búsquelo entre los ocultos. Para terminar el programa, elija Salir allí. Puede cambiarlo en Ajustes.</translation>
    </message>
</context>
<context>
    <name>textback::SimulatedPhonePanel</name>
    <message>
        <source>Simulated phone</source>
        <translation>Teléfono simulado</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demostración</translation>
    </message>
    <message>
        <source>You play the customer. No real call or text is made.</source>
        <translation>Usted hace de cliente. No se hace ninguna llamada ni mensaje real.</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Qué pasó</translation>
    </message>
    <message>
        <source>Call the business</source>
        <translation>Llamar al negocio</translation>
    </message>
    <message>
        <source>Call and hang up</source>
        <translation>Llamar y colgar</translation>
    </message>
    <message>
        <source>%1 calls, lets it ring a few times and hangs up.</source>
        <translation>%1 llama, deja sonar unas veces y cuelga.</translation>
    </message>
    <message>
        <source>Let it ring out</source>
        <translation>Dejar sonar hasta el final</translation>
    </message>
    <message>
        <source>%1 calls until nobody answered.</source>
        <translation>%1 llama y nadie contesta.</translation>
    </message>
    <message>
        <source>Leave voicemail</source>
        <translation>Dejar un mensaje de voz</translation>
    </message>
    <message>
        <source>%1 calls and speaks to the voicemail.</source>
        <translation>%1 llama y deja un mensaje de voz.</translation>
    </message>
    <message>
        <source>Text the business</source>
        <translation>Escribir al negocio</translation>
    </message>
    <message>
        <source>Suggested replies</source>
        <translation>Respuestas sugeridas</translation>
    </message>
    <message>
        <source>Reply text</source>
        <translation>Texto de la respuesta</translation>
    </message>
    <message>
        <source>Or type a text</source>
        <translation>O escriba un texto</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Responder</translation>
    </message>
    <message>
        <source>The customer opts out of texts</source>
        <translation>El cliente deja de recibir mensajes</translation>
    </message>
    <message>
        <source>Choose a reply…</source>
        <translation>Elija una respuesta…</translation>
    </message>
    <message>
        <source>%1 texts: %2</source>
        <translation>%1 escribe: %2</translation>
    </message>
</context>
<context>
    <name>textback::SnoozeDialog</name>
    <message>
        <source>Snooze</source>
        <translation>Posponer</translation>
    </message>
    <message>
        <source>Back in the inbox on</source>
        <translation>De vuelta en la bandeja el</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>Fecha y hora</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>This time has passed. Pick a later one.</source>
        <translation>Esa hora ya pasó. Elija una posterior.</translation>
    </message>
</context>
<context>
    <name>textback::SnoozeMenu</name>
    <message>
        <source>Snooze</source>
        <translation>Posponer</translation>
    </message>
    <message>
        <source>For 1 hour</source>
        <translation>1 hora</translation>
    </message>
    <message>
        <source>This afternoon</source>
        <translation>Esta tarde</translation>
    </message>
    <message>
        <source>This evening</source>
        <translation>Esta noche</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Mañana</translation>
    </message>
    <message>
        <source>Next Monday</source>
        <translation>El próximo lunes</translation>
    </message>
    <message>
        <source>Pick date and time…</source>
        <translation>Elegir fecha y hora…</translation>
    </message>
    <message>
        <source>Back to the inbox now</source>
        <translation>Volver a la bandeja ahora</translation>
    </message>
</context>
<context>
    <name>textback::StartWords</name>
    <message>
        <source>The database %1 is damaged and there is no good backup. It was left as it is, because it holds who said STOP: put a copy of it back.</source>
        <translation>La base de datos %1 está dañada y no hay ninguna copia de seguridad buena. Se dejó como está, porque guarda quién dijo STOP: ponga en su lugar una copia.</translation>
    </message>
    <message>
        <source>The database %1 was written by a later version of Textback. Install that version.</source>
        <translation>La base de datos %1 la escribió una versión posterior de Textback. Instale esa versión.</translation>
    </message>
    <message>
        <source>The database %1 is in use by another program. Close that one (a backup or antivirus tool, perhaps) and start again.</source>
        <translation>Otro programa está usando la base de datos %1. Ciérrelo (quizá sea uno de copias de seguridad o un antivirus) y vuelva a empezar.</translation>
    </message>
    <message>
        <source>The disk with the database %1 is full. Free space and start again.</source>
        <translation>El disco de la base de datos %1 está lleno. Libere espacio y vuelva a empezar.</translation>
    </message>
    <message>
        <source>The database %1 cannot be written. Give your user the right to write it, and start again.</source>
        <translation>No se puede escribir en la base de datos %1. Dé a su usuario permiso para escribir en ella y vuelva a empezar.</translation>
    </message>
    <message>
        <source>The database %1 cannot be used: %2</source>
        <translation>No se puede usar la base de datos %1: %2</translation>
    </message>
    <message>
        <source>The backup %1 was written by a later version of Textback. Nothing was changed.</source>
        <translation>La copia de seguridad %1 la escribió una versión posterior de Textback. No se cambió nada.</translation>
    </message>
    <message>
        <source>The backup %1 is damaged or no database of Textback. Nothing was changed: choose another one.</source>
        <translation>La copia de seguridad %1 está dañada o no es una base de datos de Textback. No se cambió nada: elija otra.</translation>
    </message>
    <message>
        <source>The disk is too full to restore the backup %1. Nothing was changed: free space and try again.</source>
        <translation>El disco está demasiado lleno para restaurar la copia de seguridad %1. No se cambió nada: libere espacio e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The backup %1 cannot be restored. Nothing was changed: choose another one.</source>
        <translation>No se puede restaurar la copia de seguridad %1. No se cambió nada: elija otra.</translation>
    </message>
    <message>
        <source>%1 is no folder. Textback keeps its data in one: name another one with --data-dir.</source>
        <translation>%1 no es una carpeta. Textback guarda sus datos en una: indique otra con --data-dir.</translation>
    </message>
    <message>
        <source>The data folder %1 is on a network drive, where a database is not safe. Name a folder of this computer with --data-dir.</source>
        <translation>La carpeta de datos %1 está en una unidad de red, donde una base de datos no está segura. Indique una carpeta de este equipo con --data-dir.</translation>
    </message>
    <message>
        <source>The data folder %1 is copied to other computers by a service such as Dropbox or OneDrive, which breaks a database in use. Name a folder that stays on this computer with --data-dir.</source>
        <translation>Un servicio como Dropbox u OneDrive copia la carpeta de datos %1 a otros equipos, y eso daña una base de datos en uso. Indique con --data-dir una carpeta que se quede en este equipo.</translation>
    </message>
    <message>
        <source>The data folder %1 is not yours alone: it belongs to another user, or others can read it. Name an empty folder of your own with --data-dir.</source>
        <translation>La carpeta de datos %1 no es solo suya: es de otro usuario, u otros pueden leerla. Indique una carpeta propia y vacía con --data-dir.</translation>
    </message>
    <message>
        <source>Textback cannot write into its data folder %1. Give your user the right to write there, free space on its disk, or name another folder with --data-dir.</source>
        <translation>Textback no puede escribir en su carpeta de datos %1. Dé a su usuario permiso para escribir allí, libere espacio en el disco o indique otra carpeta con --data-dir.</translation>
    </message>
    <message>
        <source>It already works without a window (process %1). End that process first, then start again.</source>
        <translation>Ya está funcionando sin ventana (proceso %1). Termine primero ese proceso y vuelva a iniciar.</translation>
    </message>
    <message>
        <source>It already works without a window. End that copy first, then start again.</source>
        <translation>Ya está funcionando sin ventana. Termine primero esa copia y vuelva a iniciar.</translation>
    </message>
</context>
<context>
    <name>textback::TagChip</name>
    <message>
        <source>Blue</source>
        <translation>Azul</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Verde</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>Ámbar</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rojo</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Gris</translation>
    </message>
    <message>
        <source>Tag %1</source>
        <translation>Etiqueta %1</translation>
    </message>
    <message>
        <source>Delete takes it off; Enter shows more.</source>
        <translation>Supr la quita; Intro muestra más.</translation>
    </message>
</context>
<context>
    <name>textback::TagDialog</name>
    <message>
        <source>Edit tag</source>
        <translation>Editar etiqueta</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>Etiqueta nueva</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Color</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>Delete tag…</source>
        <translation>Eliminar etiqueta…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>There is a tag of this name already.</source>
        <translation>Ya hay una etiqueta con este nombre.</translation>
    </message>
    <message>
        <source>Give the tag a name.</source>
        <translation>Dé un nombre a la etiqueta.</translation>
    </message>
    <message>
        <source>Delete the tag “%1”?</source>
        <translation>¿Eliminar la etiqueta «%1»?</translation>
    </message>
    <message>
        <source>It goes from every person who has it.</source>
        <translation>Desaparece de todas las personas que la tienen.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
</context>
<context>
    <name>textback::TagsSection</name>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>+ Tag</source>
        <translation>+ Etiqueta</translation>
    </message>
    <message>
        <source>Add tag</source>
        <translation>Añadir etiqueta</translation>
    </message>
    <message>
        <source>New tag…</source>
        <translation>Etiqueta nueva…</translation>
    </message>
    <message>
        <source>There are %1 tags: delete one to make another</source>
        <translation>Hay %1 etiquetas: elimine una para crear otra</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Edit tag…</source>
        <translation>Editar etiqueta…</translation>
    </message>
</context>
<context>
    <name>textback::TextPreview</name>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>Your business</source>
        <translation>Su negocio</translation>
    </message>
    <message numerus="yes">
        <source>%1 / %2 · %n text(s)</source>
        <translation>
            <numerusform>%1 / %2 · %n mensaje</numerusform>
            <numerusform>%1 / %2 · %n mensajes</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” makes every text hold only 70 characters.</source>
        <translation>«%1» hace que cada mensaje tenga solo 70 caracteres.</translation>
    </message>
    <message>
        <source>A { has no matching }.</source>
        <translation>A una { le falta su }.</translation>
    </message>
    <message>
        <source>{link} needs a booking link: enter one under Business, or take it out of the text.</source>
        <translation>{link} necesita un enlace de reservas: escriba uno en Negocio o quítelo del texto.</translation>
    </message>
    <message>
        <source>The text is empty.</source>
        <translation>El texto está vacío.</translation>
    </message>
    <message>
        <source>Carriers filter “%1”, or callers misread it: use other words.</source>
        <translation>Los operadores filtran «%1», o los clientes lo malinterpretan: use otras palabras.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n text(s) can be sent: make it shorter.</source>
        <translation>
            <numerusform>Se puede enviar como máximo %n mensaje: acórtelo.</numerusform>
            <numerusform>Se pueden enviar como máximo %n mensajes: acórtelo.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only {biz}, {link}, {phone}, {open} and {name|there} can be filled in.</source>
        <translation>Solo se pueden completar {biz}, {link}, {phone}, {open} y {name|amigo}.</translation>
    </message>
    <message>
        <source>Most callers&apos; names are not known: write {name|there} with the word for them.</source>
        <translation>De la mayoría de quienes llaman no se sabe el nombre: escriba {name|amigo} con la palabra que va en su lugar.</translation>
    </message>
    <message>
        <source>A short plain phrase can stand behind |, as in {link|our website}.</source>
        <translation>Detrás de | puede ir una frase corta y sencilla, como en {link|nuestra página}.</translation>
    </message>
</context>
<context>
    <name>textback::ThisPcSection</name>
    <message>
        <source>This PC</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <source>Where several PCs run Textback on one account, exactly one sends the automatic texts.</source>
        <translation>Si varios equipos usan Textback con una misma cuenta, solo uno envía los mensajes automáticos.</translation>
    </message>
    <message>
        <source>Front desk</source>
        <translation>Recepción</translation>
    </message>
    <message>
        <source>Name of this PC (optional)</source>
        <translation>Nombre de este equipo (opcional)</translation>
    </message>
    <message>
        <source>Only for you. It stands in no text.</source>
        <translation>Solo para usted. No aparece en ningún mensaje.</translation>
    </message>
    <message>
        <source>Sends no automatic texts. You can still write to everyone from here.</source>
        <translation>No envía mensajes automáticos. Desde aquí puede seguir escribiendo a todos.</translation>
    </message>
    <message>
        <source>Send the texts</source>
        <translation>Enviar los mensajes</translation>
    </message>
    <message>
        <source>After a change it waits about two minutes for what the other PC sent last. Switch the other PC to “Only show” first.</source>
        <translation>Tras el cambio espera unos dos minutos a ver lo último que envió el otro equipo. Antes, ponga el otro equipo en «Solo mostrar».</translation>
    </message>
    <message>
        <source>Only show</source>
        <translation>Solo mostrar</translation>
    </message>
</context>
<context>
    <name>textback::ThreadActions</name>
    <message>
        <source>Text copied.</source>
        <translation>Texto copiado.</translation>
    </message>
    <message>
        <source>Send this text again?</source>
        <translation>¿Enviar otra vez este mensaje?</translation>
    </message>
    <message>
        <source>The first one may have arrived: then they get it twice.</source>
        <translation>El primero puede haber llegado: entonces lo recibirá dos veces.</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Enviar otra vez</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>This computer has no program for calls. The number %1 is copied: dial it on your phone.</source>
        <translation>Este equipo no tiene un programa para llamar. El número %1 se copió: márquelo en su teléfono.</translation>
    </message>
    <message>
        <source>%1 copied.</source>
        <translation>%1 copiado.</translation>
    </message>
    <message>
        <source>Decided %1.</source>
        <translation>Decidido: %1.</translation>
    </message>
    <message>
        <source>Rule: %1, version %2 of the rules.</source>
        <translation>Regla: %1, versión %2 de las reglas.</translation>
    </message>
    <message>
        <source>Rule: %1.</source>
        <translation>Regla: %1.</translation>
    </message>
    <message>
        <source>Why was no text sent?</source>
        <translation>¿Por qué no se envió un mensaje?</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Call %1?</source>
        <translation>¿Llamar a %1?</translation>
    </message>
    <message>
        <source>Open %1 in the browser?</source>
        <translation>¿Abrir %1 en el navegador?</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Llamar</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>This computer has no program that opens it. The link is copied.</source>
        <translation>Este equipo no tiene ningún programa que lo abra. El enlace está copiado.</translation>
    </message>
</context>
<context>
    <name>textback::ThreadDelegate</name>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
</context>
<context>
    <name>textback::ThreadTools</name>
    <message>
        <source>Search in this conversation</source>
        <translation>Buscar en esta conversación</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Escribir una nota</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Resultado siguiente</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Resultado anterior</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
    <message>
        <source>Note copied.</source>
        <translation>Nota copiada.</translation>
    </message>
    <message>
        <source>Note changed.</source>
        <translation>Nota cambiada.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Note deleted.</source>
        <translation>Nota eliminada.</translation>
    </message>
</context>
<context>
    <name>textback::ThreadView</name>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Devolver la llamada</translation>
    </message>
    <message>
        <source>Cancel this text</source>
        <translation>Cancelar este mensaje</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Enviar ahora</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Enviar otra vez</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Enviar de todos modos</translation>
    </message>
    <message>
        <source>Why was no text sent?</source>
        <translation>¿Por qué no se envió un mensaje?</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Copiar texto</translation>
    </message>
    <message>
        <source>Open link</source>
        <translation>Abrir enlace</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Abrir %1</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Mostrar más</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>Editar nota</translation>
    </message>
    <message>
        <source>Delete note</source>
        <translation>Eliminar nota</translation>
    </message>
    <message>
        <source>Try to fetch it again</source>
        <translation>Intentar descargarlo de nuevo</translation>
    </message>
    <message>
        <source>Play voicemail</source>
        <translation>Escuchar el mensaje de voz</translation>
    </message>
    <message>
        <source>Save voicemail as…</source>
        <translation>Guardar el mensaje de voz como…</translation>
    </message>
</context>
<context>
    <name>textback::ThreadWords</name>
    <message>
        <source>Call back</source>
        <translation>Devolver la llamada</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>¿Por qué?</translation>
    </message>
    <message>
        <source>Checking with the provider… %1</source>
        <translation>Verificando con el proveedor… %1</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) or file(s): look at them at your phone provider</source>
        <translation>
            <numerusform>%n imagen o archivo: véalo en su proveedor</numerusform>
            <numerusform>%n imágenes o archivos: véalos en su proveedor</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Enviar ahora</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Enviar de todos modos</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Llamar</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Enviar otra vez</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Copiar texto</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>Sin confirmar</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>No enviado</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Verificando</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>En espera de envío</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Enviando</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Entregado</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>No entregado</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Falló</translation>
    </message>
    <message>
        <source>Sent elsewhere</source>
        <translation>Enviado desde otro lugar</translation>
    </message>
    <message>
        <source>Automatic · sending in %1</source>
        <translation>Automático · se envía en %1</translation>
    </message>
    <message>
        <source>Automatic · sending…</source>
        <translation>Automático · enviando…</translation>
    </message>
    <message>
        <source>Automatic · template “%1”</source>
        <translation>Automático · plantilla «%1»</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Text not confirmed. It may have arrived.</source>
        <translation>Mensaje sin confirmar. Puede haber llegado.</translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>No enviado: %1</translation>
    </message>
    <message>
        <source>Not sent.</source>
        <translation>No enviado.</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Usted</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automático</translation>
    </message>
    <message>
        <source>sent elsewhere</source>
        <translation>enviado desde otro lugar</translation>
    </message>
    <message>
        <source>This text was too long to keep: the rest of it is at your phone provider.</source>
        <translation>Este mensaje era demasiado largo para guardarlo: el resto está en su proveedor telefónico.</translation>
    </message>
    <message>
        <source>Show more (%L1 of %L2 characters)</source>
        <translation>Mostrar más (%L1 de %L2 caracteres)</translation>
    </message>
    <message>
        <source>Note · Only you see this</source>
        <translation>Nota · Solo usted la ve</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) or file(s)</source>
        <translation>
            <numerusform>%n imagen o archivo</numerusform>
            <numerusform>%n imágenes o archivos</numerusform>
        </translation>
    </message>
    <message>
        <source>Note, only you see this, %1: %2</source>
        <translation>Nota, solo usted la ve, %1: %2</translation>
    </message>
</context>
<context>
    <name>textback::TimeWords</name>
    <message>
        <source>MMM d</source>
        <extracomment>Date format of a day of this year, as QLocale::toString takes it.</extracomment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>MMM d, yyyy</source>
        <extracomment>Date format of a day of another year, as QLocale::toString takes it.</extracomment>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is a short weekday, %2 a date: &quot;Mon, Nov 3&quot;.</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>yesterday, %1</source>
        <translation>ayer, %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date and time</comment>
        <extracomment>%1 is a date, %2 a time of day: &quot;Nov 3, 2:07 PM&quot;.</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2 (%3)</source>
        <extracomment>%1 is a long date, %2 a time with seconds, %3 the time zone&apos;s short name.</extracomment>
        <translation>%1, %2 (%3)</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 tomorrow</source>
        <translation>%1 mañana</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>weekday and time</comment>
        <extracomment>%1 is a short weekday, %2 a time of day: &quot;Mon 8:00 AM&quot;.</extracomment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>textback::TimelineSection</name>
    <message>
        <source>Timeline</source>
        <translation>Cronología</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>Nada todavía.</translation>
    </message>
</context>
<context>
    <name>textback::Toast</name>
    <message>
        <source>Notice</source>
        <translation>Aviso</translation>
    </message>
</context>
<context>
    <name>textback::TrapWords</name>
    <message numerus="yes">
        <source>%1: %n of %2 answered calls were picked up after %3 to %4 seconds and were over within a minute. Probably a cell phone&apos;s voicemail took them, and these callers got no text.</source>
        <translation>
            <numerusform>%1: %n de %2 llamadas contestadas se contestó entre los %3 y los %4 segundos y terminó en menos de un minuto. Probablemente la tomó el buzón de voz de un celular, y esa persona no recibió ningún mensaje.</numerusform>
            <numerusform>%1: %n de %2 llamadas contestadas se contestaron entre los %3 y los %4 segundos y terminaron en menos de un minuto. Probablemente las tomó el buzón de voz de un celular, y esas personas no recibieron ningún mensaje.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n of %2 answered calls were picked up at once and were over within a minute. Probably the phone is off, or it sends callers to its voicemail without ringing.</source>
        <translation>
            <numerusform>%1: %n de %2 llamadas contestadas se contestó de inmediato y terminó en menos de un minuto. Probablemente el teléfono está apagado o manda las llamadas a su buzón sin sonar.</numerusform>
            <numerusform>%1: %n de %2 llamadas contestadas se contestaron de inmediato y terminaron en menos de un minuto. Probablemente el teléfono está apagado o manda las llamadas a su buzón sin sonar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n calls within 24 hours were missed, none was answered, and no phone rang.</source>
        <translation>
            <numerusform>%1: en 24 horas se perdió %n llamada, ninguna se contestó y no sonó ningún teléfono.</numerusform>
            <numerusform>%1: en 24 horas se perdieron %n llamadas, ninguna se contestó y no sonó ningún teléfono.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: the phones ring for %2 seconds. A cell phone&apos;s voicemail picks up after 20 to 30 and takes the call.</source>
        <translation>%1: los teléfonos suenan %2 segundos. El buzón de voz de un celular contesta entre los 20 y los 30 y se queda con la llamada.</translation>
    </message>
    <message>
        <source>%1: callers who hang up before %2 rings are not counted as missed, but the phones never ring that long (%3 seconds at most).</source>
        <translation>%1: quien cuelga antes de %2 timbres no cuenta como llamada perdida, pero los teléfonos nunca suenan tanto (%3 segundos como máximo).</translation>
    </message>
    <message numerus="yes">
        <source>%1: in 7 days %n of %2 missed callers got a text from another program within a minute.</source>
        <translation>
            <numerusform>%1: en 7 días, %n de %2 personas con llamada perdida recibió en menos de un minuto un mensaje de otro programa.</numerusform>
            <numerusform>%1: en 7 días, %n de %2 personas con llamada perdida recibieron en menos de un minuto un mensaje de otro programa.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: in 7 days the phone set-up failed for %n calls. Callers heard an error, or no phone could be reached.</source>
        <translation>
            <numerusform>%1: en 7 días la configuración telefónica falló en %n llamada. La persona oyó un error o no se pudo llamar a ningún teléfono.</numerusform>
            <numerusform>%1: en 7 días la configuración telefónica falló en %n llamadas. Las personas oyeron un error o no se pudo llamar a ningún teléfono.</numerusform>
        </translation>
    </message>
    <message>
        <source>Let the phones ring for 15 to 18 seconds in the provider&apos;s call set-up.</source>
        <translation>En la configuración de llamadas del proveedor, deje que los teléfonos suenen de 15 a 18 segundos.</translation>
    </message>
    <message>
        <source>On an iPhone, switch off Live Voicemail and Silence Unknown Callers in the settings of the phone app, then call the line from a number that the phone does not know.</source>
        <translation>En un iPhone, desactive el buzón de voz en vivo y «Silenciar desconocidos» en los ajustes de la app Teléfono; después llame a la línea desde un número que el teléfono no conozca.</translation>
    </message>
    <message>
        <source>See whether the phone forwards all calls: only those that nobody answers should be forwarded.</source>
        <translation>Revise si el teléfono desvía todas las llamadas: solo deben desviarse las que nadie contesta.</translation>
    </message>
    <message numerus="yes">
        <source>Set the line to %n rings or fewer.</source>
        <translation>
            <numerusform>Ponga la línea en %n timbre.</numerusform>
            <numerusform>Ponga la línea en %n timbres o menos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Two texts annoy callers: switch off the texts to missed callers in the other program or at the provider, or pause Textback.</source>
        <translation>Dos mensajes molestan a quien llama: desactive los mensajes por llamada perdida en el otro programa o en el proveedor, o pause Textback.</translation>
    </message>
    <message>
        <source>Look into the error log of the provider, and call the line yourself.</source>
        <translation>Mire el registro de errores del proveedor y llame usted mismo a la línea.</translation>
    </message>
    <message>
        <source>Was it a voicemail? Set voicemailAfterSeconds of this line to %1 with a settings file, and such calls count as missed.</source>
        <translation>¿Era un buzón de voz? Ponga voicemailAfterSeconds de esta línea en %1 con un archivo de configuración, y esas llamadas cuentan como perdidas.</translation>
    </message>
</context>
<context>
    <name>textback::TrayController</name>
    <message>
        <source>Textback is still running</source>
        <translation>Textback sigue funcionando</translation>
    </message>
    <message>
        <source>Missed callers are texted as before. Open the window with the icon in the tray.</source>
        <translation>Se sigue respondiendo a las llamadas perdidas. Abra la ventana con el icono en la bandeja.</translation>
    </message>
    <message>
        <source>Missed callers are texted as before. The window was minimized.</source>
        <translation>Se sigue respondiendo a las llamadas perdidas. La ventana se minimizó.</translation>
    </message>
</context>
<context>
    <name>textback::TrayMenu</name>
    <message>
        <source>Resume automatic texts</source>
        <translation>Reanudar los mensajes automáticos</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Ajustes…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Pause automatic texts</source>
        <translation>Pausar los mensajes automáticos</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 hora</translation>
    </message>
    <message>
        <source>Until tomorrow</source>
        <translation>Hasta mañana</translation>
    </message>
    <message>
        <source>Until I resume</source>
        <translation>Hasta que los reanude</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>Only when I am needed</source>
        <translation>Solo cuando me necesitan</translation>
    </message>
    <message>
        <source>None</source>
        <comment>notifications</comment>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>Open inbox (%1)</source>
        <translation>Abrir la bandeja de entrada (%1)</translation>
    </message>
    <message>
        <source>Open inbox</source>
        <translation>Abrir la bandeja de entrada</translation>
    </message>
</context>
<context>
    <name>textback::TrayStatus</name>
    <message>
        <source>phone provider not set up</source>
        <translation>proveedor sin configurar</translation>
    </message>
    <message>
        <source>no internet</source>
        <translation>sin internet</translation>
    </message>
    <message>
        <source>the phone provider has trouble</source>
        <translation>el proveedor tiene problemas</translation>
    </message>
    <message>
        <source>sign in to the phone provider again</source>
        <translation>inicie sesión otra vez con el proveedor</translation>
    </message>
    <message>
        <source>the phone provider refuses to send</source>
        <translation>el proveedor se niega a enviar</translation>
    </message>
    <message>
        <source>waiting for the keychain</source>
        <translation>esperando al llavero</translation>
    </message>
    <message>
        <source>nothing can be saved</source>
        <translation>no se puede guardar nada</translation>
    </message>
    <message>
        <source>automatic texts on</source>
        <translation>mensajes automáticos activados</translation>
    </message>
    <message>
        <source>watching only</source>
        <translation>solo observando</translation>
    </message>
    <message>
        <source>automatic texts off</source>
        <translation>mensajes automáticos desactivados</translation>
    </message>
    <message>
        <source>last check %1 s ago</source>
        <translation>última revisión hace %1 s</translation>
    </message>
    <message>
        <source>last check %1 min ago</source>
        <translation>última revisión hace %1 min</translation>
    </message>
    <message>
        <source>last check %1 h ago</source>
        <translation>última revisión hace %1 h</translation>
    </message>
    <message numerus="yes">
        <source>%n need a reply</source>
        <translation>
            <numerusform>%n por responder</numerusform>
            <numerusform>%n por responder</numerusform>
        </translation>
    </message>
    <message>
        <source>all answered</source>
        <translation>todo respondido</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>business: inbox, automatic texts</comment>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>On</source>
        <comment>automatic texts</comment>
        <translation>Activado</translation>
    </message>
    <message>
        <source>Watching only</source>
        <translation>Solo observando</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>automatic texts</comment>
        <translation>Desactivado</translation>
    </message>
    <message>
        <source>%1 · connecting…</source>
        <translation>%1 · conectando…</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>nothing is texted after crashes</source>
        <translation>no se envía nada tras varios fallos</translation>
    </message>
    <message>
        <source>the connection is not secure, nothing is sent</source>
        <translation>la conexión no es segura, no se envía nada</translation>
    </message>
    <message>
        <source>automatic texts paused</source>
        <translation>mensajes automáticos en pausa</translation>
    </message>
    <message>
        <source>automatic texts paused until %1</source>
        <translation>mensajes automáticos en pausa hasta %1</translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>automatic texts</comment>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Paused until %1</source>
        <translation>En pausa hasta %1</translation>
    </message>
</context>
<context>
    <name>textback::WindowParts</name>
    <message>
        <source>Textback</source>
        <translation>Textback</translation>
    </message>
    <message>
        <source>Textback cannot start.</source>
        <translation>Textback no puede iniciar.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>It could not be saved: %1</source>
        <translation>No se pudo guardar: %1</translation>
    </message>
</context>
<context>
    <name>textback::WindowSection</name>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Colors</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source> %</source>
        <comment>percent, after a number</comment>
        <translation> %</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>Missed callers are texted as before. Without it, closing the window asks whether to quit.</source>
        <translation>Se sigue respondiendo a las llamadas perdidas. Sin esto, al cerrar la ventana se pregunta si desea salir.</translation>
    </message>
    <message>
        <source>Keep running in the tray</source>
        <translation>Seguir en la bandeja</translation>
    </message>
    <message>
        <source>When the window is closed</source>
        <translation>Al cerrar la ventana</translation>
    </message>
</context>
<context>
    <name>textback::ZoneQuestion</name>
    <message>
        <source>Time zone</source>
        <translation>Zona horaria</translation>
    </message>
    <message>
        <source>This PC is in another time zone than your business.</source>
        <translation>Este equipo está en otra zona horaria que su negocio.</translation>
    </message>
    <message>
        <source>The business&apos;s zone is %1, this PC&apos;s is %2. Times are shown in the business&apos;s zone. If you only travel, keep it.</source>
        <translation>La zona del negocio es %1 y la de este equipo es %2. Las horas se muestran en la zona del negocio. Si solo está de viaje, consérvela.</translation>
    </message>
    <message>
        <source>Keep %1</source>
        <translation>Conservar %1</translation>
    </message>
    <message>
        <source>Use this PC&apos;s zone</source>
        <translation>Usar la zona de este equipo</translation>
    </message>
</context>
</TS>
