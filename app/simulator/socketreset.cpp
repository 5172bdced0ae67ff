// SPDX-License-Identifier: MIT
#include "simulator/socketreset.h"

#include <QTcpSocket>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

namespace textback {

void resetConnection(QTcpSocket &socket)
{
    // Qt has no option for it: a linger time of zero makes close() send RST (POSIX and Winsock alike).
    linger option{};
    option.l_onoff = 1;
    option.l_linger = 0;
    const qintptr descriptor = socket.socketDescriptor();
    if (descriptor != -1) {
#ifdef Q_OS_WIN
        setsockopt(static_cast<SOCKET>(descriptor), SOL_SOCKET, SO_LINGER, reinterpret_cast<const char *>(&option), sizeof option);
#else
        setsockopt(static_cast<int>(descriptor), SOL_SOCKET, SO_LINGER, &option, sizeof option);
#endif
    }
    socket.abort();
}

} // namespace textback
