// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

namespace textback {

class EngineClient;
class LineWriter;

/// The headless program's voice: each event of the engine as one line of JSON. GUI (main) thread.
class HeadlessRunner : public QObject {
    Q_OBJECT

public:
    /// Both outlive it.
    HeadlessRunner(EngineClient &engine, LineWriter &out, QObject *parent = nullptr);
};

} // namespace textback
