// SPDX-License-Identifier: MIT
#include "ui/settings/textpreview.h"

#include "domain/messagetemplate.h"
#include "domain/smssegments.h"
#include "ui/settings/lintwords.h"
#include "ui/theme/plainlabel.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QStyle>
#include <QVBoxLayout>

namespace textback {

TextPreview::TextPreview(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    m_bubble = new PlainLabel(this);
    m_bubble->setWordWrap(true);
    m_bubble->setProperty("role", QStringLiteral("autoBubble"));
    m_bubble->setAccessibleName(tr("Preview"));
    m_count = new PlainLabel(this);
    m_count->setWordWrap(true);
    // On our side of a thread, as the caller's conversation will show it.
    m_thread = new QFrame(this);
    m_thread->setProperty("inset", true);
    auto *thread = new QHBoxLayout(m_thread);
    thread->setContentsMargins(12, 12, 12, 12);
    thread->addStretch(1);
    thread->addWidget(m_bubble, 3);
    layout->addWidget(m_thread);
    layout->addWidget(m_count);
}

void TextPreview::showText(const QString &text, const QString &business, const QString &link, const QList<LintFinding> &findings)
{
    TemplateValues values;
    values.biz = business.isEmpty() ? tr("Your business") : business;
    values.link = link;
    values.phone = QStringLiteral("(313) 555-0100");
    values.open = QStringLiteral("Mon 8 AM");
    values.name = QStringLiteral("Maria");
    const Result<QString> filled = composeFirstText(text, values);
    QString words;
    QString role = QStringLiteral("hint");
    if (filled.has_value()) {
        m_filled = *filled;
        const SmsSegments segments = countSegments(m_filled);
        words =
            tr("%1 / %2 · %n text(s)", nullptr, segments.segments).arg(segments.units).arg(segments.segments * segments.unitsPerSegment);
        if (const QString odd = firstNonGsm7(m_filled); !odd.isEmpty() && segments.encoding == SmsEncoding::Ucs2)
            words += u'\n' + tr("“%1” makes every text hold only 70 characters.").arg(odd);
        if (segments.segments > 1)
            role = QStringLiteral("warning");
        for (const LintFinding &finding : findings) {
            if (const QString warning = lintWords(finding); !warning.isEmpty()) {
                words += u'\n' + warning;
                role = QStringLiteral("warning");
            }
        }
        if (const QString bad = forbiddenWords(text); !bad.isEmpty()) {
            words += u'\n' + tr("Carriers filter “%1”, or callers misread it: use other words.").arg(bad);
            role = QStringLiteral("problem");
        }
        if (segments.segments > mostTexts) {
            words += u'\n' + tr("At most %n text(s) can be sent: make it shorter.", nullptr, mostTexts);
            role = QStringLiteral("problem");
        }
    } else {
        m_filled.clear();
        role = QStringLiteral("problem");
        if (templateProblem(text) == QLatin1StringView("unknown-placeholder"))
            words = tr("Only {biz}, {link}, {phone}, {open} and {name|there} can be filled in.");
        else if (templateProblem(text) == QLatin1StringView("no-fallback"))
            words = tr("Most callers' names are not known: write {name|there} with the word for them.");
        else if (templateProblem(text) == QLatin1StringView("bad-fallback"))
            words = tr("A short plain phrase can stand behind |, as in {link|our website}.");
        else if (templateProblem(text) == QLatin1StringView("unclosed-brace"))
            words = tr("A { has no matching }.");
        else if (text.contains(QLatin1StringView("{link}")) && link.isEmpty())
            words = tr("{link} needs a booking link: enter one under Business, or take it out of the text.");
        else
            words = tr("The text is empty.");
    }
    m_bubble->setText(m_filled);
    m_thread->setVisible(!m_filled.isEmpty());
    m_count->setText(words);
    if (m_count->property("role").toString() != role) {
        m_count->setProperty("role", role);
        m_count->style()->unpolish(m_count);
        m_count->style()->polish(m_count);
    }
}

} // namespace textback
