// SPDX-License-Identifier: MIT
#pragma once

class QTcpSocket;

namespace textback {

/// Ends a connection with RST instead of FIN, as a crashing peer or a firewall does.
void resetConnection(QTcpSocket &socket);

} // namespace textback
