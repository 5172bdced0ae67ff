// SPDX-License-Identifier: MIT
#include "ui/startup/headlessrunner.h"

#include "engine/engineclient.h"
#include "ui/startup/linewriter.h"

namespace textback {

HeadlessRunner::HeadlessRunner(EngineClient &engine, LineWriter &out, QObject *parent)
    : QObject(parent)
{
    connect(&engine, &EngineClient::eventOccurred, this, [&out](const EngineEvent &event) { out.write(toJsonLine(event)); });
}

} // namespace textback
