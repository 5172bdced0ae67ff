// SPDX-License-Identifier: MIT
#include "platform/hardening.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <optional>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

using namespace textback;
using namespace Qt::StringLiterals;

/// The part of the operating system's that releases are built with (this program is compiled with NDEBUG whatever the build type).
class TestHardening : public QObject {
    Q_OBJECT

private slots:
    void f49ACrashLeavesNoMemoryImage();
    void f49NobodyElseLooksIntoTheProcess();
    void f43NewFilesAreTheUsersAlone();

private:
    /// Runs `work` in a process of its own, whose limit for memory images is lifted; its wait status.
    template <typename Work>
    static std::optional<int> inChild(const QString &folder, Work work)
    {
        const QByteArray path = QFile::encodeName(folder);
        const pid_t child = ::fork();
        if (child < 0)
            return std::nullopt;
        if (child == 0) {
            rlimit limit{};
            ::getrlimit(RLIMIT_CORE, &limit);
            limit.rlim_cur = limit.rlim_max;
            ::setrlimit(RLIMIT_CORE, &limit);
            if (::chdir(path.constData()) != 0)
                ::_exit(99);
            ::_exit(work());
        }
        int status = 0;
        return ::waitpid(child, &status, 0) == child ? std::optional(status) : std::nullopt;
    }
};

namespace {

int crash()
{
    std::signal(SIGABRT, SIG_DFL);
    std::abort();
}

} // namespace

void TestHardening::f49ACrashLeavesNoMemoryImage()
{
    const QTemporaryDir folder;
    const auto status = inChild(folder.path(), [] {
        hardenProcess();
        return crash();
    });
    QVERIFY(status && WIFSIGNALED(*status));
    QCOMPARE(WTERMSIG(*status), SIGABRT);
    QVERIFY(!WCOREDUMP(*status));
    QVERIFY(QDir(folder.path()).entryList(QDir::Files).isEmpty());
    const auto without = inChild(folder.path(), &crash);
    if (without && !WCOREDUMP(*without))
        qInfo("this system writes none anyway");
}

void TestHardening::f49NobodyElseLooksIntoTheProcess()
{
#ifdef __linux__
    const auto status = inChild(QDir::tempPath(), [] {
        const int before = ::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0);
        hardenProcess();
        rlimit limit{1, 1};
        ::getrlimit(RLIMIT_CORE, &limit);
        return before == 1 && ::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 0 && limit.rlim_cur == 0 && limit.rlim_max == 0 ? 0 : 1;
    });
    QVERIFY(status && WIFEXITED(*status));
    QCOMPARE(WEXITSTATUS(*status), 0);
#else
    QSKIP("Linux only");
#endif
}

void TestHardening::f43NewFilesAreTheUsersAlone()
{
    const QTemporaryDir folder;
    const auto status = inChild(folder.path(), [] {
        ::umask(0);
        hardenProcess();
        const int file = ::creat("new", 0666);
        struct stat seen {};
        return file >= 0 && ::fstat(file, &seen) == 0 && (seen.st_mode & 0777) == 0600 ? 0 : 1;
    });
    QVERIFY(status && WIFEXITED(*status));
    QCOMPARE(WEXITSTATUS(*status), 0);
}

QTEST_GUILESS_MAIN(TestHardening)
#include "tst_hardening.moc"
