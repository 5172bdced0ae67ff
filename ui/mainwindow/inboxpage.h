// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/conversationreader.h"
#include "ui/mainwindow/inboxcolumns.h"

#include <QWidget>

#include <memory>
#include <optional>

class QSplitter;
class QStackedWidget;

namespace textback {

class AlertStrip;
class Composer;
class ContactHeader;
class ContactPanel;
class ContactReader;
class ConversationListModel;
class ConversationPane;
class DoubtStrip;
class EmptyState;
class EngineClient;
class InboxActions;
class EvidenceReader;
class MediaActions;
class MediaShelf;
class ThreadActions;
class SearchReader;
class ThreadModel;
class ThreadTools;
class ThreadView;
class Toast;
struct ViewContext;

/// The inbox: list, thread and contact, and what goes between them. InboxColumns folds them to the width there is. GUI thread.
class InboxPage : public QWidget {
    Q_OBJECT

public:
    /// Everything outlives it.
    InboxPage(EngineClient &engine, ConversationReader &reader, const ViewContext &context, QWidget *parent = nullptr);
    ~InboxPage() override;

    /// What the contact panel reads beside the thread; both outlive the page.
    void setContactReaders(ContactReader *contacts, EvidenceReader *evidence);

    using Fold = InboxColumns::Fold;
    void setFold(Fold fold) { m_columns->setFold(fold); }
    Fold fold() const { return m_columns->fold(); }
    void open(ConversationId conversation);
    /// Scrolls the open thread to an entry, however old it is.
    void showEntry(const ThreadKey &place);
    /// Shows what is noted about the other party of the open conversation, in the contact panel.
    void showNotes();
    /// What Ctrl+F asks; outlives the page.
    void setSearch(SearchReader &reader);
    ConversationId current() const { return m_current; }
    /// Zone, region or mode changed: everything is said anew.
    void wordsChanged();
    /// Any names may have changed: what is shown is read again.
    void namesChanged();
    /// The conversation whose thread can be read; null while only the list is on the screen.
    ConversationId onScreen() const;
    /// The window came to the front: what is open has been seen.
    void markSeen();
    void step(int rows);
    void focusSearch();
    void focusList();
    void togglePanel();
    /// Closes the top thing (panel, search, thread in one column); false if there was none.
    bool closeTop();
    /// Moves the focus on to the next pane: search, list, thread, composer.
    void nextPane();
    QByteArray splitterState() const { return m_columns->state(); }
    void restoreSplitter(const QByteArray &state) { m_columns->restore(state); }
    ConversationListModel &list() { return *m_list; }

signals:
    /// A thread came onto the screen, or the window with it to the front.
    void opened(textback::ConversationId conversation);
    void countsChanged(const textback::InboxCounts &counts);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showConversation(ConversationId conversation);
    void readSummary();
    void showSummary();
    void personErased(ConversationId conversation);
    void refreshChanged(const QList<ConversationId> &conversations);
    bool isWriting() const;

    EngineClient &m_engine;
    ConversationReader &m_reader;
    const ViewContext &m_context;
    ConversationListModel *m_list;
    ThreadModel *m_thread;
    MediaShelf *m_shelf;
    QSplitter *m_splitter;
    ConversationPane *m_pane;
    QStackedWidget *m_middle;
    EmptyState *m_nothing;
    QWidget *m_threadPage;
    ContactHeader *m_header;
    ThreadView *m_view;
    AlertStrip *m_alert;
    DoubtStrip *m_doubt;
    Composer *m_composer;
    ContactPanel *m_panel;
    Toast *m_toast;
    ThreadActions *m_actions;
    MediaActions *m_media;
    InboxActions *m_inboxActions;
    ThreadTools *m_tools;
    ConversationId m_current;
    std::optional<ConversationSummary> m_summary;
    std::unique_ptr<InboxColumns> m_columns;
};

} // namespace textback
