// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>
#include <QString>

#include <functional>

class QPlainTextEdit;

namespace textback {

class PlainLabel;

/// Shows the diagnostics letter by letter before anything is kept, and saves them where the person says. Shown with open(), never exec(): no
/// nested event loop. GUI thread; deletes itself when it is closed.
class DiagnosticsDialog : public QDialog {
    Q_OBJECT

public:
    /// Writes the text to a file; what went wrong, in words for the person, or empty.
    using Save = std::function<QString(const QString &path)>;

    /// `text` is what will be saved.
    DiagnosticsDialog(const QString &text, Save save, QWidget *parent = nullptr);

    /// Saves to `path` and says what came of it.
    void saveTo(const QString &path);

private:
    void askForPlace();

    Save m_save;
    QPlainTextEdit *m_preview;
    PlainLabel *m_result;
};

} // namespace textback
