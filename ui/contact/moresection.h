// SPDX-License-Identifier: MIT
#pragma once

#include "domain/conversation.h"
#include "domain/ports/contactreader.h"
#include "ui/contact/contactsection.h"

#include <vector>

class QCheckBox;
class QPushButton;

namespace textback {

struct People;
struct ViewContext;

/// What is done seldom: block, never text, consent by hand, export, delete.
class MoreSection : public ContactSection {
    Q_OBJECT

public:
    explicit MoreSection(const ViewContext &context, QWidget *parent = nullptr);

    void show(const ConversationSummary &conversation, const ContactDetails &details);
    /// Whether it is known which numbers are this person's: nothing is exported or deleted before.
    void setKnown(bool known);
    /// Without a reader of evidence nothing can be exported.
    void setCanExport(bool can);

signals:
    void peopleChanged(const textback::People &people);
    /// They said so otherwise than by text.
    void consentSaid(bool optedOut, const QString &channel);
    /// This number first, then those that are linked with it.
    void exportRequested(const std::vector<textback::PhoneNumber> &numbers);
    /// The person has typed what confirms it.
    void eraseConfirmed();

private:
    void put(std::vector<PhoneNumber> People::*list, bool in);
    void askForConsent();
    void askToErase();
    void exportAll();

    const ViewContext &m_context;
    QCheckBox *m_block;
    PlainLabel *m_blockHint;
    QCheckBox *m_never;
    PlainLabel *m_neverHint;
    QPushButton *m_consent;
    QPushButton *m_export;
    QPushButton *m_erase;
    PlainLabel *m_eraseHint;
    ConversationSummary m_conversation;
    ContactDetails m_details;
    bool m_optedOut = false;
    bool m_canExport = false;
};

} // namespace textback
