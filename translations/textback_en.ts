<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>textback::BannerList</name>
    <message numerus="yes">
        <source>While you were away: this PC slept from %1 to %2. %n missed call(s) were not texted, too late.</source>
        <translation>
            <numerusform>While you were away: this PC slept from %1 to %2. %n missed call was not texted, too late.</numerusform>
            <numerusform>While you were away: this PC slept from %1 to %2. %n missed calls were not texted, too late.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Carriers filtered %n of your texts within a day. A plain text goes in their place; look at your own words and links, and at your registration for business texting.</source>
        <translation>
            <numerusform>Carriers filtered %n of your texts within a day. A plain text goes in its place; look at your own words and links, and at your registration for business texting.</numerusform>
            <numerusform>Carriers filtered %n of your texts within a day. A plain text goes in their place; look at your own words and links, and at your registration for business texting.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>textback::CallsPage</name>
    <message numerus="yes">
        <source>%n call(s) are in %1. They hold your callers&apos; numbers: keep them safe.</source>
        <translation>
            <numerusform>%n call is in %1. It holds your caller&apos;s number: keep it safe.</numerusform>
            <numerusform>%n calls are in %1. They hold your callers&apos; numbers: keep them safe.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>textback::Composer</name>
    <message numerus="yes">
        <source>%n character(s) too long for a text</source>
        <translation>
            <numerusform>%n character too long for a text</numerusform>
            <numerusform>%n characters too long for a text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s)</source>
        <translation>
            <numerusform>%n text</numerusform>
            <numerusform>%n texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” costs %n more text(s). Use a plain one</source>
        <translation>
            <numerusform>“%1” costs %n more text. Use a plain one</numerusform>
            <numerusform>“%1” costs %n more texts. Use a plain one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n character(s)?</source>
        <translation>
            <numerusform>Paste %n character?</numerusform>
            <numerusform>Paste %n characters?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>As text messages that would be %n.</source>
        <translation>
            <numerusform>As text messages that would be %n.</numerusform>
            <numerusform>As text messages that would be %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>textback::ConversationWords</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They called %n time(s) and reached nobody. Please call back.</source>
        <translation>
            <numerusform>They called %n time and reached nobody. Please call back.</numerusform>
            <numerusform>They called %n times and reached nobody. Please call back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>textback::DataSection</name>
    <message numerus="yes">
        <source>%n row(s) are in %1. They hold your callers&apos; numbers and texts: keep them safe.</source>
        <translation>
            <numerusform>%n row is in %1. It holds your callers&apos; numbers and texts: keep it safe.</numerusform>
            <numerusform>%n rows are in %1. They hold your callers&apos; numbers and texts: keep them safe.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>textback::ImportDialog</name>
    <message numerus="yes">
        <source>%n new name(s).</source>
        <translation>
            <numerusform>%n new name.</numerusform>
            <numerusform>%n new names.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) are here already.</source>
        <translation>
            <numerusform>%n name is here already.</numerusform>
            <numerusform>%n names are here already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) have another name here.</source>
        <translation>
            <numerusform>%n number has another name here.</numerusform>
            <numerusform>%n numbers have another name here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) stand there more than once and are merged.</source>
        <translation>
            <numerusform>%n number stands there more than once and is merged.</numerusform>
            <numerusform>%n numbers stand there more than once and are merged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n name(s)</source>
        <translation>
            <numerusform>Import %n name</numerusform>
            <numerusform>Import %n names</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) cannot be used:</source>
        <translation>
            <numerusform>%n line cannot be used:</numerusform>
            <numerusform>%n lines cannot be used:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) are stored.</source>
        <translation>
            <numerusform>%n name is stored.</numerusform>
            <numerusform>%n names are stored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) are stored, then the database could not be written. Try again later: the rest follows.</source>
        <translation>
            <numerusform>%n name is stored, then the database could not be written. Try again later: the rest follows.</numerusform>
            <numerusform>%n names are stored, then the database could not be written. Try again later: the rest follows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %n name(s) are stored. Import the file again for the rest.</source>
        <translation>
            <numerusform>Stopped: %n name is stored. Import the file again for the rest.</numerusform>
            <numerusform>Stopped: %n names are stored. Import the file again for the rest.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>textback::JumpButton</name>
    <message numerus="yes">
        <source>Jump to the newest (%n new)</source>
        <translation>
            <numerusform>Jump to the newest (%n new)</numerusform>
            <numerusform>Jump to the newest (%n new)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>textback::MediaWords</name>
    <message numerus="yes">
        <source>%n more at your phone provider</source>
        <translation>
            <numerusform>%n more at your phone provider</numerusform>
            <numerusform>%n more at your phone provider</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>textback::NoticeBanner</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>textback::Notifications</name>
    <message numerus="yes">
        <source>%n missed calls</source>
        <translation>
            <numerusform>%n missed call</numerusform>
            <numerusform>%n missed calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replies</source>
        <translation>
            <numerusform>%n reply</numerusform>
            <numerusform>%n replies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>News in %n conversations</source>
        <translation>
            <numerusform>News in %n conversation</numerusform>
            <numerusform>News in %n conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>textback::PeoplePage</name>
    <message numerus="yes">
        <source>%n people are in %1. They are your customers&apos; numbers: keep them safe.</source>
        <translation>
            <numerusform>%n person is in %1. It is your customer&apos;s number: keep it safe.</numerusform>
            <numerusform>%n people are in %1. They are your customers&apos; numbers: keep them safe.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>textback::RailButton</name>
    <message numerus="yes">
        <source>%n need(s) a reply</source>
        <translation>
            <numerusform>%n needs a reply</numerusform>
            <numerusform>%n need a reply</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>textback::SearchPalette</name>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>textback::ShellDialogs</name>
    <message numerus="yes">
        <source>%n text(s) have not left yet. They leave when you start it again, unless it is too late for them then.</source>
        <translation>
            <numerusform>%n text has not left yet. It leaves when you start it again, unless it is too late for it then.</numerusform>
            <numerusform>%n texts have not left yet. They leave when you start it again, unless it is too late for them then.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>textback::TextPreview</name>
    <message numerus="yes">
        <source>%1 / %2 · %n text(s)</source>
        <translation>
            <numerusform>%1 / %2 · %n text</numerusform>
            <numerusform>%1 / %2 · %n texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n text(s) can be sent: make it shorter.</source>
        <translation>
            <numerusform>At most %n text can be sent: make it shorter.</numerusform>
            <numerusform>At most %n texts can be sent: make it shorter.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>textback::ThreadWords</name>
    <message numerus="yes">
        <source>%n picture(s) or file(s): look at them at your phone provider</source>
        <translation>
            <numerusform>%n picture or file: look at it at your phone provider</numerusform>
            <numerusform>%n pictures or files: look at them at your phone provider</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) or file(s)</source>
        <translation>
            <numerusform>%n picture or file</numerusform>
            <numerusform>%n pictures or files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>textback::TrapWords</name>
    <message numerus="yes">
        <source>%1: %n of %2 answered calls were picked up after %3 to %4 seconds and were over within a minute. Probably a cell phone&apos;s voicemail took them, and these callers got no text.</source>
        <translation>
            <numerusform>%1: %n of %2 answered calls was picked up after %3 to %4 seconds and was over within a minute. Probably a cell phone&apos;s voicemail took it, and this caller got no text.</numerusform>
            <numerusform>%1: %n of %2 answered calls were picked up after %3 to %4 seconds and were over within a minute. Probably a cell phone&apos;s voicemail took them, and these callers got no text.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n of %2 answered calls were picked up at once and were over within a minute. Probably the phone is off, or it sends callers to its voicemail without ringing.</source>
        <translation>
            <numerusform>%1: %n of %2 answered calls was picked up at once and was over within a minute. Probably the phone is off, or it sends callers to its voicemail without ringing.</numerusform>
            <numerusform>%1: %n of %2 answered calls were picked up at once and were over within a minute. Probably the phone is off, or it sends callers to its voicemail without ringing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n calls within 24 hours were missed, none was answered, and no phone rang.</source>
        <translation>
            <numerusform>%1: %n call within 24 hours was missed, none was answered, and no phone rang.</numerusform>
            <numerusform>%1: %n calls within 24 hours were missed, none was answered, and no phone rang.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: in 7 days %n of %2 missed callers got a text from another program within a minute.</source>
        <translation>
            <numerusform>%1: in 7 days %n of %2 missed callers got a text from another program within a minute.</numerusform>
            <numerusform>%1: in 7 days %n of %2 missed callers got a text from another program within a minute.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: in 7 days the phone set-up failed for %n calls. Callers heard an error, or no phone could be reached.</source>
        <translation>
            <numerusform>%1: in 7 days the phone set-up failed for %n call. The caller heard an error, or no phone could be reached.</numerusform>
            <numerusform>%1: in 7 days the phone set-up failed for %n calls. Callers heard an error, or no phone could be reached.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set the line to %n rings or fewer.</source>
        <translation>
            <numerusform>Set the line to %n ring.</numerusform>
            <numerusform>Set the line to %n rings or fewer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>textback::TrayStatus</name>
    <message numerus="yes">
        <source>%n need a reply</source>
        <translation>
            <numerusform>%n needs a reply</numerusform>
            <numerusform>%n need a reply</numerusform>
        </translation>
    </message>
</context>
</TS>
