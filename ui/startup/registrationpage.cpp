// SPDX-License-Identifier: MIT
#include "ui/startup/registrationpage.h"

#include <QMap>
#include <QStringList>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

/// The key of the settings file, and what to do about it.
QString lackLine(const QString &missing)
{
    static const QMap<QString, QString> lines = {
        {u"business-name"_s, u"business.name: the name that your customers know and your registration is for"_s},
        {u"number"_s, u"lines[].number: the number to register; or sign in once, and the account's numbers are taken"_s},
        {u"privacy-url"_s,
         u"business.privacyLink: the address of your privacy policy; \"For the privacy policy\" below is what it must say"_s},
        {u"terms-url"_s, u"business.termsLink: the address of your terms; \"For the terms\" below is what they must say"_s},
    };
    return u"- "_s + lines.value(missing, missing);
}

QString nameOf(const RegistrationFacts &facts)
{
    const QString name = facts.businessName.simplified();
    return name.isEmpty() ? u"[business name]"_s : name;
}

} // namespace

QString registrationPage(const RegistrationFacts &facts, const QString &note)
{
    const RegistrationText text = registrationText(facts);
    QStringList parts{u"Text to paste into your provider's registration for business texting (10DLC campaign, toll-free verification): %1\n"
                      "Read it first: every sentence must be true for your business. Change what is not."_s.arg(nameOf(facts))};
    if (!note.isEmpty())
        parts += note;
    if (!text.missing.isEmpty()) {
        QStringList lines{u"Missing in the settings; brackets [...] stand for it below, and a form with a gap is refused:"_s};
        for (const QString &missing : text.missing)
            lines += lackLine(missing);
        parts += lines.join(u'\n');
    }
    parts += text.asText().trimmed();
    parts += u"Voicemail greeting (record it before you register: the message flow above quotes it)\n"_s +
             voicemailScript(nameOf(facts), facts.values.language);
    return parts.join(u"\n\n"_s) + u'\n';
}

} // namespace textback
