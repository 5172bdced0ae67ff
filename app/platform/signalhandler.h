// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <memory>

namespace textback {

/// Turns the wish of the operating system that we end (SIGTERM, SIGINT; Ctrl+C, log-off) into a signal on the thread that it was made on.
/// One per process, while a QCoreApplication runs. A second wish ends the process at once, so that a hanging end can be cut short.
class SignalHandler : public QObject {
    Q_OBJECT

public:
    explicit SignalHandler(QObject *parent = nullptr);
    ~SignalHandler() override;

signals:
    void endRequested();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace textback
