// SPDX-License-Identifier: MIT
#pragma once

#include "domain/contacts/sameperson.h"
#include "domain/conversation.h"
#include "domain/ports/scheduler.h"
#include "ui/contact/contactsection.h"

#include <QList>

#include <vector>

namespace textback {

class SamePersonCard;
struct ContactDetails;
struct ViewContext;

/// A person's other numbers, and the question whether one more is theirs. Not to be seen where there is neither.
class NumbersSection : public ContactSection {
    Q_OBJECT

public:
    /// The context outlives it.
    explicit NumbersSection(const ViewContext &context, QWidget *parent = nullptr);

    void show(const ConversationSummary &conversation, const ContactDetails &details);

signals:
    void openRequested(textback::ConversationId conversation);
    void linked(textback::ConversationId other);
    void refused(textback::ConversationId other);
    void separated(textback::ConversationId other);
    /// What had the focus is gone, and nothing here can take it.
    void focusLeft();

private:
    class Row;

    bool isViewer() const;
    void showRows(const std::vector<NamedNumber> &numbers);
    void showQuestion();
    void answer(bool same);
    void openMenu(Row *row);
    void separate(ConversationId number);
    /// The next question waits, so that a second press does not answer it.
    void rest();
    void focusRow(ConversationId number);

    const ViewContext &m_context;
    PlainLabel *m_note;
    SamePersonCard *m_card;
    ConversationSummary m_conversation;
    std::vector<NamedNumber> m_numbers;
    std::vector<NamedNumber> m_maybeSame;
    QList<ConversationId> m_separated; ///< while this conversation is shown
    std::vector<Row *> m_rows;
    ScheduledCall m_rest;
};

} // namespace textback
