// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

class QSplitter;
class QWidget;

namespace textback {

class ContactHeader;
class ContactPanel;

/// Where list, thread and contact stand in the inbox, by the room that there is (screens: four columns, slide-over panel, one column). It places and
/// shows them, and knows nothing of what is in them. GUI thread.
class InboxColumns {
public:
    enum class Fold {
        Full,      ///< list, thread and panel
        SlideOver, ///< the panel comes over the thread
        Single,    ///< one column: list or thread
    };

    /// All outlive it. `list` and `thread` are made in the splitter, which fills the layout of `page`.
    struct Parts {
        QWidget &page;
        QSplitter &splitter;
        QWidget &list;
        QWidget &thread;
        ContactHeader &header;
        ContactPanel &panel;
    };
    explicit InboxColumns(const Parts &parts);

    Fold fold() const { return m_fold; }
    void setFold(Fold fold);
    /// Another thread is shown, or none. A panel over the last one goes.
    void setOpen(bool open);
    void togglePanel();
    /// It hides the thread, so it is what Escape closes first.
    bool isPanelOver() const { return m_panelOver; }
    /// The page has another size.
    void arrange();

    QByteArray state() const;
    void restore(const QByteArray &state);

private:
    Parts m_parts;
    Fold m_fold = Fold::Full;
    bool m_open = false;
    bool m_panelWanted = true; ///< beside the thread, in a wide window
    bool m_panelOver = false;  ///< over the thread, in a narrower one
};

} // namespace textback
