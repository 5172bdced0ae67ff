// SPDX-License-Identifier: MIT
#include "platform/hardening.h"
#include "platform/logsink.h"
#include "ui/compositionroot/compositionroot.h"
#include "ui/startup/exitcode.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <cstdio>

using namespace textback;
using namespace Qt::StringLiterals;

namespace {

void print(std::FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stream);
    std::fflush(stream);
}

} // namespace

int main(int argc, char *argv[])
{
    hardenProcess();
    QCoreApplication::setApplicationName(u"textback"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TEXTBACK_VERSION));

    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    const tl::expected<StartOptions, QString> options = parseCommandLine(arguments);
    if (!options) {
        print(stderr, u"textback: %1 (see textback --help)\n"_s.arg(options.error()));
        return ExitWrongUse;
    }
    if (options->mode == StartMode::Help || options->mode == StartMode::Version) {
        print(stdout, options->mode == StartMode::Help ? helpText() : u"textback %1\n"_s.arg(QCoreApplication::applicationVersion()));
        return ExitDone;
    }
    QLoggingCategory::setFilterRules(u"*.debug=false"_s); // QT_LOGGING_RULES in the environment goes over it
    LogSink log;
    return CompositionRoot(*options, log).run();
}
