// SPDX-License-Identifier: MIT
#include "platform/systemrandom.h"

#include <QRandomGenerator>

namespace textback {

double SystemRandom::uniform()
{
    return QRandomGenerator::global()->generateDouble();
}

quint32 SystemRandom::below(quint32 bound)
{
    return bound == 0 ? 0 : QRandomGenerator::global()->bounded(bound);
}

} // namespace textback
