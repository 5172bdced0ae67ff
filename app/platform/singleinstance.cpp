// SPDX-License-Identifier: MIT
#include "platform/singleinstance.h"

#include "platform/endprocess.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QSysInfo>
#include <QThread>

namespace textback {

namespace {

constexpr unsigned long retryPause = 50; // milliseconds

constexpr qint64 longestWord = 64; // bytes of a wish or an answer

constexpr char raiseWish[] = "raise\n";
constexpr char hereWish[] = "here\n";
constexpr char raisedAnswer[] = "raised\n";
constexpr char noWindowAnswer[] = "no-window\n";

} // namespace

SingleInstance::SingleInstance(const QString &dataFolder, Millis patience, QObject *parent)
    : QObject(parent)
    , m_folder(QFileInfo(dataFolder).canonicalFilePath())
    , m_lock(QDir(dataFolder).filePath(QStringLiteral("textback.lock")))
    , m_patience(patience)
{
    // Never stale by age: a copy may run for months. A dead holder's lock is recognised by its process id.
    m_lock.setStaleLockTime(0);
}

SingleInstance::~SingleInstance() = default;

SingleInstance::Outcome SingleInstance::acquire(bool raiseOther)
{
    if (m_lock.tryLock(0))
        return Outcome::First;
    if (m_lock.error() != QLockFile::LockFailedError) {
        m_errorText = m_lock.error() == QLockFile::PermissionError ? QStringLiteral("no permission to make the lock file")
                                                                   : QStringLiteral("the lock file cannot be made");
        return Outcome::CannotLock;
    }
    noteHolder();
    return askOther(raiseOther);
}

void SingleInstance::listen(bool hasWindow)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    QLocalServer::removeServer(socketName()); // we hold the lock: a socket that is there was left by a copy that died
    connect(&m_server, &QLocalServer::newConnection, this, [this, hasWindow] {
        while (QLocalSocket *socket = m_server.nextPendingConnection()) {
            socket->setReadBufferSize(longestWord); // whatever else comes stays with the sender
            connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QLocalSocket::readyRead, this, [this, socket, hasWindow] {
                if (!socket->canReadLine()) {
                    if (socket->bytesAvailable() >= longestWord)
                        socket->abort(); // no word of ours
                    return;
                }
                const bool wish = socket->readLine(longestWord) == raiseWish;
                socket->write(hasWindow ? raisedAnswer : noWindowAnswer);
                socket->disconnectFromServer();
                if (wish && hasWindow)
                    emit raiseRequested();
            });
        }
    });
    // Without the socket a second start is still refused, it only cannot raise us.
    if (!m_server.listen(socketName()))
        m_errorText = m_server.errorString();
}

bool SingleInstance::acquireNow()
{
    return m_lock.tryLock(0);
}

bool SingleInstance::endOther()
{
    if (acquireNow())
        return true; // it went by itself; its number may be somebody else's by now
    noteHolder();
    // Where a process of this computer has the file open, in a container perhaps, the system does not let it go.
    return m_otherHost.isEmpty() ? endProcess(m_otherPid) : m_lock.removeStaleLockFile();
}

void SingleInstance::noteHolder()
{
    QString program;
    m_otherPid = 0;
    m_otherHost.clear();
    if (!m_lock.getLockInfo(&m_otherPid, &m_otherHost, &program) || m_otherHost == QSysInfo::machineHostName())
        m_otherHost.clear();
    else
        m_otherPid = 0; // a number of another PC says nothing here
}

SingleInstance::Outcome SingleInstance::askOther(bool raise)
{
    const QDeadlineTimer patience(m_patience);
    const auto left = [&patience] { return static_cast<int>(patience.remainingTime()); };
    while (true) {
        QLocalSocket socket;
        socket.connectToServer(socketName());
        if (socket.waitForConnected(left())) {
            socket.write(raise ? raiseWish : hereWish);
            while (!socket.canReadLine() && socket.waitForReadyRead(left())) {
            }
            if (socket.canReadLine()) {
                const bool hasWindow = socket.readLine(longestWord) == raisedAnswer;
                if (!raise)
                    return Outcome::Busy;
                return hasWindow ? Outcome::Raised : Outcome::NoWindow;
            }
        }
        // Just starting, it does not listen yet; just ending, it has left the folder to us.
        if (acquireNow())
            return Outcome::First;
        if (patience.hasExpired()) {
            // A lock that names nobody was cut short, by a power failure or a full disk. Whoever still has it open keeps it.
            if (m_otherPid == 0 && m_otherHost.isEmpty() && m_lock.removeStaleLockFile() && acquireNow())
                return Outcome::First;
            return Outcome::NoAnswer;
        }
        QThread::msleep(retryPause);
    }
}

QString SingleInstance::socketName() const
{
#ifndef Q_OS_WIN
    // Inside the folder nobody else can put a socket in our place. A socket's path has to fit into 108 bytes, and Qt makes it first under
    // a longer temporary name.
    QString inFolder = m_folder + QStringLiteral("/textback.sock");
    if (inFolder.toLocal8Bit().size() <= 80)
        return inFolder;
#endif
    const QByteArray hash = QCryptographicHash::hash(m_folder.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    QString name = QStringLiteral("textback-") + QString::fromLatin1(hash);
#ifndef Q_OS_WIN
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    if (!runtime.isEmpty())
        return runtime + QLatin1Char('/') + name;
#endif
    return name;
}

} // namespace textback
