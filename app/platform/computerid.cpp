// SPDX-License-Identifier: MIT
#include "platform/computerid.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QSysInfo>

namespace textback {

QString computerId()
{
    const QByteArray system = QSysInfo::machineUniqueId();
    if (system.isEmpty())
        return {};
    return QString::fromLatin1(QMessageAuthenticationCode::hash("textback: which computer", system, QCryptographicHash::Sha256).toHex());
}

} // namespace textback
