// SPDX-License-Identifier: MIT
#pragma once

#include "domain/conversation.h"
#include "domain/ports/contactreader.h"
#include "domain/ports/scheduler.h"

#include <QWidget>

#include <functional>

class QPushButton;
class QScrollArea;
class QToolButton;

namespace textback {

class AboutSection;
class AvatarWidget;
class ConversationReader;
class EngineClient;
class EvidenceReader;
class JobsSection;
class MoreSection;
class NameField;
class NotesCard;
class NumbersSection;
class PersonExport;
class PlainLabel;
class TagsSection;
class TimelineSection;
struct ViewContext;

/// The right column: who it is, call and copy, and everything that is known about the person. What is changed here goes to the engine; what is
/// shown is read anew when the engine reports a change. GUI thread.
class ContactPanel : public QWidget {
    Q_OBJECT

public:
    /// All outlive it. The timeline comes from `threads`.
    ContactPanel(const ViewContext &context, EngineClient &engine, ConversationReader &threads, QWidget *parent = nullptr);

    /// Where the rest comes from; both outlive the panel. Until then it shows what the list knows.
    void setReaders(ContactReader *contacts, EvidenceReader *evidence);
    void setConversation(const ConversationSummary &conversation);
    /// The slide-over has a button that closes it.
    void setCloseVisible(bool visible);
    /// Its width beside a thread.
    static int usualWidth();
    /// The focus into what is noted about the person.
    void focusNotes();
    /// The focus into the panel, at its first button.
    void focusFirst();

signals:
    void callRequested();
    void copyNumberRequested();
    void renamed(const QString &name);
    void closeRequested();
    /// Another number of this person.
    void openRequested(textback::ConversationId conversation);
    /// A sentence for the person: what was done, or did not work.
    void told(const QString &sentence);
    /// What was done, and what a person may press to have it undone (Toast::offer).
    void offered(const QString &sentence, const QString &button, std::function<void()> run);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    /// Makes what is about a person; does nothing the second time.
    void fill();
    void layOut();
    void connectSections();
    /// Nothing of somebody else stands there while what belongs there is not read.
    void empty();
    /// Nobody waits for what is not on the screen.
    void readIfSeen();
    /// Reads what is shown below the name; again a moment later where the database is busy.
    void read();
    void dress();

    const ViewContext &m_context;
    EngineClient &m_engine;
    ConversationReader &m_threads;
    ContactReader *m_contacts = nullptr;
    QToolButton *m_close;
    QScrollArea *m_scroll;
    QWidget *m_content = nullptr; ///< this and what is in it: made for the first conversation
    AvatarWidget *m_avatar = nullptr;
    NameField *m_name = nullptr;
    PlainLabel *m_number = nullptr;
    QPushButton *m_call = nullptr;
    QPushButton *m_copy = nullptr;
    NumbersSection *m_numbers = nullptr;
    AboutSection *m_about = nullptr;
    TagsSection *m_tags = nullptr;
    NotesCard *m_notes = nullptr;
    JobsSection *m_jobs = nullptr;
    TimelineSection *m_timeline = nullptr;
    MoreSection *m_more = nullptr;
    PersonExport *m_export = nullptr;
    ConversationSummary m_conversation;
    ConversationId m_shown; ///< whose details stand there; nobody's while they could not be read
    bool m_stale = true;    ///< changed while it was not seen
    ScheduledCall m_retry;
    ScheduledCall m_later; ///< what is allowed changes with time
};

} // namespace textback
