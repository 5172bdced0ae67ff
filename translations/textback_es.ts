<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_US" sourcelanguage="en">
<context>
    <name>ProviderField</name>
    <message>
        <source>Account SID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API key SID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auth token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API key secret</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>textback::BusinessSection</name>
    <message>
        <source>Towing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roadside assistance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heating and cooling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plumbing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locksmith</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Junk car buying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Electrical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Garage doors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appliance repair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another trade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Business</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As your customers know it. It stands in every automatic text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chooses the standard text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times are shown in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booking link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where customers book online. It goes into a text in place of {link}. May stay empty.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>textback::ConnectionWords</name>
    <message>
        <source>Trying again now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying again in %1 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying again in %1 min.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected yet. Enter the sign-in data below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected. Last check %1 s ago.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected. Last check %1 min ago.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider cannot be reached. Missed calls will be handled when the internet is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider has trouble and does not answer properly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider asks us to slow down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider does not accept this sign-in. Texts are on hold: check the account and enter the token again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider refuses: “%1” Nothing is texted until that is settled with the provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider refuses. Nothing is texted until that is settled with the provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer&apos;s keychain is locked. Unlock it, and Textback goes on by itself; you need not sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database cannot be written; the disk may be full. Nothing is texted, so that nothing is sent twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keychain was found on this computer, so the sign-in data cannot be kept. Install and start one (GNOME Keyring, KWallet or KeePassXC), or give the data by environment variables.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access to this computer&apos;s keychain was denied. Save again and allow it when you are asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer&apos;s keychain did not answer as it should. Start it again (or sign out of this computer and in again), then save once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the provider&apos;s own call flow may already text back. Switch that off, or callers get two texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot send texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a trial account: the provider texts only numbers that you verified there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>textback::FreedesktopNotifier</name>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>textback::LinesSection</name>
    <message>
        <source>Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your numbers whose missed calls are texted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch every number of the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rings of %1 before a hang-up counts as missed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number that texts for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> rings</source>
        <comment>after a number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts come from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your carrier forwards unanswered calls to this number: every call to it is already missed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a telephone number that can be called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least one number, or watch every number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gets forwarded calls only</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>textback::Notifications</name>
    <message>
        <source>Too long ago for a text. Please call back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not texted: automatic texts are off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only watching: this call would have been texted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was texted already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Called again and was texted before. Please call back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not texted: you are already writing to each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not texted: your monthly limit is reached. Please call back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wants no texts (STOP). Please call back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not texted: may not want texts. Please look at the conversation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not texted, as you set it for this person. Please call back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number is withheld, so no text could be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No automatic text goes to a number of this kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a landline. Please call back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This number cannot get texts. Please call back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not texted: the text in Settings cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not texted: your phone provider refused. Please call back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texted in %1 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texted after %1 min.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withheld number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed call from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text to %1 did not arrive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please call, or look at the reason in the conversation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text to %1 was not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have arrived. Please check the conversation before you send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wants no more texts (STOP). Nothing more is texted to this number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to your phone provider again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It no longer accepts the sign-in. Missed callers are not texted until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your phone provider refuses to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is texted. Open Textback to see what the provider says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock this computer&apos;s keychain, so that missed callers can be texted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk may be full. Nothing is texted, so that nothing is sent twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n missed calls</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replies</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>News in %n conversations</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>textback::PlainMessageBox</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>textback::ProviderSection</name>
    <message>
        <source>Phone provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Textback reads the call log of your own account there and texts from your own number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in this computer&apos;s keychain, never in a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers of this account: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>textback::RulesSection</name>
    <message>
        <source>Automatic text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text to a missed caller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A missed caller gets the text below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows what would have been texted, and sends nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is decided or texted by itself. You can still write to everyone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ Business name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ Booking link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the standard text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds, after a number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> h</source>
        <comment>hours, after a number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> min</source>
        <comment>minutes, after a number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait before the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped if the caller is answered meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One text per caller in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over all of your numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never text a call older than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such a call asks to be called back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay silent after you wrote, for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So that nothing talks over you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If a call is missed, the caller is texted after %1 s, at most once in %2 h.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watching only: nothing is sent. When on: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: nothing is sent by itself.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>textback::SecretField</name>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Will be removed when you save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored in this computer&apos;s keychain. Type to replace it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the environment (%1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>textback::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: one field needs another look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: the keychain did not take the sign-in data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>textback::SettingsProblem</name>
    <message>
        <source>The name is needed before texts can go out: it stands in each of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This name cannot be used in a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This time zone is not known. Choose one from the list, such as America/Detroit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a whole address that begins with https://</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text cannot be used: see the note below it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number that texts must be one of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This line cannot be used as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is needed to sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This does not look right. Copy it once more from the provider&apos;s page.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>textback::ShellDialogs</name>
    <message>
        <source>Quit Textback?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed calls will not be texted until you start it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls will not be watched until you start it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Textback is still running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes on texting missed callers while its window is closed. Open it again with its icon in the tray; if you do not see the icon, look among the hidden ones. To end the program, choose Quit there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desktop has no tray for its icon, so the window was minimized and missed callers are texted as before. To end the program, choose Quit in its menu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Got it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit instead</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>textback::SimulatedPhonePanel</name>
    <message>
        <source>Simulated phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You play the customer. No real call or text is made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call the business</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call and hang up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 calls, lets it ring a few times and hangs up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let it ring out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 calls until nobody answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave voicemail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 calls and speaks to the voicemail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text the business</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggested replies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or type a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer opts out of texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a reply…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 texts: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>textback::TextPreview</name>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your business</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 / %2 · %n text(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” makes every text hold only 70 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {biz}, {link} and {phone} can be filled in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A { has no matching }.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{link} needs a booking link: enter one under Business, or take it out of the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is empty.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>textback::TrayController</name>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Textback is still running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed callers are texted as before. Open the window with the icon in the tray.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed callers are texted as before. The window was minimized.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open inbox (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open inbox</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>textback::TrayStatus</name>
    <message>
        <source>phone provider not set up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no internet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the phone provider has trouble</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sign in to the phone provider again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the phone provider refuses to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for the keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing can be saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>automatic texts on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>watching only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>automatic texts off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last check %1 s ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last check %1 min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last check %1 h ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n need a reply</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>all answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>business: inbox, automatic texts</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <comment>automatic texts</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watching only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <comment>automatic texts</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>textback::WindowParts</name>
    <message>
        <source>Textback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Textback cannot start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
