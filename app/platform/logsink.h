// SPDX-License-Identifier: MIT
#pragma once

#include "domain/secret.h"

#include <QString>
#include <QtGlobal>

#include <atomic>
#include <memory>
#include <vector>

namespace textback {

class LogFile;

/// Takes what the log must never hold out of a line: the given secrets in every usual spelling (plain, percent, base64), anything that looks like a token, a sign-in header or a
/// password, and all but the last four digits of telephone numbers ("...2231").
QString redacted(const QString &line, const std::vector<Secret> &secrets);

/// Where every log line of the program goes, Qt's own included: stderr and, once there is a folder for it, a file; one line each, with time, level
/// and category, redacted. From its making to its end it is the process's message handler; make one, in main(). Lines may come from any thread.
class LogSink {
public:
    LogSink();
    LogSink(const LogSink &) = delete;
    LogSink &operator=(const LogSink &) = delete;
    ~LogSink();

    /// These secrets are cut out wherever they turn up, from now on. Any thread.
    void hide(std::vector<Secret> secrets);
    /// From now on lines go to `file`, too; null: no more. Any thread.
    void writeTo(std::shared_ptr<LogFile> file);

private:
    static void handle(QtMsgType type, const QMessageLogContext &context, const QString &text);
    void write(QtMsgType type, const QMessageLogContext &context, const QString &text);

    std::atomic<std::shared_ptr<const std::vector<Secret>>> m_secrets;
    std::atomic<std::shared_ptr<LogFile>> m_file;
    QtMessageHandler m_before;
};

} // namespace textback
