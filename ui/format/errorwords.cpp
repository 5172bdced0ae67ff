// SPDX-License-Identifier: MIT
#include "ui/format/errorwords.h"

#include "ui/format/safetext.h"
#include "ui/format/timewords.h"

namespace textback {

using namespace Qt::StringLiterals;

QString ErrorWords::ofThisSide(const Error &error)
{
    const QString host = error.certificate && !error.certificate->host.isEmpty() ? singleLine(error.certificate->host)
                                                                                 : tr("your phone provider", "in place of its host name");
    const QString issuer = error.certificate ? singleLine(error.certificate->issuer) : QString();
    if (error.providerCode == clockSuspectedCode)
        return tr("This PC's clock is wrong, so that nobody can tell whether the connection to %1 is secure. Nothing is sent. Set date and "
                  "time "
                  "in the system's settings.")
            .arg(host);
    if (error.providerCode == tlsRefusedCode && !issuer.isEmpty())
        return tr("Something between this PC and %1 shows a wrong certificate (issued by “%2”). Nothing is sent. Try another network, or "
                  "ask "
                  "who looks after this one.")
            .arg(host, issuer);
    if (error.providerCode == tlsRefusedCode)
        return tr("Something between this PC and %1 keeps the connection from being secure. Nothing is sent. Try another network, or ask "
                  "who "
                  "looks after this one.")
            .arg(host);
    if (error.providerCode == notJsonCode || error.providerCode == redirectCode)
        return tr(
            "Something else answers in place of your phone provider, such as a network's sign-in page. Open a web browser and sign in "
            "to the network.");
    if (error.providerCode == signInMissingCode)
        return tr("The sign-in for your phone provider is not in this computer's keychain any more. Texts are on hold. Enter it again.");
    return {};
}

QString ErrorWords::ofErasure(const Error &error)
{
    if (error.providerCode == "text-on-its-way"_L1)
        return tr("Nothing was deleted: a text to this person is on its way. Wait until it has left, or cancel it, and try again.");
    if (error.providerCode == "call-going-on"_L1)
        return tr("Nothing was deleted: a call with this person is not over, or not dealt with yet. Try again in a minute.");
    if (error.providerCode == "doubt-open"_L1)
        return tr("Nothing was deleted: answer the question above the message field first, whether this person wants no more texts.");
    return {};
}

/// The codes are those of CredentialStore::read.
QString ErrorWords::ofKeychain(const Error &error)
{
    if (error.providerCode == "locked"_L1)
        return tr("Your computer's keychain is locked. Unlock it to go on.");
    if (error.providerCode == "no-service"_L1)
        return tr("This computer offers no keychain to keep the sign-in in. Start one, such as GNOME Keyring or KWallet.");
    if (error.providerCode == "denied"_L1)
        return tr("Your computer's keychain refused to give the sign-in. Start Textback again and allow it when you are asked.");
    return tr("Your computer's keychain does not answer as it should. Sign out of this computer and in again.");
}

QString ErrorWords::sentence(const Error &error)
{
    if (const QString words = ofThisSide(error); !words.isEmpty())
        return words;
    switch (error.kind) {
    case ErrorKind::Network:
        return tr("Your phone provider cannot be reached. Check this PC's internet connection; we keep trying.");
    case ErrorKind::Timeout:
        return tr("Your phone provider took too long to answer. We keep trying.");
    case ErrorKind::Unauthorized:
        return tr("Your phone provider did not accept the sign-in. Check the account's keys in Settings.");
    case ErrorKind::RateLimited:
        return error.retryAfter ? tr("The provider asks us to slow down. Trying again in %1.").arg(TimeWords::span(*error.retryAfter))
                                : tr("The provider asks us to slow down. Trying again shortly.");
    case ErrorKind::InvalidRecipient:
        return tr("This number cannot be texted. Call instead.");
    case ErrorKind::OptedOut:
        return tr("This person opted out (STOP). You may call, but not text.");
    case ErrorKind::Rejected:
        if (!error.providerCode.isEmpty())
            return failedText(error.providerCode, error.detail);
        return tr("Your phone provider refused this. Look at the account there.");
    case ErrorKind::Server:
        return tr("Your phone provider has trouble at the moment. We keep trying.");
    case ErrorKind::BadResponse:
        return tr("Your phone provider answered with something that could not be read. We keep trying; if it lasts, look for an update.");
    case ErrorKind::Storage:
        if (const QString words = ofErasure(error); !words.isEmpty())
            return words;
        if (error.providerCode == "locked"_L1)
            return tr("Another program holds the database on this PC. Close it (a backup or antivirus tool, perhaps) and try again.");
        if (error.providerCode == "read-only"_L1)
            return tr("The database on this PC may not be written. Give your user the right to write the data folder.");
        return tr("The database on this PC could not be used. Make sure that the disk is not full.");
    case ErrorKind::Keychain:
        return ofKeychain(error);
    case ErrorKind::Cancelled:
        return tr("It was not finished, because the program was closing. Try again.");
    }
    Q_UNREACHABLE();
}

QString ErrorWords::failedText(const QString &errorCode, const QString &errorText)
{
    if (errorCode == "21610"_L1)
        return tr("This person opted out (STOP). You may call, but not text.");
    if (errorCode == "30006"_L1 || errorCode == "21614"_L1 || errorCode == "21635"_L1)
        return tr("This is a landline, or it cannot get texts. Call instead.");
    if (errorCode == "30003"_L1)
        return tr("The phone was off or out of reach. Try again later, or call.");
    if (errorCode == "30004"_L1)
        return tr("The phone or its carrier blocks these texts. Call instead.");
    if (errorCode == "30005"_L1 || errorCode == "21211"_L1)
        return tr("This number is not in service. Check it, or call.");
    if (errorCode == "30007"_L1 || errorCode == "30008"_L1)
        return tr("The carrier did not deliver it. Write it in other words, or call.");
    if (errorCode == "30034"_L1 || errorCode == "30032"_L1)
        return tr("Your number is not registered for texting yet. Finish the registration at your phone provider.");
    if (errorCode == "21608"_L1)
        return tr("A trial account texts verified numbers only. Upgrade the account at your phone provider.");
    if (errorCode == "21408"_L1)
        return tr("Texts to this country are switched off at your phone provider. Allow them there, or call.");
    if (errorCode == "21606"_L1 || errorCode == "21659"_L1)
        return tr("Your number cannot send texts. Choose another one in Settings.");
    if (errorCode == "30002"_L1 || errorCode == "20005"_L1)
        return tr("Your account at the phone provider is suspended. Look at the account there.");
    if (const QString words = singleLine(errorText); !words.isEmpty())
        return tr("It was not delivered. The provider says: “%1”").arg(words);
    return tr("It was not delivered. Try again, or call.");
}

} // namespace textback
