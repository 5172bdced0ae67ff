// SPDX-License-Identifier: MIT
#pragma once

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
        NoAnswer,  ///< another copy holds the folder but did not answer in time (frozen, or just starting or ending)
        CannotLock ///< the lock file could not be made; see errorText()
    };

    /// `dataFolder` exists and is writable.
    explicit SingleInstance(const QString &dataFolder, QObject *parent = nullptr);
    ~SingleInstance() override;

    /// Takes the folder; if another copy has it and `raiseOther` is set, asks that one to show its window (waits up to 2 s, no event loop).
    Outcome acquire(bool raiseOther);
    /// Answers other copies from now on: with raiseRequested when `hasWindow`, else by telling them that there is no window.
    void listen(bool hasWindow);

    /// The process that holds the folder, 0 if not known.
    qint64 otherPid() const { return m_otherPid; }
    QString errorText() const { return m_errorText; }

signals:
    /// A second start wants to see the window.
    void raiseRequested();

private:
    Outcome askOther();
    QString socketName() const;

    QString m_folder;
    QLockFile m_lock;
    QLocalServer m_server;
    qint64 m_otherPid = 0;
    QString m_errorText;
};

} // namespace textback
