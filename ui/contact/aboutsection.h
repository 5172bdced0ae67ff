// SPDX-License-Identifier: MIT
#pragma once

#include "domain/conversation.h"
#include "domain/ports/contactreader.h"
#include "domain/textoutlook.h"
#include "ui/contact/contactsection.h"

#include <utility>
#include <vector>

class QGridLayout;

namespace textback {

struct ViewContext;

/// What is known about the person: calls, texts, consent, and whether an automatic text is allowed.
class AboutSection : public ContactSection {
    Q_OBJECT

public:
    explicit AboutSection(const ViewContext &context, QWidget *parent = nullptr);

    void show(const ConversationSummary &conversation, const ContactDetails &details);

private:
    struct Fact {
        QString name;
        QString value;
        QString toolTip;
    };

    std::vector<Fact> factsOf(const ConversationSummary &conversation, const ContactDetails &details) const;
    void tellConsent(const ConversationSummary &conversation, const ContactDetails &details, std::vector<Fact> &facts) const;
    void tellOutlook(const ConversationSummary &conversation, const ContactDetails &details, std::vector<Fact> &facts) const;

    const ViewContext &m_context;
    QGridLayout *m_grid;
    std::vector<std::pair<PlainLabel *, PlainLabel *>> m_rows;
};

/// What the rules say about an automatic text to this person now.
TextOutlook outlookFor(const ViewContext &context, const ConversationSummary &conversation, const ContactDetails &details);

} // namespace textback
