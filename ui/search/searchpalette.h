// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/scheduler.h"
#include "domain/ports/searchreader.h"

#include <QPointer>
#include <QWidget>

class QAction;
class QLineEdit;
class QListView;

namespace textback {

class EmptyState;
class PlainLabel;
class SearchModel;
struct ViewContext;

/// The search over everything: comes over the window, and goes with Esc, a click beside it, or a choice. The cursor stays in its field; the keys
/// that move and choose work from there. GUI thread.
class SearchPalette : public QWidget {
    Q_OBJECT

public:
    /// Everything outlives it. `window` is what it covers.
    SearchPalette(SearchReader &reader, const ViewContext &context, QWidget *window);

    /// Shows it with an empty field. `actions` are listed with it; one of them that is triggered, from here or by its keys, closes it.
    void open(const QList<QAction *> &actions);
    /// Closes it; the focus goes back to where it was.
    void dismiss();

signals:
    /// A person, message or note was chosen.
    void chosen(const textback::SearchHit &hit);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    bool key(int key);
    void askNow();
    void showFound();
    void move(int step, int times);
    void choose(int row);
    void arrange();

    const ViewContext &m_context;
    SearchModel *m_model;
    QWidget *m_panel;
    QLineEdit *m_field;
    QAction *m_fieldIcon = nullptr;
    QListView *m_list;
    EmptyState *m_empty;
    PlainLabel *m_hint;
    QPointer<QWidget> m_focusBefore;
    ScheduledCall m_askLater;
};

} // namespace textback
