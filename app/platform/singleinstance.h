// SPDX-License-Identifier: MIT
#pragma once

#include "domain/time.h"

#include <QLocalServer>
#include <QLockFile>
#include <QObject>
#include <QString>

namespace textback {

/// Makes sure that one program at a time works on a data folder. The lock is a file beside the database, which the operating system frees
/// when its holder dies in whatever way; a local socket, open to the same user only, carries the wish to raise the window.
class SingleInstance : public QObject {
    Q_OBJECT

public:
    enum class Outcome {
        First,     ///< the folder is ours until this object goes
        Raised,    ///< another copy has a window and raised it
        NoWindow,  ///< another copy works there without a window
        Busy,      ///< another copy works there; it was not asked to show itself
        NoAnswer,  ///< another copy holds the folder but did not answer in time: it is frozen, or on otherHost()
        CannotLock ///< the lock file could not be made; see errorText()
    };

    /// How long another copy has to answer. Long enough for one that is just starting or ending on a slow PC.
    static constexpr Millis defaultPatience{5000};

    /// `dataFolder` exists and is writable.
    explicit SingleInstance(const QString &dataFolder, Millis patience = defaultPatience, QObject *parent = nullptr);
    ~SingleInstance() override;

    /// Takes the folder; if another copy has it, asks whether that one is alive, and with `raiseOther` to show its window. Waits as long as
    /// its patience lasts, without an event loop.
    Outcome acquire(bool raiseOther);
    /// Takes the folder if it is free now; asks nobody.
    bool acquireNow();
    /// Ends the copy that holds the folder and does not answer, without a word of warning to it: what it recorded is safe. The folder is free
    /// a moment later. A lock of otherHost() is taken away instead: the caller knows that nobody works there. False if that cannot be done.
    bool endOther();
    /// Answers other copies from now on: with raiseRequested when `hasWindow`, else by telling them that there is no window.
    void listen(bool hasWindow);

    /// The process on this PC that holds the folder, 0 if not known.
    qint64 otherPid() const { return m_otherPid; }
    /// The computer that left the lock, when it is not this one: the folder was copied or moved while a copy worked on it there, or is shared
    /// with it. Empty otherwise. As written in the file.
    QString otherHost() const { return m_otherHost; }
    QString errorText() const { return m_errorText; }

signals:
    /// A second start wants to see the window.
    void raiseRequested();

private:
    Outcome askOther(bool raise);
    void noteHolder();
    QString socketName() const;

    QString m_folder;
    QLockFile m_lock;
    QLocalServer m_server;
    Millis m_patience;
    qint64 m_otherPid = 0;
    QString m_otherHost;
    QString m_errorText;
};

} // namespace textback
