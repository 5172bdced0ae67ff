// SPDX-License-Identifier: MIT
#include "ui/compositionroot/enginethread.h"

#include <QMetaObject>

namespace textback {

EngineThread::EngineThread(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_thread.setObjectName(QStringLiteral("engine"));
    connect(&m_thread, &QThread::finished, this, &EngineThread::stopped);
}

EngineThread::~EngineThread()
{
    m_thread.quit();
    m_thread.wait();
}

void EngineThread::open(const OpenRequest &request, const SettingsChange &change)
{
    m_host = new EngineHost(m_clock, request);
    m_host->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_host, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(m_host, [this, host = m_host, change] {
        const auto result = host->open(change);
        QMetaObject::invokeMethod(this, [this, result] {
            if (result)
                emit opened(*result);
            else
                emit failed(result.error());
        });
    });
}

void EngineThread::stop()
{
    if (!m_thread.isRunning()) {
        QMetaObject::invokeMethod(this, &EngineThread::stopped, Qt::QueuedConnection);
        return;
    }
    QMetaObject::invokeMethod(m_host, [this, host = m_host] { host->close([this] { m_thread.quit(); }); });
}

} // namespace textback
