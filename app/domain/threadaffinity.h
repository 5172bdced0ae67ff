// SPDX-License-Identifier: MIT
#pragma once

#ifndef QT_NO_DEBUG
#include <QString>
#include <QThread>
#endif

namespace textback {

/// A member of a class whose objects are used on one thread only. Remembers the thread that made it; check() at a public entrance ends the
/// program (qFatal) with the entrance's name when another thread calls. There are no mutexes in the program, so such a call is a mistake even
/// where it happens to work. In release builds it is empty and checks nothing.
class ThreadAffinity {
public:
#ifdef QT_NO_DEBUG
    void check(const char *) const {}
#else
    ThreadAffinity()
        : m_thread(QThread::currentThreadId())
    {
    }

    void check(const char *entrance) const
    {
        if (QThread::currentThreadId() != m_thread)
            qFatal("%s was called on the thread \"%s\", which is not its own", entrance,
                   qPrintable(QThread::currentThread()->objectName()));
    }

private:
    Qt::HANDLE m_thread;
#endif
};

} // namespace textback
