// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/scheduler.h"
#include "platform/singleinstance.h"

#include <QObject>
#include <QString>

#include <tl/expected.hpp>

#include <memory>

namespace textback {

/// The data folder for one run of the program: prepared, and this copy's alone. Where a frozen copy or another computer holds it, a person is
/// asked. Main thread.
class FolderClaim : public QObject {
    Q_OBJECT

public:
    enum class State {
        Ours,   ///< this copy has it
        Raised, ///< another copy has it and shows its window: nothing is left to do
        Asking, ///< a person decides: taken() or refused() follows
    };
    /// `scheduler` outlives it. `headless`: nobody is asked. `patience`: how long another copy has to answer.
    FolderClaim(Scheduler &scheduler, bool headless, Millis patience = SingleInstance::defaultPatience, QObject *parent = nullptr);
    ~FolderClaim() override;

    /// `path` empty: the default one. `raiseOther`: another copy is to show its window. May wait some seconds for the answer of another copy.
    /// What goes wrong is told on stderr; the error is the sentence for a dialog, empty where none is due.
    tl::expected<State, QString> take(const QString &path, bool raiseOther);

    /// Once prepared; empty before.
    const QString &path() const { return m_path; }
    const QString &databasePath() const { return m_databasePath; }
    /// Answers other copies; only once the folder is ours.
    SingleInstance &instance() { return *m_instance; }

signals:
    /// The folder is ours after all.
    void taken();
    /// It is not, as told on stderr, too; empty: the person has just decided so.
    void refused(const QString &sentence);

private:
    void ask();
    void refuse(const QString &sentence);
    void takeWhatWasLeft();

    Scheduler &m_scheduler;
    bool m_headless;
    Millis m_patience;
    QString m_path;
    QString m_databasePath;
    std::unique_ptr<SingleInstance> m_instance;
    ScheduledCall m_retry;
    int m_tries = 0;
};

} // namespace textback
