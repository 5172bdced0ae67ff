// SPDX-License-Identifier: MIT
#pragma once

#include <QImage>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QtGlobal>

#ifdef Q_OS_LINUX
#include <sys/inotify.h>
#include <unistd.h>
#endif

namespace textback::test {

/// A picture that nobody may open and a port that nobody may call: whoever turns a stranger's text into markup touches one of them. Opens are
/// counted by the kernel (inotify), also those of this process; elsewhere than on Linux only the port is watched.
class Canary {
public:
    Canary()
    {
        QImage picture(50, 50, QImage::Format_RGB32);
        picture.fill(Qt::red);
        m_good = picture.save(path(), "PNG") && m_server.listen(QHostAddress::LocalHost);
#ifdef Q_OS_LINUX
        m_inotify = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
        m_good = m_good && m_inotify >= 0 && inotify_add_watch(m_inotify, path().toLocal8Bit().constData(), IN_OPEN | IN_ACCESS) >= 0;
#endif
    }
    ~Canary()
    {
#ifdef Q_OS_LINUX
        ::close(m_inotify);
#endif
    }
    Q_DISABLE_COPY_MOVE(Canary)

    bool isGood() const
    {
        return m_good;
    }
    static constexpr bool seesFiles()
    {
#ifdef Q_OS_LINUX
        return true;
#else
        return false;
#endif
    }
    QString path() const
    {
        return m_folder.filePath(QStringLiteral("canary.png"));
    }
    QString webUrl() const
    {
        return QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort());
    }

    /// How often one of them was touched since the last look.
    int touches()
    {
        int count = 0;
#ifdef Q_OS_LINUX
        alignas(inotify_event) char buffer[4096];
        for (ssize_t got = ::read(m_inotify, buffer, sizeof buffer); got > 0; got = ::read(m_inotify, buffer, sizeof buffer))
            count += int(got / ssize_t(sizeof(inotify_event)));
#endif
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            ++count;
            delete socket;
        }
        return count;
    }

private:
    QTemporaryDir m_folder;
    QTcpServer m_server;
    int m_inotify = -1;
    bool m_good = false;
};

} // namespace textback::test
